"""Weeks of a month, weekdays beside a day, and the same hour of another."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find, read

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 20, 11, 40, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "words", "start"),
    [
        ("en", "the second week of february", "2027-02-08T00:00"),
        ("es", "la segunda semana de febrero", "2027-02-08T00:00"),
        ("fr", "la deuxième semaine de février", "2027-02-08T00:00"),
        ("pt", "a segunda semana de fevereiro", "2027-02-08T00:00"),
        ("en", "the second quarter of 2028", "2028-04-01T00:00"),
        ("en", "the weekend after next", "2026-12-05T00:00"),
        ("en", "the week of may 6th", "2027-05-03T00:00"),
        ("fr", "la semaine du 6 mai", "2027-05-03T00:00"),
        ("en", "the tuesday before christmas", "2026-12-22T00:00"),
        ("es", "el martes antes de navidad", "2026-12-22T00:00"),
        ("fr", "le mardi avant noël", "2026-12-22T00:00"),
        ("pt", "na terça antes do natal", "2026-12-22T00:00"),
        ("en", "the closest sunday to december 3rd", "2026-12-06T00:00"),
        ("en", "two weeks on wednesday", "2026-12-09T00:00"),
        ("en", "this time on sunday", "2026-11-22T11:40"),
        ("pt", "amanhã à mesma hora", "2026-11-21T11:40"),
        ("en", "10 to 4 on tuesday", "2026-11-24T10:00"),
        ("en", "early may", "2027-05-01T00:00"),
        ("en", "in three weeks' time", "2026-12-11T11:40"),
        ("fr", "la prochaine heure", "2026-11-20T12:00"),
    ],
)
def test_a_day_is_told_by_what_lies_around_it(language: str, words: str, start: str) -> None:
    moment = read(words, NOW, language=language)

    assert moment is not None
    assert moment.start == datetime.fromisoformat(start).replace(tzinfo=LISBON)


def test_a_price_beside_a_day_is_no_hour() -> None:
    (moment,) = find("pay 3.50 tomorrow", NOW, language="en")

    assert moment.start == datetime(2026, 11, 21, tzinfo=LISBON)
