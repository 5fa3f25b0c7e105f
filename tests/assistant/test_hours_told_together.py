"""Hours that the day before, the meal or the rule around them settle."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import Later, Remind, understand

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=LISBON)
"""A Tuesday."""


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "dinner at joe's fri 7:30"),
        ("es", "cena en casa de Pepe el viernes a las 7:30"),
        ("fr", "dîner chez Jo vendredi à 7h30"),
        ("pt", "jantar em casa do Zé sexta às 7:30"),
    ],
)
def test_nobody_dines_in_the_morning(language: str, text: str) -> None:
    (remind,) = understand(text, NOW, language)

    assert isinstance(remind, Remind)
    assert (remind.when, remind.sure) == (at(13, 19, 30), False)


@pytest.mark.parametrize(
    ("language", "text", "hour", "minute"),
    [
        ("en", "breakfast fri 7:30", 7, 30),
        ("en", "order dinner fri 11:30", 11, 30),
        ("es", "desayuno el viernes a las 7:30", 7, 30),
        ("fr", "dîner vendredi 19h30", 19, 30),
        ("pt", "reunião sexta às 8:30", 8, 30),
    ],
)
def test_other_hours_stay_as_they_are_written(language: str, text: str, hour: int, minute: int) -> None:
    (remind,) = understand(text, NOW, language)

    assert isinstance(remind, Remind)
    assert remind.when == at(13, hour, minute)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "ok so tomorrow i have to drop the forms, then 3pm physio"),
        ("es", "a ver mañana tengo que llevar los papeles, a las 15h fisio"),
        ("fr", "alors demain je dois déposer les papiers, 15h kiné"),
        ("pt", "então amanhã tenho de levar os papéis, às 15h fisio"),
    ],
)
def test_an_hour_is_of_the_day_that_led(language: str, text: str) -> None:
    _, remind = understand(text, NOW, language)

    assert isinstance(remind, Remind)
    assert remind.when == at(11, 15)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "meds at 8, 2 and 8pm every day"),
        ("en", "meds every day at 8, 2 and 8pm"),
        ("es", "pastillas a las 8, 14 y 20h todos los días"),
        ("fr", "cachets à 8h, 14h et 20h tous les jours"),
        ("pt", "comprimidos às 8h, 14h e 20h todos os dias"),
    ],
)
def test_all_hours_of_what_comes_again_are_heard(language: str, text: str) -> None:
    (remind,) = understand(text, NOW, language)

    assert isinstance(remind, Remind)
    assert remind.title in {"Meds", "Pastillas", "Cachets", "Comprimidos"}
    assert (remind.rrule, remind.when) == ("FREQ=DAILY;BYHOUR=8,14,20", at(10, 14))


def test_a_clock_time_is_no_length_to_wait() -> None:
    (later,) = understand("rappelle-le-moi à 16h", NOW, "fr")

    assert isinstance(later, Later)
    assert (later.until, later.wait) == (at(10, 16), None)
