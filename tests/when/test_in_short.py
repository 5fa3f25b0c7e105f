"""Times as they are jotted down: short names of days, early, and halves of the day without "at"."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find, read, strip

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=LISBON)
"""A Tuesday."""


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "drop off the car mon morning", at(16, 9)),
        ("en", "gym wed evening then home", at(11, 19)),
        ("es", "peluquería sáb 14h", at(14, 14)),
        ("fr", "coiffeur sam 14h", at(14, 14)),
        ("fr", "coiffeur sam 9h30", at(14, 9, 30)),
        ("pt", "levar o avô ao médico 5ª feira 10h", at(12, 10)),
        ("pt", "reunião 2ª-feira às 9h", at(16, 9)),
        ("pt", "limpar o frigorífico este fds", at(14)),
        ("fr", "ranger la cave ce we", at(14)),
    ],
)
def test_a_short_name_is_a_day(language: str, text: str, meant: datetime) -> None:
    (found,) = find(text, NOW, language=language)

    assert found.start == meant


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "la mer et le jeu"),
        ("fr", "acheter du sel de mer"),
        ("fr", "appeler Sam"),
        ("pt", "a 3a vez que corro"),
        ("en", "we saw the sun"),
    ],
)
def test_what_only_looks_like_a_short_name_is_none(language: str, text: str) -> None:
    assert find(text, NOW, language=language) == []


def test_short_names_in_a_row_are_all_of_them() -> None:
    found = read("lun mer ven 19h", NOW, language="fr")

    assert found is not None
    assert found.start == at(11, 19)
    assert found.rrule is not None
    assert "BYDAY=MO,WE,FR" in found.rrule


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "early tomorrow morning"),
        ("en", "tomorrow bright and early"),
        ("es", "mañana temprano"),
        ("es", "mañana muy temprano"),
        ("fr", "demain très tôt"),
        ("fr", "demain matin de bonne heure"),
        ("pt", "amanhã cedo"),
        ("pt", "amanhã bem cedo"),
        ("pt", "amanhã logo de manhã"),
    ],
)
def test_early_is_in_the_morning(language: str, text: str) -> None:
    found = read(text, NOW, language=language)

    assert found is not None
    assert found.start == at(11, 9)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("es", "siete y media de la tarde", at(10, 19, 30)),
        ("es", "seis menos cuarto de la tarde", at(10, 17, 45)),
        ("es", "a primera hora de la tarde", at(10, 15)),
        ("fr", "sept heures et demie du soir", at(10, 19, 30)),
        ("pt", "sete e meia da tarde", at(10, 19, 30)),
        ("pt", "seis menos um quarto da tarde", at(10, 17, 45)),
        ("en", "half past seven in the evening", at(10, 19, 30)),
    ],
)
def test_the_half_of_the_day_is_heard_without_at(language: str, text: str, meant: datetime) -> None:
    found = read(text, NOW, language=language)

    assert found is not None
    assert found.start == meant


def test_of_tomorrow_is_the_day_and_not_its_morning() -> None:
    (found,) = find("las vitaminas de mañana", NOW, language="es")

    assert found.start == at(11)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "swim class mondays 5-6pm until june"),
        ("es", "natación los lunes de 17 a 18h hasta junio"),
        ("fr", "natation tous les lundis 17h-18h jusqu'en juin"),
        ("pt", "natação todas as segundas das 17h às 18h até junho"),
    ],
)
def test_an_hour_that_comes_again_until_a_month_ends_on_its_own_day(language: str, text: str) -> None:
    (found,) = find(text, NOW, language=language)

    assert (found.start, found.end) == (at(16, 17), at(16, 18))
    assert found.rrule is not None
    assert "UNTIL=20260601" in found.rrule


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("en", "night shift saturday 10pm to 7am", "night shift"),
        ("es", "turno de noche el sábado de 22 a 7", "turno de noche"),
        ("es", "guardia de tarde el sábado de 22h a 7h", "guardia de tarde"),
        ("fr", "garde de nuit samedi de 22h à 7h", "garde de nuit"),
        ("pt", "turno da noite sábado das 22h às 7h", "turno da noite"),
    ],
)
def test_a_shift_keeps_its_kind_and_has_its_own_hours(language: str, text: str, rest: str) -> None:
    found = find(text, NOW, language=language)

    assert strip(text, found, language) == rest
    assert {(one.start, one.end) for one in found} == {(at(14, 22), at(15, 7))}
