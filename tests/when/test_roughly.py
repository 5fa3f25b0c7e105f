"""Ranges, lengths and lists as people say them, in four languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find, read

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 11, 10, 0, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "words", "start"),
    [
        ("en", "in like 20 mins", "2026-03-11T10:20"), ("en", "in roughly two hours", "2026-03-11T12:00"),
        ("en", "in 20 minutes or so", "2026-03-11T10:20"), ("en", "half an hour before 5", "2026-03-11T16:30"),
        ("es", "en unos 20 minutos", "2026-03-11T10:20"), ("es", "una hora antes de las 5", "2026-03-11T16:00"),
        ("es", "dentro de unas dos horas", "2026-03-11T12:00"),
        ("fr", "dans environ 20 minutes", "2026-03-11T10:20"), ("fr", "dans une petite heure", "2026-03-11T11:00"),
        ("fr", "une heure avant 17h", "2026-03-11T16:00"), ("fr", "d'ici la fin du mois", "2026-03-31T00:00"),
        ("pt", "daqui a uns 20 minutos", "2026-03-11T10:20"), ("pt", "uma hora antes das 5", "2026-03-11T16:00"),
        ("pt", "daqui a cerca de duas horas", "2026-03-11T12:00"),
    ],
)  # fmt: skip
def test_a_length_said_roughly_is_read(language: str, words: str, start: str) -> None:
    moment = read(words, NOW, language=language)

    assert moment is not None
    assert moment.start == datetime.fromisoformat(start).replace(tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "words", "start", "end"),
    [
        ("en", "9-11 tomorrow", "2026-03-12T09:00", "2026-03-12T11:00"),
        ("en", "tomorrow from 0:30 to 2:30", "2026-03-12T00:30", "2026-03-12T02:30"),
        ("es", "el jueves de 10 a 11 y media", "2026-03-12T10:00", "2026-03-12T11:30"),
        ("fr", "demain de 9 à 11", "2026-03-12T09:00", "2026-03-12T11:00"),
        ("pt", "das 3 às 5 e um quarto", "2026-03-11T15:00", "2026-03-11T17:15"),
        ("pt", "para a semana", "2026-03-16T00:00", "2026-03-23T00:00"),
    ],
)  # fmt: skip
def test_both_ends_of_a_range_are_read(language: str, words: str, start: str, end: str) -> None:
    moment = read(words, NOW, language=language)

    assert moment is not None
    assert (moment.start, moment.end) == tuple(
        datetime.fromisoformat(one).replace(tzinfo=LISBON) for one in (start, end)
    )


@pytest.mark.parametrize(
    ("language", "words", "rrule"),
    [
        ("en", "mon wed fri 6:30am for 8 weeks", "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20260507T225959Z"),
        ("en", "mon, wed and fri at 6:30am until june", "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20260601T225959Z"),
        ("es", "cada quince días", "FREQ=WEEKLY;INTERVAL=2"),
        ("fr", "tous les 15 jours", "FREQ=WEEKLY;INTERVAL=2"),
        ("pt", "de quinze em quinze dias", "FREQ=WEEKLY;INTERVAL=2"),
        ("en", "every 15 days", "FREQ=DAILY;INTERVAL=15"),
        ("es", "cada quince días el domingo", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
        ("fr", "tous les quinze jours le lundi", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("pt", "de quinze em quinze dias ao domingo", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
    ],
)
def test_weekdays_come_as_often_and_as_long_as_was_said(language: str, words: str, rrule: str) -> None:
    moment = read(words, NOW, language=language)

    assert moment is not None
    assert (moment.rrule, moment.end) == (rrule, None)


@pytest.mark.parametrize(
    ("language", "sentence", "starts"),
    [
        ("es", "llamar a mi madre a las 5 y una idea", ["2026-03-11T17:00"]),
        ("fr", "train samedi 7h12, partir une heure avant", ["2026-03-14T07:12"]),
        ("fr", "partir à deux heures avant la pluie", ["2026-03-11T14:00"]),
    ],
)
def test_what_looks_like_a_minute_or_an_hour_is_none(language: str, sentence: str, starts: list[str]) -> None:
    found = find(sentence, NOW, language=language)

    assert [moment.start for moment in found] == [datetime.fromisoformat(one).replace(tzinfo=LISBON) for one in starts]
