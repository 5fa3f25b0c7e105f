"""A letter says for when it was, and when it is late it says that too, in the reader's language and zone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from cairn.notify.letters import PHRASES, moment_line, words_for
from cairn.notify.repository import Begun

LISBON = ZoneInfo("Europe/Lisbon")
AT = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)


def delivery(title: str = "Call the dentist", text: str = "") -> Begun:
    return Begun(uuid4(), title, text, "/reminders/1", occurrence_at=AT, queued_at=AT)


@pytest.mark.parametrize(
    ("late", "locale", "says"),
    [
        (timedelta(0), "en", "This is for Thu 26 Nov, 14:00."),
        (timedelta(seconds=59), "en", "This is for Thu 26 Nov, 14:00."),
        (timedelta(minutes=25), "en", "This was for 14:00. It's 14:25 now."),
        (timedelta(days=1), "en", "This was for Thu 26 Nov, 14:00. It's Fri 27 Nov, 14:00 now."),
        (timedelta(minutes=25), "es", "Era para las 14:00. Ya son las 14:25."),
        (timedelta(minutes=25), "fr", "C'était pour 14:00. Il est 14:25."),
        (timedelta(minutes=25), "pt", "Era para as 14:00. Já são 14:25."),
        (timedelta(days=1), "es", "Era para el jue 26 nov, 14:00. Ahora es vie 27 nov, 14:00."),
        (timedelta(days=1), "fr", "C'était pour le jeu. 26 nov., 14:00. Nous sommes le ven. 27 nov., 14:00."),
        (timedelta(days=1), "pt", "Era para qui. 26 nov., 14:00. Agora é sex. 27 nov., 14:00."),
    ],
)
def test_lateness_is_said_plainly(late: timedelta, locale: str, says: str) -> None:
    assert moment_line(AT, AT + late, LISBON, locale) == says


def test_the_time_is_the_readers_own() -> None:
    assert moment_line(AT, AT, ZoneInfo("America/New_York"), "en") == "This is for Thu 26 Nov, 09:00."


@pytest.mark.parametrize("locale", sorted(PHRASES))
def test_a_letter_names_the_thing_the_time_and_how_it_stops(locale: str) -> None:
    words = words_for(delivery(), now=AT, zone=LISBON, locale=locale, page="https://cairn.example.org")

    for body in (words.text, words.html):
        assert "Call the dentist" in body
        assert "14:00" in body
        assert "https://cairn.example.org/reminders/1" in body
    assert PHRASES[locale].why in words.text
    assert "!" not in words.text
    assert f'<html lang="{locale}">' in words.html


def test_what_was_written_stays_text() -> None:
    title = 'Buy <b>bread</b> & "milk"\r\nBcc: all@example.org'
    words = words_for(delivery(title), now=AT, zone=LISBON, locale="en", page="http://localhost:8000")

    assert words.subject == 'Buy <b>bread</b> & "milk" Bcc: all@example.org'
    assert "<b>" not in words.html
    assert "&lt;b&gt;bread" in words.html


def test_a_long_title_makes_a_short_subject() -> None:
    words = words_for(delivery("x" * 500), now=AT, zone=LISBON, locale="en", page="http://localhost:8000")

    assert len(words.subject) == 150
    assert "x" * 500 in words.text
