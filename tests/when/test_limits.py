"""What bounds what comes again, in four languages: days left out, a beginning, a stretch, hours of the day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from cairn import when

LISBON = ZoneInfo("Europe/Lisbon")
SAID = datetime(2026, 11, 26, 10, 30, tzinfo=LISBON)  # a Thursday
BUT_SUNDAY = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"
WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
LAST_WORKDAY = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"


@pytest.mark.parametrize(
    ("language", "text", "rrule", "start"),
    [
        ("en", "every day except sundays", BUT_SUNDAY, "2026-11-27T00:00"),
        ("en", "every day at 8am except on weekends", WORKDAYS, "2026-11-27T08:00"),
        ("en", "every weekday but not on fridays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "2026-11-30T00:00"),
        ("en", "every month except august", "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12", "2026-12-26T00:00"),
        ("es", "todos los días menos el domingo", BUT_SUNDAY, "2026-11-27T00:00"),
        ("es", "todos los días excepto los fines de semana", WORKDAYS, "2026-11-27T00:00"),
        ("fr", "tous les jours sauf le dimanche", BUT_SUNDAY, "2026-11-27T00:00"),
        ("fr", "en semaine sauf le mercredi à 8h", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR", "2026-11-27T08:00"),
        ("pt", "todos os dias menos ao domingo", BUT_SUNDAY, "2026-11-27T00:00"),
        ("pt", "todos os dias exceto fins de semana", WORKDAYS, "2026-11-27T00:00"),
        # Where it begins, and the stretch that it is within.
        ("en", "every day starting monday", "FREQ=DAILY", "2026-11-30T00:00"),
        ("en", "every monday from january 4", "FREQ=WEEKLY;BYDAY=MO", "2027-01-04T00:00"),
        ("en", "every day next week at 9am", "FREQ=DAILY;UNTIL=20261206T235959Z", "2026-11-30T09:00"),
        ("es", "cada lunes a partir del 4 de enero", "FREQ=WEEKLY;BYDAY=MO", "2027-01-04T00:00"),
        ("es", "todos los días de diciembre", "FREQ=DAILY;UNTIL=20261231T235959Z", "2026-12-01T00:00"),
        ("fr", "tous les jours à partir de lundi", "FREQ=DAILY", "2026-11-30T00:00"),
        ("pt", "todos os dias a partir de segunda", "FREQ=DAILY", "2026-11-30T00:00"),
        # Hours of a day, lengths, and so often in a week.
        ("en", "every 4 hours between 8am and 8pm", "FREQ=DAILY;BYHOUR=8,12,16,20", "2026-11-26T12:00"),
        ("en", "every 8 hours for 5 days", "FREQ=HOURLY;INTERVAL=8;UNTIL=20261130T235959Z", "2026-11-26T18:30"),
        ("en", "every hour on weekdays", "FREQ=HOURLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-26T11:30"),
        ("es", "cada media hora", "FREQ=MINUTELY;INTERVAL=30", "2026-11-26T11:00"),
        ("es", "una vez al mes", "FREQ=MONTHLY", "2026-12-26T00:00"),
        ("fr", "toutes les 4 heures de 8h à 20h", "FREQ=DAILY;BYHOUR=8,12,16,20", "2026-11-26T12:00"),
        ("fr", "une fois par an", "FREQ=YEARLY", "2027-11-26T00:00"),
        ("pt", "de 8 em 8 horas", "FREQ=HOURLY;INTERVAL=8", "2026-11-26T18:30"),
        ("pt", "dia sim, dia não", "FREQ=DAILY;INTERVAL=2", "2026-11-27T00:00"),
        # Days of a month.
        ("en", "on the 1st and the 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-12-01T00:00"),
        ("en", "the last working day of every month", LAST_WORKDAY, "2026-11-30T00:00"),
        ("es", "el segundo martes de cada mes", "FREQ=MONTHLY;BYDAY=2TU", "2026-12-08T00:00"),
        ("es", "el último día de cada mes", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30T00:00"),
        ("fr", "le premier lundi de chaque mois", "FREQ=MONTHLY;BYDAY=1MO", "2026-12-07T00:00"),
        ("fr", "le 1er et le 15 de chaque mois", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-12-01T00:00"),
        ("pt", "a última sexta de cada mês", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T00:00"),
        ("pt", "o último dia útil de cada mês", LAST_WORKDAY, "2026-11-30T00:00"),
        ("pt", "todo dia 4 de julho", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", "2027-07-04T00:00"),
    ],
)
def test_what_comes_again_keeps_its_bounds(language: str, text: str, rrule: str, start: str) -> None:
    found = when.read(text, SAID, language=language)

    assert found is not None
    assert found.rrule == rrule
    assert found.start == datetime.fromisoformat(start).replace(tzinfo=LISBON)
    # Each can be kept as a reminder, and told again.
    assert found.rrule is not None
    assert when.checked_rule(found.rrule, found.start.replace(tzinfo=None), LISBON) == found.rrule
    assert when.say_rule(found.rrule, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "three times a week"),
        ("es", "dos veces a la semana"),
        ("fr", "deux fois par semaine"),
        ("pt", "três vezes por semana"),
        ("en", "every monday except december 28"),
    ],
)
def test_a_guess_about_days_is_read_back(language: str, text: str) -> None:
    found = when.read(text, SAID, language=language)

    assert found is not None
    assert found.rrule is not None
    assert not found.sure


def test_a_rule_without_some_months_says_so() -> None:
    found = when.read("every monday except august", SAID)

    assert found is not None
    assert found.rrule == "FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=MO"
    assert "August" not in when.say_rule(found.rrule)
    assert "September" in when.say_rule(found.rrule)


def test_a_beginning_counts_the_interval() -> None:
    found = when.read("every other day starting monday at 7am", SAID)

    assert found is not None
    assert (found.rrule, found.start) == ("FREQ=DAILY;INTERVAL=2", datetime(2026, 11, 30, 7, 0, tzinfo=LISBON))


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "every day at 9am except march 20", [date(2027, 3, 20)]),
        ("en", "every monday except december 28", [date(2026, 12, 28)]),
        ("es", "todos los días a las 9:00 excepto el 20 de marzo", [date(2027, 3, 20)]),
        ("fr", "tous les jours à 9h sauf le 20 mars", [date(2027, 3, 20)]),
        ("pt", "todos os dias às 9h exceto no dia 20 de março", [date(2027, 3, 20)]),
        ("en", "every day at 9am", []),
    ],
)
def test_a_day_that_is_left_out_is_told_beside_the_rule(language: str, text: str, days: list[date]) -> None:
    found = when.read(text, SAID, language=language)

    assert found is not None
    assert found.rrule is not None
    assert list(found.without) == days


@pytest.mark.parametrize(
    ("language", "text", "left", "days"),
    [
        ("en", "every monday yoga at 7pm except december 7", "yoga", [7]),
        ("en", "every monday yoga at 7pm except december 7 and december 14", "yoga", [7, 14]),
        ("en", "yoga every monday at 7pm except december 7, december 14 and december 21", "yoga", [7, 14, 21]),
        ("en", "yoga every monday at 7pm but not december 7 and call mom", "yoga and call mom", [7]),
        ("es", "todos los lunes yoga a las 19 excepto el 7 de diciembre y el 14 de diciembre", "yoga", [7, 14]),
        ("fr", "tous les lundis yoga à 19h sauf le 7 décembre et le 14 décembre", "yoga", [7, 14]),
        ("pt", "toda segunda ioga às 19h exceto 7 de dezembro e 14 de dezembro", "ioga", [7, 14]),
    ],
)
def test_days_are_left_out_wherever_they_are_said(language: str, text: str, left: str, days: list[int]) -> None:
    found = when.find(text, SAID, language=language)

    assert when.strip(text, found, language) == left
    assert {one.without for one in found} == {tuple(date(2026, 12, day) for day in days)}
    assert {one.start for one in found} == {datetime(2026, 11, 30, 19, 0, tzinfo=LISBON)}


def test_weekdays_are_left_out_wherever_they_are_said() -> None:
    text = "every day stretch at 9 except on sundays"
    found = when.find(text, SAID)

    assert when.strip(text, found) == "stretch"
    assert {(one.rrule, one.start) for one in found} == {
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", datetime(2026, 11, 27, 9, 0, tzinfo=LISBON))
    }


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("every monday at 7pm except november 30", datetime(2026, 12, 7, 19, 0, tzinfo=LISBON)),
        ("every monday at 7pm but not november 30 and december 7", datetime(2026, 12, 14, 19, 0, tzinfo=LISBON)),
    ],
)
def test_what_comes_again_begins_with_the_first_day_that_is_not_left_out(text: str, start: datetime) -> None:
    found = when.read(text, SAID)

    assert found is not None
    assert found.start == start


def test_of_so_many_times_those_that_are_left_out_first_are_counted() -> None:
    found = when.read("every day at 9am 3 times except november 27", SAID)

    assert found is not None
    assert (found.rrule, found.start.day) == ("FREQ=DAILY;COUNT=2", 28)


def test_what_takes_a_day_from_nothing_is_no_rule() -> None:
    (day,) = when.find("call mom, except december 7", SAID)

    assert (day.rrule, day.without) == (None, ())


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
def test_a_sentence_about_days_that_are_left_out_has_one_point(locale: str) -> None:
    told = when.say_left_out(["2026-12-07T19:00:00", "2026-12-25T19:00:00"], SAID, zone=LISBON, locale=locale)

    assert told is not None
    assert told.endswith(".")
    assert not told.endswith("..")
