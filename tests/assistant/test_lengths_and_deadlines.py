"""How long something takes, and by when it is to be done, told beside it in four languages."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import AddTask, Remind, understand

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
MONDAY_AT_FIVE = datetime(2026, 11, 30, 17, tzinfo=ZoneInfo("Europe/Lisbon"))


@pytest.mark.parametrize(
    ("language", "said", "title", "minutes", "due"),
    [
        ("en", "study 2h", "Study", 120, None),
        ("es", "estudiar 2h", "Estudiar", 120, None),
        ("fr", "préparer le dossier 2h", "Préparer le dossier", 120, None),
        ("pt", "estudar 2h", "Estudar", 120, None),
        ("fr", "préparer le dossier, 1 heure", "Préparer le dossier", 60, None),
        ("fr", "écrire la thèse, 2 heures, beaucoup d'énergie", "Écrire la thèse", 120, None),
        ("fr", "écrire le rapport en 2 heures", "Écrire le rapport", 120, None),
        ("en", "write report 2h tomorrow", "Write report", 120, "11-28"),
        ("es", "preparar el informe 2h mañana", "Preparar el informe", 120, "11-28"),
        ("pt", "preparar o relatório 2h amanhã", "Preparar o relatório", 120, "11-28"),
        ("fr", "étudier 1h30 demain", "Étudier", 90, "11-28"),
        ("fr", "faire une sieste une heure demain", "Faire une sieste", 60, "11-28"),
        ("en", "sport 1h tuesday", "Sport", 60, "12-01"),
        ("pt", "desporto 1h terça", "Desporto", 60, "12-01"),
        ("en", "study 2h every monday", "Study", 120, "11-30"),
        ("en", "study about 2h on friday", "Study", 120, "12-04"),
        ("en", "study for exam, high energy, 2h, by next Friday", "Study for exam", 120, "12-04"),
        (
            "fr",
            "réviser l'examen, beaucoup d'énergie, 2h, pour vendredi prochain",
            "Réviser l'examen",
            120,
            "12-04",
        ),
        ("en", "get 2h of sleep", "Get 2h of sleep", 120, None),
    ],
)
def test_a_few_hours_without_a_word_of_clocks_are_how_long_it_takes(
    language: str, said: str, title: str, minutes: int, due: str | None
) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, AddTask)
    assert (intent.title, intent.estimate) == (title, timedelta(minutes=minutes))
    assert (None if intent.due is None else f"{intent.due:%m-%d}") == due


@pytest.mark.parametrize(
    ("language", "said", "at"),
    [
        ("en", "meet at 2h", "2026-11-27T14:00"),
        ("en", "study 2h tomorrow at 5pm", "2026-11-28T17:00"),
        ("fr", "dentiste demain 15h", "2026-11-28T15:00"),
        ("fr", "rappeler Anne demain 9h", "2026-11-28T09:00"),
        ("fr", "appeler Anne à 2h", "2026-11-27T14:00"),
        ("fr", "dentiste demain 2h du matin", "2026-11-28T02:00"),
        ("fr", "dentiste demain 3h de l'après-midi", "2026-11-28T15:00"),
        ("fr", "partir deux heures avant 16h", "2026-11-27T14:00"),
        ("fr", "réunion demain de 2h à 4h", "2026-11-28T14:00"),
        ("es", "dentista mañana a las 4h", "2026-11-28T16:00"),
        ("es", "salir 2 horas antes de las 16h", "2026-11-27T14:00"),
        ("es", "dentista mañana 3h de la tarde", "2026-11-28T15:00"),
        ("pt", "dentista amanhã às 4h", "2026-11-28T16:00"),
        ("fr", "rdv dentiste mardi 4h30", "2026-12-01T16:30"),
        ("pt", "ligar à mãe amanhã 5h", "2026-11-28T17:00"),
        ("es", "dentista martes 4h30", "2026-12-01T16:30"),
        ("fr", "vol mardi 4h30", "2026-12-01T04:30"),
        ("pt", "acordar amanhã às 5h", "2026-11-28T05:00"),
    ],
)
def test_other_hours_and_those_behind_a_word_of_clocks_are_hours(language: str, said: str, at: str) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, Remind)
    assert f"{intent.when:%Y-%m-%dT%H:%M}" == at


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "finish the report by Monday 5pm, it'll take about 2 hours", "Finish the report"),
        ("en", "finish the report by Monday 5pm, 2 hours", "Finish the report"),
        ("es", "terminar el informe antes del lunes a las 17h, dura 2 horas", "Terminar el informe"),
        ("fr", "finir le rapport avant lundi 17h, ça prend 2 heures", "Finir le rapport"),
        ("fr", "rendre le dossier d'ici lundi 17h, ça prend 2 heures", "Rendre le dossier"),
        ("pt", "acabar o relatório até segunda às 17h, demora 2 horas", "Acabar o relatório"),
    ],
)
def test_what_takes_so_long_and_is_to_be_done_by_an_hour_is_a_task_due_then(
    language: str, said: str, title: str
) -> None:
    (intent,) = understand(said, NOW, language)

    assert intent == AddTask(title, due=MONDAY_AT_FIVE, estimate=timedelta(hours=2), at_clock=True)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("remind me to send it before 6pm", 18), ("send it by 5pm", 17), ("send it before 6pm", 18),
        ("dentist before 6pm", 18),
        ("remind me to finish the report by 5pm, 2 hours", 17),
    ],
)  # fmt: skip
def test_who_asks_to_be_reminded_by_an_hour_is(said: str, at: int) -> None:
    (intent,) = understand(said, NOW, "en")

    assert isinstance(intent, Remind)
    assert (intent.when.hour, intent.end) == (at, None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "renew passport before march"), ("es", "renovar el pasaporte antes de marzo"),
        ("fr", "renouveler le passeport avant mars"), ("pt", "renovar o passaporte antes de março"),
    ],
)  # fmt: skip
def test_before_a_month_is_until_the_last_day_of_the_one_before(language: str, said: str) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, AddTask)
    assert intent.due == datetime(2027, 2, 28, tzinfo=NOW.tzinfo)
