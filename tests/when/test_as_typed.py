"""Times as they are typed on a phone: digits for words, a stroke for a hyphen, hours of the night, ends of hours."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import Moment
from tests.when.phrases import read_at

NOW = datetime(2026, 11, 26, 11, 40, tzinfo=ZoneInfo("UTC"))
"""A Thursday."""


def told(language: str, text: str) -> Moment:
    return read_at(NOW, language, text)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "10 at night", "11-26 22:00"),
        ("en", "12 at night", "11-27 00:00"),
        ("en", "at 11 o'clock at night", "11-26 23:00"),
        ("en", "tomorrow at like 4", "11-27 16:00"),
        ("en", "at 5 or so", "11-26 17:00"),
        ("en", "same time tomorrow", "11-27 11:40"),
        ("en", "xmas eve", "12-24 00:00"),
        ("es", "a las 12 de la noche", "11-27 00:00"),
        ("es", "las 12 de la mañana", "11-26 12:00"),
        ("es", "a las 3 de la noche", "11-27 03:00"),
        ("es", "a las 9 de la noche", "11-26 21:00"),
        ("es", "el 5 por la tarde", "12-05 15:00"),
        ("es", "el 24 por la noche", "12-24 21:00"),
        ("es", "5 de la tarde", "11-26 17:00"),
        ("es", "21:45h", "11-26 21:45"),
        ("es", "a las 9.30h", "11-27 09:30"),
        ("es", "el viernes x la noche", "11-27 21:00"),
        ("es", "mñn por la tarde", "11-27 15:00"),
        ("es", "4/dic/2026", "12-04 00:00"),
        ("fr", "14:30h", "11-26 14:30"),
        ("fr", "dix-sept heures quinze", "11-26 17:15"),
        ("fr", "cette aprem", "11-26 15:00"),
        ("fr", "la semaine pro", "11-30 00:00"),
        ("fr", "ds 2h", "11-26 13:40"),
        ("fr", "dans moins d'une heure", "11-26 12:40"),
        ("fr", "d'ici la fin de l'année", "12-31 00:00"),
        ("pt", "hj", "11-26 00:00"),
        ("pt", "dps de amanha", "11-28 00:00"),
        ("pt", "semana q vem", "11-30 00:00"),
        ("pt", "na próx semana", "11-30 00:00"),
        ("pt", "às 16h20m", "11-26 16:20"),
        ("pt", "amanhã na hora do almoço", "11-27 12:00"),
        ("pt", "20 p/ as 5", "11-26 16:40"),
        ("en", "half 7 tonight", "11-26 19:30"),
        ("en", "in 2 business days", "11-30 00:00"),
        ("en", "in 10 working days", "12-10 00:00"),
        ("en", "the first business day of the month", "12-01 00:00"),
        ("pt", "quinto dia útil do mês", "12-07 00:00"),
        ("es", "en 3 días hábiles", "12-01 00:00"),
        ("fr", "sous 3 jours ouvrés", "12-01 00:00"),
        ("pt", "em 5 dias úteis", "12-03 00:00"),
        ("en", "the 2nd friday in march at 3pm", "03-12 15:00"),
        ("es", "el segundo viernes de marzo", "03-12 00:00"),
        ("fr", "le deuxième vendredi de mars", "03-12 00:00"),
        ("pt", "a segunda sexta de março", "03-12 00:00"),
        ("es", "viernes 5 de marzo", "03-05 00:00"),
        ("pt", "15/jan/2027", "01-15 00:00"),
    ],
)
def test_a_moment(language: str, text: str, meant: str) -> None:
    assert f"{told(language, text).start:%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "every hour until 6pm", "FREQ=HOURLY;UNTIL=20261126T180000Z"),
        ("en", "every 20 min until 3pm", "FREQ=MINUTELY;INTERVAL=20;UNTIL=20261126T150000Z"),
        ("en", "3x a day", "FREQ=DAILY;BYHOUR=9,15,21"),
        ("en", "2x daily", "FREQ=DAILY;BYHOUR=9,21"),
        ("en", "every third day", "FREQ=DAILY;INTERVAL=3"),
        ("en", "mon thru fri 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("es", "cada 2 horas hasta las 8 de la noche", "FREQ=HOURLY;INTERVAL=2;UNTIL=20261126T200000Z"),
        ("es", "3x al día", "FREQ=DAILY;BYHOUR=9,15,21"),
        ("fr", "toutes les heures jusqu'à 18h", "FREQ=HOURLY;UNTIL=20261126T180000Z"),
        ("fr", "2x/jour", "FREQ=DAILY;BYHOUR=9,21"),
        ("fr", "1 jour sur 2 à 8h", "FREQ=DAILY;INTERVAL=2"),
        ("fr", "1 lundi sur 2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("pt", "de hora em hora até às 18h", "FREQ=HOURLY;UNTIL=20261126T180000Z"),
        ("pt", "td dia as 8 da manha", "FREQ=DAILY"),
        ("pt", "nos dias úteis às 8h30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("pt", "1x por mês", "FREQ=MONTHLY"),
    ],
)
def test_what_comes_again(language: str, text: str, rule: str) -> None:
    assert told(language, text).rrule == rule


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "entre el 20 y el 27 de diciembre"),
        ("fr", "entre le 20 et le 27 décembre"),
        ("pt", "entre 20 e 27 de dezembro"),
        ("pt", "do dia 20 ao dia 27"),
    ],
)
def test_a_stretch_of_days(language: str, text: str) -> None:
    found = told(language, text)

    assert f"{found.start:%m-%d}" == "12-20"
    assert found.end is not None
    assert f"{found.end:%m-%d}" == "12-28"


def test_what_comes_within_a_day_begins_at_an_hour_that_is_said() -> None:
    assert told("en", "every 4 hours at 8am").rrule == "FREQ=HOURLY;INTERVAL=4"
