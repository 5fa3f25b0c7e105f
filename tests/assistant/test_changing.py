"""What somebody wants to take away or move, as the words alone tell it, in four languages."""

from datetime import datetime, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant import grammar
from cairn.assistant.grammar import Change
from cairn.assistant.meaning import meaning_of

NOW = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Lisbon"))


def change(language: str, text: str) -> Change:
    (meant,) = grammar.understand(text, NOW, language)
    assert isinstance(meant, Change), meant
    return meant


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("en", "cancel the reminder about the milk", "milk", "reminder"),
        ("en", "delete my dentist reminder", "dentist", "reminder"),
        ("en", "please remove 'buy bread' from my list", "buy bread", "task"),
        ("en", "take buy bread off my shopping list", "buy bread", "task"),
        ("en", "cancel the reminder", "", "reminder"),
        ("es", "cancela el recordatorio de la leche", "leche", "reminder"),
        ("es", "quita comprar pan de mi lista", "comprar pan", "task"),
        ("es", "borra la tarea de comprar pan", "comprar pan", "task"),
        ("fr", "annule le rappel du lait", "lait", "reminder"),
        ("fr", "supprime mon rappel pour le dentiste", "dentiste", "reminder"),
        ("fr", "enlève acheter du pain de ma liste", "acheter du pain", "task"),
        ("pt", "cancela o lembrete do leite", "leite", "reminder"),
        ("pt", "tira comprar pão da minha lista", "comprar pão", "task"),
        ("pt", "apaga a tarefa de comprar pão", "comprar pão", "task"),
        ("fr", "cancel the reminder about the milk", "milk", "reminder"),
        ("en", "delete the task call Ana", "call Ana", "task"),
        ("en", "remove the reminder water the plants", "water the plants", "reminder"),
        ("es", "borra la tarea llamar a Ana", "llamar a Ana", "task"),
        ("fr", "supprime la tâche appeler Ana", "appeler Ana", "task"),
        ("pt", "apaga o lembrete regar as plantas", "regar as plantas", "reminder"),
    ],
)
def test_its_kind_is_heard_and_is_no_part_of_its_name(language: str, text: str, words: str, kind: str) -> None:
    meant = change(language, text)
    assert (meant.does, meant.words, meant.kind, meant.explicit) == ("cancel", words, kind, True)
    (told,) = meaning_of(text, NOW, language)
    assert (told.kind, told.command, told.title) == ("command", "cancel", words)


@pytest.mark.parametrize(
    ("language", "text", "words", "on", "target"),
    [
        ("en", "move my reminder to call mom to 6pm", "call mom", None, "2026-11-24T18:00"),
        ("en", "move the report to Friday", "report", None, "2026-11-27T00:00"),
        ("en", "postpone the report until friday", "report", None, "2026-11-27T00:00"),
        ("en", "move Thursday's standup to 11", "standup", "2026-11-26T00:00", "2026-11-25T11:00"),
        ("en", "move Thursday's standup to Friday at 11", "standup", "2026-11-26T00:00", "2026-11-27T11:00"),
        ("en", "move the dentist from thursday to friday at 3", "dentist", "2026-11-26T00:00", "2026-11-27T15:00"),
        ("es", "mueve el recordatorio de llamar a mamá a las 18:00", "llamar a mamá", None, "2026-11-24T18:00"),
        ("es", "aplaza el informe al viernes", "informe", None, "2026-11-27T00:00"),
        ("es", "mueve el standup del jueves a las 11", "standup", "2026-11-26T00:00", "2026-11-25T11:00"),
        ("fr", "déplace mon rappel d'appeler maman à 18h", "appeler maman", None, "2026-11-24T18:00"),
        ("fr", "reporte le rapport à vendredi", "rapport", None, "2026-11-27T00:00"),
        ("fr", "déplace le standup de jeudi à 11h", "standup", "2026-11-26T00:00", "2026-11-25T11:00"),
        ("pt", "muda o lembrete de ligar à mãe para as 18h", "ligar à mãe", None, "2026-11-24T18:00"),
        ("pt", "adia o relatório para sexta", "relatório", None, "2026-11-27T00:00"),
        ("pt", "muda o standup de quinta para as 11", "standup", "2026-11-26T00:00", "2026-11-25T11:00"),
    ],
)
def test_when_it_is_and_when_it_is_to_be_are_told_apart(
    language: str, text: str, words: str, on: str | None, target: str
) -> None:
    meant = change(language, text)
    assert (meant.does, meant.words, meant.directed) == ("move", words, True)
    assert (meant.on and f"{meant.on:%Y-%m-%dT%H:%M}") == on
    assert meant.target is not None
    assert f"{meant.target.start:%Y-%m-%dT%H:%M}" == target


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "push my dentist reminder by an hour"),
        ("es", "retrasa el recordatorio del dentista una hora"),
        ("fr", "décale mon rappel du dentiste d'une heure"),
        ("pt", "adia o lembrete do dentista uma hora"),
    ],
)
def test_by_how_much_it_is_moved(language: str, text: str) -> None:
    meant = change(language, text)
    assert meant.shift == timedelta(hours=1)
    assert meant.words.startswith("dentist")


@pytest.mark.parametrize(
    ("language", "every", "once"),
    [
        ("en", "cancel all yoga", "cancel yoga this time"),
        ("es", "cancela todo el yoga", "cancela el yoga esta vez"),
        ("fr", "annule tous les yoga", "annule le yoga cette fois"),
        ("pt", "cancela todo o yoga", "cancela o yoga desta vez"),
    ],
)
def test_all_times_or_one_of_them(language: str, every: str, once: str) -> None:
    assert (change(language, every).words, change(language, every).whole) == ("yoga", True)
    assert (change(language, once).words, change(language, once).once) == ("yoga", True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "remind me to cancel the dentist tomorrow at 9"),
        ("en", "I need to cancel my gym membership"),
        ("en", "cancel that"),
        ("en", "postpone it"),
        ("en", "move it to 5"),
        ("es", "tengo que cancelar el gimnasio"),
        ("fr", "rappelle-moi d'annuler le dentiste demain à 9h"),
        ("pt", "lembra-me de cancelar o dentista amanhã às 9"),
    ],
)
def test_what_is_to_be_done_and_what_is_at_hand_are_no_changes(language: str, text: str) -> None:
    assert not any(isinstance(one, Change) for one in grammar.understand(text, NOW, language))


def test_what_may_be_something_to_do_is_told_as_that() -> None:
    (told,) = meaning_of("cancel netflix", NOW, "en")
    assert (told.kind, told.title) == ("task", "Cancel netflix")


@pytest.mark.parametrize(
    ("language", "answers"),
    [
        ("en", ["the reminder", "friday", "all of them", "this time"]),
        ("es", ["el recordatorio", "viernes", "todas", "esta vez"]),
        ("fr", ["le rappel", "vendredi", "toutes", "cette fois"]),
        ("pt", ["o lembrete", "sexta", "todas", "desta vez"]),
    ],
)
def test_the_one_that_is_chosen(language: str, answers: list[str]) -> None:
    kind, day, every, once = (grammar.chosen(one, NOW, language) for one in answers)
    assert kind is not None
    assert kind.kind == "reminder"
    assert day is not None
    assert day.on == NOW.replace(day=27, hour=0)
    assert every == grammar.Chosen(whole=True)
    assert once == grammar.Chosen(once=True)
    assert grammar.chosen("buy milk", NOW, language) is None


def test_it_takes_no_time() -> None:
    text = "move my reminder about the milk and the bread from thursday to friday at 3pm"
    change("en", text)
    best = min(_seconds(text) for _ in range(10))
    assert best < 0.02


def _seconds(text: str) -> float:
    began = process_time()
    grammar.understand(text, NOW, "en")
    return process_time() - began
