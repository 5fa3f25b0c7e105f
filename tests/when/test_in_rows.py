"""Several days, parts of the day and weekdays told in a row: left out of a rule, or making one."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from cairn.when import DayParts, find, read

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=LISBON)
DAYS = (date(2026, 12, 24), date(2026, 12, 25))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "vitamins every weekday at 8 except december 24 and 25"),
        ("en", "vitamins every weekday at 8, except 24 and 25 december"),
        ("en", "vitamins every weekday at 8, except for the 24th and 25th of december"),
        ("es", "vitaminas todos los días laborables a las 8, excepto 24 y 25 de diciembre"),
        ("es", "vitaminas todos los días laborables a las 8, excepto el 24 y el 25 de diciembre"),
        ("fr", "vitamines tous les jours ouvrés à 8h, sauf les 24 et 25 décembre"),
        ("fr", "vitamines tous les jours ouvrés à 8h, sauf le 24 et le 25 décembre"),
        ("pt", "vitaminas todos os dias úteis às 8, exceto 24 e 25 de dezembro"),
        ("pt", "vitaminas todos os dias úteis às 8, exceto a 24 e a 25 de dezembro"),
    ],
)
def test_two_days_of_one_month_are_both_left_out(language: str, text: str) -> None:
    (found,) = find(text, NOW, language=language)

    assert found.rrule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert found.without == DAYS
    assert text[slice(*found.span)].endswith(text.rsplit(" ", maxsplit=1)[-1])


def test_three_days_of_one_month_are_all_left_out() -> None:
    (found,) = find("pills every day at 8 except december 24, 25 and 31", NOW)

    assert found.without == (*DAYS, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("language", "text", "hours"),
    [
        ("en", "every morning and evening", "9,19"), ("en", "every day, morning and evening", "9,19"),
        ("es", "cada mañana y cada noche", "9,21"), ("es", "todos los días por la mañana y por la noche", "9,21"),
        ("fr", "chaque matin et chaque soir", "9,19"), ("fr", "tous les jours matin et soir", "9,19"),
        ("pt", "todas as manhãs e noites", "9,21"), ("pt", "todos os dias de manhã e à noite", "9,21"),
    ],
)  # fmt: skip
def test_two_parts_of_every_day_are_two_hours(language: str, text: str, hours: str) -> None:
    found = read(text, NOW, language=language)

    assert found is not None
    assert (found.rrule, found.sure) == (f"FREQ=DAILY;BYHOUR={hours}", True)


def test_two_parts_of_the_day_are_at_the_hours_of_who_says_them() -> None:
    own = DayParts(*(time(hour, 30) for hour in (7, 12, 15, 20, 22)))

    found = read("every morning and evening", NOW, parts=own)

    assert found is not None
    assert (f"{found.start:%m-%dT%H:%M}", found.rrule) == ("11-27T20:30", "FREQ=DAILY;BYHOUR=7,20")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "every 2nd and 4th tuesday"), ("en", "the second and fourth tuesday of each month"),
        ("es", "el segundo y cuarto martes del mes"), ("es", "cada segundo y cuarto martes"),
        ("fr", "les deuxième et quatrième mardis du mois"), ("fr", "chaque deuxième et quatrième mardi"),
        ("pt", "na segunda e quarta terça de cada mês"), ("pt", "na segunda e quarta terça do mês"),
    ],
)  # fmt: skip
def test_two_weekdays_of_a_month_come_every_month(language: str, text: str) -> None:
    found = read(text, NOW, language=language)

    assert found is not None
    assert (f"{found.start:%m-%d}", found.rrule) == ("12-08", "FREQ=MONTHLY;BYDAY=2TU,4TU")


def test_hours_behind_a_day_that_comes_again_are_when_it_begins_and_ends() -> None:
    (found,) = find("swim class every saturday 10 to 11 except dec 26", NOW)

    assert found.end is not None
    assert (f"{found.start:%m-%dT%H:%M}", f"{found.end:%H:%M}") == ("11-28T10:00", "11:00")
    assert (found.rrule, found.without) == ("FREQ=WEEKLY;BYDAY=SA", (date(2026, 12, 26),))


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "team meeting the last friday of the month at 11 for an hour", "12-25T11:00"),
        ("es", "reunión de equipo el último viernes del mes a las 11h durante una hora", "12-25T11:00"),
        ("fr", "réunion d'équipe le dernier vendredi du mois à 11h pendant une heure", "12-25T11:00"),
        ("pt", "reunião de equipa na última sexta do mês às 11h durante uma hora", "12-25T11:00"),
        ("en", "team meeting the last friday of the month at 4pm", "11-27T16:00"),
        ("en", "club on the first monday of the month at 6pm", "12-07T18:00"),
        ("en", "club on the first monday of the month", "12-07T00:00"),
        ("en", "rent on the last working day of the month", "11-30T00:00"),
        ("en", "rent on the fifth day of the month", "12-05T00:00"),
    ],
)
def test_what_has_gone_by_in_the_month_is_in_the_next(language: str, text: str, start: str) -> None:
    found = find(text, NOW, language=language)[0]

    assert f"{found.start:%m-%dT%H:%M}" == start


def test_a_month_that_is_named_stays_that_month() -> None:
    assert [f"{one.start:%m-%d}" for one in find("club on the first monday of this month at 6pm", NOW)] == ["11-02"]
    looking_back = read("the first monday of the month", NOW, prefer="past")
    assert looking_back is not None
    assert f"{looking_back.start:%m-%d}" == "11-02"
