"""Numbers and words that are a time only beside another: telephones, houses, short weekdays, halves."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 20, 11, 40, tzinfo=LISBON)


def heard(language: str, sentence: str) -> list[tuple[str, str]]:
    return [(f"{one.start:%m-%dT%H:%M}", sentence[slice(*one.span)]) for one in find(sentence, NOW, language=language)]


@pytest.mark.parametrize(
    ("language", "sentence", "start", "words"),
    [
        ("fr", "joindre le 01 44 55 66 77 à 16h", "11-20T16:00", "à 16h"),
        ("pt", "falar com 931 222 333 às 16h", "11-20T16:00", "às 16h"),
        ("en", "ring (020) 555 4433 at 2pm", "11-20T14:00", "at 2pm"),
        ("en", "viewing at 9 Elm Road at 2pm", "11-20T14:00", "at 2pm"),
        ("fr", "visite au 9 rue du Bac à 14h", "11-20T14:00", "à 14h"),
        ("pt", "visita na avenida Central 9 às 14h", "11-20T14:00", "às 14h"),
        ("es", "visita en calle Luna 9 a las 14h", "11-20T14:00", "a las 14h"),
        ("en", "brunch half ten on sunday", "11-22T10:30", "half ten on sunday"),
        ("en", "pub sat night 8", "11-21T20:00", "sat night 8"),
        ("fr", "kiné mer 14h", "11-25T14:00", "mer 14h"),
        ("fr", "coiffeur 11h 45 min", "11-20T11:45", "11h 45 min"),
        ("pt", "regar tudo terça", "11-24T00:00", "terça"),
        ("pt", "quinta vou ao mercado", "11-26T00:00", "quinta"),
        ("pt", "feira 12 dez", "12-12T00:00", "12 dez"),
        ("pt", "de hoje a oito entregar", "11-27T00:00", "de hoje a oito"),
        ("es", "del lunes en ocho entregar", "11-30T00:00", "del lunes en ocho"),
        ("fr", "demain en quinze", "12-05T00:00", "demain en quinze"),
        ("en", "a week on monday", "11-30T00:00", "a week on monday"),
    ],
)
def test_a_time_is_told_from_what_looks_like_one(language: str, sentence: str, start: str, words: str) -> None:
    assert heard(language, sentence) == [(start, words)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "half two lemons"),
        ("en", "call 020 7946 0958"),
        ("fr", "au bord de la mer à"),
        ("fr", "jeu de cartes"),
        ("es", "pagar las 2 entradas"),
        ("pt", "trazer as 3 malas"),
        ("pt", "visitar a quinta"),
        ("pt", "sexta temporada"),
    ],
)
def test_alone_they_are_none(language: str, sentence: str) -> None:
    assert find(sentence, NOW, language=language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "class mondays at 18:00 until may"),
        ("es", "clase los lunes a las 18 hasta mayo"),
        ("pt", "aula às segundas às 18h até maio"),
    ],
)
def test_until_a_month_ends_what_comes_again_and_does_not_begin_it(language: str, sentence: str) -> None:
    (moment,) = find(sentence, NOW, language=language)

    assert moment.start == datetime(2026, 11, 23, 18, tzinfo=LISBON)
    assert moment.rrule is not None
    assert "UNTIL=20270501" in moment.rrule
