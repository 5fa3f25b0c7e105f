"""Two times of which one is meant, and words of times that mean no hour: nothing is taken by halves."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import AddTask, Remind, understand

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=ZoneInfo("Europe/Lisbon"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Meet Jo at 5 or 6"), ("en", "Meet Jo at 5pm or 6pm"), ("en", "Ask Joe on Tuesday or Wednesday"),
        ("es", "Quedar con Jo a las 5 o a las 6"), ("es", "Quedar con Jo a las 5 o 6"),
        ("es", "Preguntar a Jo el martes o el miércoles"), ("fr", "Voir Jo à 5h ou 6h"),
        ("fr", "Voir Jo à 17h ou à 18h"), ("fr", "Demander à Jo mardi ou mercredi"),
        ("pt", "Encontrar o Jo às 5 ou às 6"), ("pt", "Encontrar o Jo às 5 ou 6"),
        ("pt", "Perguntar ao Jo na terça ou na quarta"),
    ],
)  # fmt: skip
def test_one_of_two_times_is_kept_as_it_was_said(language: str, said: str) -> None:
    assert understand(said, NOW, language) == [AddTask(said)]


def test_who_asks_to_be_reminded_at_one_of_two_hours_is_asked_when() -> None:
    (intent,) = understand("remind me to call Ana at 5 or 6", NOW, "en")

    assert isinstance(intent, AddTask)
    assert intent.wants_time


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "call mom or dad at 6pm", "Call mom or dad"), ("es", "llamar a mamá o a papá a las 18h", None),
        ("fr", "appeler maman ou papa à 18h", "Appeler maman ou papa"),
        ("pt", "ligar à mãe ou ao pai às 18h", "Ligar à mãe ou ao pai"),
        ("en", "take 2 or 3 pills at 6pm", "Take 2 or 3 pills"),
    ],
)  # fmt: skip
def test_one_of_two_others_has_its_hour(language: str, said: str, title: str | None) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, Remind)
    assert (intent.title, intent.when.hour) == (title or "Llamar a mamá o a papá", 18)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "sometime next week call Joe", "Call Joe"), ("en", "call Joe some time next week", "Call Joe"),
        ("es", "llamar a Jo en algún momento de la próxima semana", "Llamar a Jo"),
        ("fr", "appeler Ana dans le courant de la semaine prochaine", "Appeler Ana"),
        ("pt", "ligar ao Jo algures na próxima semana", "Ligar ao Jo"),
        ("pt", "ligar ao Jo em algum momento da próxima semana", "Ligar ao Jo"),
    ],
)  # fmt: skip
def test_some_time_in_a_week_is_for_that_week(language: str, said: str, title: str) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, AddTask)
    assert (intent.title, f"{intent.due:%m-%d}") == (title, "11-30")


@pytest.mark.parametrize(
    ("said", "hour"), [("meet at noon-ish tomorrow", 12), ("walk at 7-ish tomorrow", 7), ("call at 4pm-ish", 16)]
)
def test_an_hour_or_so_is_that_hour(said: str, hour: int) -> None:
    (intent,) = understand(said, NOW, "en")

    assert isinstance(intent, Remind)
    assert (intent.title.split(), intent.when.hour) == ([said.split(maxsplit=1)[0].capitalize()], hour)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "tomorrow at 25:00 call Joe", "Call Joe at 25:00"),
        ("es", "mañana a las 25:00 llamar a Jo", "Llamar a Jo a las 25:00"),
        ("pt", "amanhã às 25:00 ligar ao Jo", "Ligar ao Jo às 25:00"),
    ],
)
def test_an_hour_that_is_none_stays_with_what_it_was_said_of(language: str, said: str, title: str) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, AddTask)
    assert (intent.title.casefold(), f"{intent.due:%m-%d}") == (title.casefold(), "11-28")
