"""Two parts of the day in one breath: neither of them is lost."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import Note, Remind, understand
from cairn.when import DayParts

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
"""A Friday."""


@pytest.mark.parametrize(
    ("language", "said", "title", "first", "second"),
    [
        ("en", "pills in the morning and in the evening", "Pills", "28 09:00", "27 19:00"),
        ("en", "pills in the morning and the evening", "Pills", "28 09:00", "27 19:00"),
        ("en", "remind me to take pills tomorrow morning and evening", "Take pills", "28 09:00", "28 19:00"),
        ("en", "tomorrow morning and evening walk the dog", "Walk the dog", "28 09:00", "28 19:00"),
        ("en", "pills tonight, and tomorrow morning", "Pills", "27 21:00", "28 09:00"),
        ("en", "water the plants on monday morning and evening", "Water the plants", "30 09:00", "30 19:00"),
        ("en", "pills morning and night", "Pills", "28 09:00", "27 21:00"),
        ("es", "pastillas mañana y noche", "Pastillas", "28 09:00", "27 21:00"),
        ("fr", "prendre mes gouttes matin et soir", "Prendre mes gouttes", "28 09:00", "27 19:00"),
        ("pt", "comprimidos manhã e noite", "Comprimidos", "28 09:00", "27 21:00"),
        ("es", "pastillas por la mañana y por la noche", "Pastillas", "28 09:00", "27 21:00"),
        ("es", "pastillas mañana por la mañana y por la noche", "Pastillas", "28 09:00", "28 21:00"),
        ("fr", "cachets le matin et le soir", "Cachets", "28 09:00", "27 19:00"),
        ("fr", "cachets demain matin et soir", "Cachets", "28 09:00", "28 19:00"),
        ("pt", "comprimidos de manhã e à noite", "Comprimidos", "28 09:00", "27 21:00"),
        ("pt", "comprimidos amanhã de manhã e à noite", "Comprimidos", "28 09:00", "28 21:00"),
    ],
)
def test_each_has_a_reminder(language: str, said: str, title: str, first: str, second: str) -> None:
    found = understand(said, NOW, language)

    assert [one.title for one in found if isinstance(one, Remind)] == [title, title]
    assert [f"{one.when:%d %H:%M}" for one in found if isinstance(one, Remind)] == [first, second]
    assert all(isinstance(one, Remind) and one.sure and one.rrule is None for one in found)


@pytest.mark.parametrize(
    ("language", "said", "title", "hours"),
    [
        ("en", "brush teeth morning and evening every day", "Brush teeth", "9,19"),
        ("en", "brush teeth in the morning and at night every day", "Brush teeth", "9,21"),
        ("en", "brush teeth every day in the morning and at night", "Brush teeth", "9,21"),
        ("es", "pastillas por la mañana y por la noche todos los días", "Pastillas", "9,21"),
        ("fr", "cachets matin et soir tous les jours", "Cachets", "9,19"),
        ("pt", "passear o cão de manhã e de tarde todos os dias", "Passear o cão", "9,15"),
    ],
)
def test_every_day_one_comes_at_both(language: str, said: str, title: str, hours: str) -> None:
    (found,) = understand(said, NOW, language)

    assert isinstance(found, Remind)
    assert (found.title, found.rrule) == (title, f"FREQ=DAILY;BYHOUR={hours}")


@pytest.mark.parametrize(
    "said", ["call ana in the morning and in the evening buy milk", "call ana tonight and buy milk"]
)
def test_what_is_done_in_either_is_not_done_in_both(said: str) -> None:
    assert [getattr(one, "title", None) for one in understand(said, NOW, "en")] == ["Call ana", "Buy milk"]


def test_what_is_told_books_nothing() -> None:
    (kept,) = understand("I feel bad in the morning and in the evening", NOW, "en")
    assert isinstance(kept, Note)


@pytest.mark.parametrize(("parts", "first"), [(DayParts(), "27 12:00"), (DayParts(noon=time(13)), "27 13:00")])
def test_noon_in_a_row_of_hours_is_the_persons_own_and_is_told_in_their_words(parts: DayParts, first: str) -> None:
    found = understand("remind me at noon and at 6 to take antibiotics", NOW, "en", parts)

    assert [f"{one.when:%d %H:%M}" for one in found if isinstance(one, Remind)] == [first, "27 18:00"]
    assert {one.heard for one in found if isinstance(one, Remind)} == {"at noon and at 6"}
