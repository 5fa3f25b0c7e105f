"""Everyday reminders in Spanish, French and Portuguese."""

import inspect
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.when import durations, find, read, strip
from cairn.when.language import SUPPORTED, grammar, orders_of
from cairn.when.productions import PRODUCTIONS

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 20, 11, 40, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "sentence", "left", "start", "rrule"),
    [
        ("es", "llamar al dentista mañana a las 3 de la tarde", "llamar al dentista", "2026-11-21T15:00", None),
        ("es", "llamar a mamá en 20 minutos", "llamar a mamá", "2026-11-20T12:00", None),
        ("es", "entregar el informe el lunes a las 17h", "entregar el informe", "2026-11-23T17:00", None),
        ("es", "cena el sábado por la noche", "cena", "2026-11-21T21:00", None),
        ("es", "cita el 3 de diciembre a las 10:30", "cita", "2026-12-03T10:30", None),
        ("es", "tomar la pastilla todos los días a las 8am", "tomar la pastilla", "2026-11-21T08:00", "FREQ=DAILY"),
        ("es", "gimnasio cada lunes y jueves a las 18:30", "gimnasio", "2026-11-23T18:30",
         "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("fr", "appeler le dentiste demain à 15h", "appeler le dentiste", "2026-11-21T15:00", None),
        ("fr", "appeler maman dans 20 minutes", "appeler maman", "2026-11-20T12:00", None),
        ("fr", "rendre le rapport avant lundi 17h", "rendre le rapport", "2026-11-23T17:00", None),
        ("fr", "dîner samedi soir", "dîner", "2026-11-21T19:00", None),
        ("fr", "rendez-vous le 3 décembre à 10h30", "rendez-vous", "2026-12-03T10:30", None),
        ("fr", "prendre mes médicaments tous les jours à 9h", "prendre mes médicaments", "2026-11-21T09:00",
         "FREQ=DAILY"),
        ("fr", "sport tous les lundis et jeudis à 18h30", "sport", "2026-11-23T18:30", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("pt", "ligar ao dentista amanhã às 15h", "ligar ao dentista", "2026-11-21T15:00", None),
        ("pt", "ligar à mãe daqui a 20 minutos", "ligar à mãe", "2026-11-20T12:00", None),
        ("pt", "entregar o relatório até segunda às 17h", "entregar o relatório", "2026-11-23T17:00", None),
        ("pt", "jantar sábado à noite", "jantar", "2026-11-21T21:00", None),
        ("pt", "consulta no dia 3 de dezembro às 10:30", "consulta", "2026-12-03T10:30", None),
        ("pt", "tomar o remédio todos os dias às 9h", "tomar o remédio", "2026-11-21T09:00", "FREQ=DAILY"),
        ("pt", "ginásio às segundas e quintas às 18:30", "ginásio", "2026-11-23T18:30", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("es", "pagar la renta cada día 5", "pagar la renta", "2026-12-05T00:00", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("fr", "payer le loyer le 5 de chaque mois", "payer le loyer", "2026-12-05T00:00",
         "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("pt", "todo dia 5 pagar a renda", "pagar a renda", "2026-12-05T00:00", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("pt", "meditar todos os dias 5 minutos", "meditar 5 minutos", "2026-11-21T00:00", "FREQ=DAILY"),
        ("es", "cita a las 2 horas", "cita", "2026-11-20T14:00", None),
        ("fr", "dentiste à deux heures", "dentiste", "2026-11-20T14:00", None),
        ("fr", "rdv a 3 avec Paul", "rdv avec Paul", "2026-11-20T15:00", None),
        ("pt", "consulta às duas horas", "consulta", "2026-11-20T14:00", None),
    ],
)  # fmt: skip
def test_a_reminder_is_read_in_its_language(
    language: str, sentence: str, left: str, start: str, rrule: str | None
) -> None:
    (moment,) = find(sentence, NOW, language=language)

    assert moment.start == datetime.fromisoformat(start).replace(tzinfo=LISBON)
    assert moment.rrule == rrule
    assert strip(sentence, [moment], language) == left


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "ya hice la cama"), ("es", "comprar 2 leches y una barra de pan"), ("es", "una casa"),
        ("fr", "la mer est belle"), ("fr", "acheter 2 laits et du pain"), ("fr", "mon vélo"),
        ("fr", "Marta a deux enfants"), ("fr", "le bébé a 3 mois"),
        ("pt", "a segunda parte do livro"), ("pt", "já fiz a cama"), ("pt", "a 5 km de casa"),
    ],
)  # fmt: skip
def test_ordinary_words_are_no_times_in_any_language(language: str, sentence: str) -> None:
    assert find(sentence, NOW, language=language) == []


@pytest.mark.parametrize("tag", SUPPORTED)
def test_each_pattern_gives_what_it_builds_as_much_as_that_takes(tag: str) -> None:
    """ "in a half hour" once gave one value where two were taken, and nobody got an answer."""
    language = grammar(tag).language
    silent = {f"<{kind}>" for kind, said in language.words.items() if all(value is None for value in said.values())}
    for name, sequence in orders_of(language):
        taken = list(inspect.signature(PRODUCTIONS[name][1]).parameters.values())[1:]
        if any(one.kind is one.VAR_POSITIONAL for one in taken):
            continue
        given = [one for one in sequence if one.startswith("<") and one not in silent]
        assert len(given) == len(taken), f"{name}: {' '.join(sequence)}"


def test_half_an_hour_may_be_a_half_hour() -> None:
    found = read("in a half hour", NOW)
    assert found is not None
    assert found.start == NOW + timedelta(minutes=30)
    assert [length.total_seconds() for length, _ in durations("a half hour", "en")] == [1800]


@pytest.mark.parametrize(
    ("language", "phrase", "start"),
    [
        ("en", "wednesday in two weeks", "2026-12-02T00:00"),
        ("en", "in two weeks on wednesday", "2026-12-02T00:00"),
        ("es", "el miércoles dentro de dos semanas", "2026-12-02T00:00"),
        ("fr", "mercredi dans deux semaines", "2026-12-02T00:00"),
        ("pt", "na quarta daqui a duas semanas", "2026-12-02T00:00"),
        ("en", "Christmas next year", "2027-12-25T00:00"),
        ("es", "Navidad del año que viene", "2027-12-25T00:00"),
        ("fr", "noël de l'année prochaine", "2027-12-25T00:00"),
        ("pt", "Natal do próximo ano", "2027-12-25T00:00"),
        ("en", "last Christmas", "2025-12-25T00:00"),
        ("es", "Navidad pasada", "2025-12-25T00:00"),
        ("fr", "noël dernier", "2025-12-25T00:00"),
        ("pt", "Natal passado", "2025-12-25T00:00"),
        ("en", "twenty to four", "2026-11-20T15:40"),
        ("en", "twenty-five to one", "2026-11-20T12:35"),
        ("fr", "onze heures quarante-cinq", "2026-11-20T11:45"),
        ("en", "330 p.m.", "2026-11-20T15:30"),
        ("en", "3:18a", "2026-11-21T03:18"),
        ("en", "in 2 more minutes", "2026-11-20T11:42"),
        ("en", "in 15'", "2026-11-20T11:55"),
        ("fr", "dans 3/4 d'heure", "2026-11-20T12:25"),
        ("fr", "le jour d'après", "2026-11-21T00:00"),
        ("en", "31-Oct-1974", "1974-10-31T00:00"),
        ("en", "march after next", "2028-03-01T00:00"),
    ],
)
def test_a_phrase_is_one_moment(language: str, phrase: str, start: str) -> None:
    found = read(phrase, NOW, language=language)
    assert found is not None
    assert f"{found.start:%Y-%m-%dT%H:%M}" == start


@pytest.mark.parametrize(
    ("language", "phrase", "start", "end"),
    [
        ("en", "from 8pm to 2", "20T20:00", "21T02:00"),
        ("en", "22:00-6:00", "20T22:00", "21T06:00"),
        ("en", "from 1 to 5", "20T13:00", "20T17:00"),
        ("es", "de 22 a 6", "20T22:00", "21T06:00"),
        ("pt", "das 22 às 6", "20T22:00", "21T06:00"),
    ],
)
def test_what_ends_at_a_bare_hour_is_over_within_twelve(language: str, phrase: str, start: str, end: str) -> None:
    found = read(phrase, NOW, language=language)
    assert found is not None
    assert found.end is not None
    assert (f"{found.start:%dT%H:%M}", f"{found.end:%dT%H:%M}") == (start, end)
