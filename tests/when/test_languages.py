"""Everyday reminders in Spanish, French and Portuguese."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find, strip

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
