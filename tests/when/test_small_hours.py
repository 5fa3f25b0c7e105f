"""Hours before the morning, and days of a month that nobody named."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import Moment
from tests.when.phrases import read_at

NOW = datetime(2026, 11, 28, 10, 0, tzinfo=ZoneInfo("UTC"))
"""A Saturday."""


def told(language: str, text: str) -> Moment:
    return read_at(NOW, language, text)


@pytest.mark.parametrize(
    ("language", "text", "meant", "sure"),
    [
        ("en", "tomorrow at dawn", "11-29 06:00", False),
        ("en", "in the small hours", "11-29 05:00", False),
        ("es", "mañana de madrugada", "11-29 05:00", False),
        ("es", "esta madrugada", "11-29 05:00", False),
        ("es", "la madrugada del lunes", "11-30 05:00", False),
        ("es", "al amanecer", "11-29 06:00", False),
        ("fr", "demain à l'aube", "11-29 06:00", False),
        ("fr", "au petit matin", "11-29 06:00", False),
        ("pt", "amanhã de madrugada", "11-29 05:00", False),
        ("es", "a las 3 de la madrugada", "11-29 03:00", True),
        ("es", "de madrugada a las 4", "11-29 04:00", True),
        ("pt", "às 3 da madrugada", "11-29 03:00", True),
        ("pt", "de madrugada, às 4", "11-29 04:00", True),
    ],
)
def test_before_the_morning_is_no_morning_and_is_read_back_unless_an_hour_was_said(
    language: str, text: str, meant: str, sure: bool
) -> None:
    found = told(language, text)
    assert (f"{found.start:%m-%d %H:%M}", found.sure) == (meant, sure)


def test_every_small_hour_comes_every_day() -> None:
    assert told("es", "cada madrugada").rrule == told("pt", "toda madrugada").rrule == "FREQ=DAILY"


@pytest.mark.parametrize(
    ("language", "text", "first", "until"),
    [
        ("en", "from the 20th to the 27th", "12-20", "12-28"),
        ("es", "del 20 al 27", "12-20", "12-28"),
        ("es", "del 28 al 3", "11-28", "12-04"),
        ("fr", "du 20 au 27", "12-20", "12-28"),
        ("fr", "du 1er au 15", "12-01", "12-16"),
        ("pt", "do dia 20 ao 27", "12-20", "12-28"),
        ("pt", "dias 20 a 27", "12-20", "12-28"),
    ],
)
def test_days_without_a_month_are_the_next_to_come(language: str, text: str, first: str, until: str) -> None:
    found = told(language, text)
    assert found.end is not None
    assert (f"{found.start:%m-%d}", f"{found.end:%m-%d}") == (first, until)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("d'ici 18h", "11-28 18:00"),
        ("d'ici demain 18h", "11-29 18:00"),
        ("d'ici 2h", "11-28 12:00"),
        ("d'ici 48h", "11-30 10:00"),
    ],
)
def test_by_an_hour_is_not_after_so_many(text: str, meant: str) -> None:
    assert f"{told('fr', text).start:%m-%d %H:%M}" == meant


@pytest.mark.parametrize(("language", "text"), [("es", "15-dic"), ("fr", "15-déc"), ("en", "15-dec")])
def test_a_hyphen_before_a_month_makes_a_date(language: str, text: str) -> None:
    assert f"{told(language, text).start:%m-%d}" == "12-15"
