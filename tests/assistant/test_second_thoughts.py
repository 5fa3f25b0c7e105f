"""A time that takes another's place in the same breath, in four languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.service import meaning_of

NOW = datetime(2026, 11, 26, 11, 40, tzinfo=ZoneInfo("Europe/Lisbon"))
"""A Thursday."""


@pytest.mark.parametrize(
    ("language", "text", "title", "when"),
    [
        ("en", "call mom at 5, no, at 6", "Call mom", "26 18:00"),
        ("en", "call mom at 5 no wait 6", "Call mom", "26 18:00"),
        ("en", "meeting at 3pm, i mean 4pm", "Meeting", "26 16:00"),
        ("en", "gym at 6 scratch that 7", "Gym", "26 19:00"),
        ("en", "call the plumber tomorrow at 9, no, 10", "Call the plumber", "27 10:00"),
        ("en", "dinner with sam fri 7pm, actually make it 8pm", "Dinner with sam", "27 20:00"),
        ("en", "dinner friday at 7, sorry saturday", "Dinner", "28 19:00"),
        ("en", "lunch tuesday, no, wednesday at 1", "Lunch", "02 13:00"),
        ("en", "dentist on friday, no, monday", "Dentist", "30 00:00"),
        ("es", "recoger a los niños a las 5, no, a las 5 y media", "Recoger a los niños", "26 17:30"),
        ("es", "quedar con sofia mañana a las 6 perdon a las 7", "Quedar con sofia", "27 19:00"),
        ("es", "dentista el martes a las 4 mejor dicho a las 5", "Dentista", "01 17:00"),
        ("fr", "appeler mamie ce soir, non demain soir", "Appeler mamie", "27 19:00"),
        ("fr", "piscine mercredi à 14h, ah non 15h", "Piscine", "02 15:00"),
        ("fr", "rdv coiffeur samedi 10h enfin non 11h", "Rdv coiffeur", "28 11:00"),
        ("pt", "ligar ao João às 3, aliás às 4", "Ligar ao João", "26 16:00"),
        ("pt", "dentista terça às 10, não, quarta às 10", "Dentista", "02 10:00"),
    ],
)
def test_the_second_time_is_meant(language: str, text: str, title: str, when: str) -> None:
    (found,) = meaning_of(text, NOW, language)

    assert found.title == title
    assert found.moment is not None
    assert f"{found.moment:%d %H:%M}" == when


def test_only_the_last_of_several_is_put_right() -> None:
    milk, call = meaning_of("buy milk, call mom at 5, no, at 6", NOW, "en")

    assert (milk.title, milk.moment) == ("Buy milk", None)
    assert call.moment is not None
    assert (call.title, call.moment.hour) == ("Call mom", 18)


@pytest.mark.parametrize("text", ["is it at 5 or no 6?", "call mom every day at 5, no, 6"])
def test_what_is_asked_comes_again_is_read_as_it_stands(text: str) -> None:
    (found, *_) = meaning_of(text, NOW, "en")

    assert found.kind == "ask" or found.moment is None or found.moment.hour == 17


def test_a_second_thought_alone_is_about_what_was_said_before() -> None:
    (found,) = meaning_of("no, thursday", NOW, "en")

    assert found.command == "correct"
