"""Feasts by their rules, and the days around them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find, read

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 11, 10, 0, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "Black Friday", "2026-11-27"), ("en", "Cyber Monday", "2026-11-30"), ("en", "Juneteenth", "2026-06-19"),
        ("en", "Shrove Tuesday", "2027-02-09"), ("en", "the eve of Easter", "2026-04-04"),
        ("es", "Domingo de Resurrección", "2026-04-05"), ("es", "Lunes de Pascua", "2026-04-06"),
        ("es", "Miércoles de Ceniza", "2027-02-10"), ("es", "el día de la madre", "2026-05-03"),
        ("es", "el día del padre", "2026-03-19"), ("es", "la víspera de Navidad", "2026-12-24"),
        ("es", "el día después de Navidad", "2026-12-26"), ("es", "la víspera de Reyes", "2027-01-05"),
        ("es", "dos días antes del Viernes Santo", "2026-04-01"), ("es", "San Juan", "2026-06-24"),
        ("fr", "Mardi gras", "2027-02-09"), ("fr", "la veille de Noël", "2026-12-24"),
        ("fr", "le lendemain de Noël", "2026-12-26"), ("fr", "la veille de la Toussaint", "2026-10-31"),
        ("fr", "la fête des mères", "2026-05-31"), ("fr", "fête des mères 2023", "2023-06-04"),
        ("fr", "la fête des pères", "2026-06-21"), ("fr", "la Chandeleur", "2027-02-02"),
        ("pt", "Domingo de Ramos", "2026-03-29"), ("pt", "Segunda-feira de Páscoa", "2026-04-06"),
        ("pt", "véspera de Ano Novo", "2026-12-31"), ("pt", "na véspera do Dia de Portugal", "2026-06-09"),
        ("pt", "Dia da Mãe", "2026-05-03"), ("pt", "Dia das Mães", "2026-05-10"), ("pt", "Dia do Pai", "2026-03-19"),
        ("pt", "São João", "2026-06-24"), ("pt", "Dia da Liberdade", "2026-04-25"),
        ("pt", "no dia seguinte ao Natal", "2026-12-26"),
    ],
)  # fmt: skip
def test_a_feast_falls_by_its_rule(language: str, words: str, day: str) -> None:
    moment = read(words, NOW, language=language)

    assert moment is not None
    assert (moment.start.date().isoformat(), moment.sure) == (day, day.startswith("2026") or words.endswith("2023"))


@pytest.mark.parametrize(
    ("language", "zone", "words", "day"),
    [
        ("pt", "Europe/Lisbon", "Dia dos Namorados", "2027-02-14"),
        ("pt", "America/Sao_Paulo", "Dia dos Namorados", "2026-06-12"),
        ("es", "America/Bogota", "el día del padre", "2026-06-21"),
        ("es", "America/Bogota", "día de la madre 2027", "2027-05-09"),
    ],
)
def test_a_feast_kept_on_two_days_is_the_one_of_the_place(language: str, zone: str, words: str, day: str) -> None:
    moment = read(words, NOW.astimezone(ZoneInfo(zone)), language=language)

    assert moment is not None
    assert moment.start.date().isoformat() == day


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Holy Week"), ("es", "en Semana Santa"), ("fr", "la semaine sainte"), ("pt", "na Semana Santa")],
)
def test_holy_week_is_the_week_up_to_easter(language: str, words: str) -> None:
    moment = read(words, NOW, language=language)

    assert moment is not None
    assert moment.end is not None
    assert (moment.start.date().isoformat(), moment.end.date().isoformat()) == ("2026-03-29", "2026-04-06")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "llamar a Ana Reyes"), ("es", "reservar hotel en San Juan"), ("pt", "ligar para o hospital de São João"),
        ("pt", "escrever ao São Pedro"),
    ],
)  # fmt: skip
def test_the_name_of_a_saint_in_a_sentence_is_no_time(language: str, sentence: str) -> None:
    assert find(sentence, NOW, language=language) == []
