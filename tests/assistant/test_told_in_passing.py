"""What is told and not asked for: that something is moved or called off, was done, or is to be kept."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import AddTask, Change, Note, Remind, Thought, time_alone, understand

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=LISBON)
"""A Tuesday."""


def at(day: int, hour: int = 0, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LISBON)


def alone(language: str, text: str) -> Any:
    (one,) = understand(text, NOW, language)
    return one


@pytest.mark.parametrize(
    ("language", "text", "words", "on"),
    [
        ("en", "no therapy on dec 8", "therapy", at(8, month=12)),
        ("en", "therapy is cancelled next tuesday", "therapy", at(17)),
        ("en", "swim class got called off tomorrow", "swim class", at(11)),
        ("es", "el 8 de diciembre no hay terapia", "terapia", at(8, month=12)),
        ("es", "se cancela la terapia del martes que viene", "terapia", at(17)),
        ("es", "la natación de mañana está cancelada", "natación", at(11)),
        ("fr", "pas de thérapie le 8 décembre", "thérapie", at(8, month=12)),
        ("fr", "la thérapie de mardi prochain est annulée", "thérapie", at(17)),
        ("pt", "dia 8 de dezembro não há terapia", "terapia", at(8, month=12)),
        ("pt", "a terapia de terça que vem foi cancelada", "terapia", at(17)),
    ],
)
def test_one_time_of_what_is_there_is_called_off(language: str, text: str, words: str, on: datetime) -> None:
    change = alone(language, text)

    assert isinstance(change, Change)
    assert (change.does, change.words, change.on, change.whole) == ("cancel", words, on, False)
    assert isinstance(change.otherwise, Thought)
    assert change.otherwise.text.casefold() == text.casefold()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "the meeting is moved to 4pm", "meeting"),
        ("en", "mtg moved to 4pm", "mtg"),
        ("en", "the meeting is now at 4pm", "meeting"),
        ("es", "la reunión ahora es a las 16h", "reunión"),
        ("es", "el curso se ha movido a las 16h", "curso"),
        ("fr", "la réunion est désormais à 16h", "réunion"),
        ("pt", "a reunião agora é às 16h", "reunião"),
        ("es", "la reunión se cambia a las 16h", "reunión"),
        ("es", "la reunión se ha pasado a las 16h", "reunión"),
        ("fr", "la réunion est décalée à 16h", "réunion"),
        ("fr", "la réunion a été repoussée à 16h", "réunion"),
        ("pt", "a reunião passou para as 16h", "reunião"),
        ("pt", "a reunião foi adiada para as 16h", "reunião"),
    ],
)
def test_what_is_told_to_be_moved_is_moved(language: str, text: str, words: str) -> None:
    change = alone(language, text)

    assert isinstance(change, Change)
    assert (change.does, change.words) == ("move", words)
    assert change.target is not None
    assert change.target.start == at(10, 16)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no milk"),
        ("en", "we moved to Porto in may"),
        ("en", "no idea what to cook"),
        ("en", "the shop is now open at 9"),
        ("en", "the meeting is now in room 4"),
        ("es", "él se ha movido a las 16h"),
        ("en", "he moved to the second row"),
        ("es", "no hay leche"),
        ("fr", "pas de lait"),
        ("fr", "il est passé à la maison"),
        ("pt", "não há leite"),
        ("pt", "ele passou para a segunda fila"),
    ],
)
def test_what_is_only_told_changes_nothing(language: str, text: str) -> None:
    assert not isinstance(alone(language, text), Change)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "took ritalin at 8"),
        ("es", "me tomé el ritalin a las 8"),
        ("es", "tomé ibuprofeno a las 11"),
        ("es", "he tomado la pastilla a las 8"),
        ("fr", "j'ai pris ma ritaline à 8h"),
        ("fr", "j'ai déjà mangé à 11h"),
        ("pt", "tomei a ritalina às 8"),
        ("pt", "já jantei às 20h"),
    ],
)
def test_what_was_done_at_an_hour_rings_at_none(language: str, text: str) -> None:
    assert isinstance(alone(language, text), Note | Thought)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("fr", "j'ai piscine à 18h", "Piscine"),
        ("fr", "j'ai réunion à 18h", "Réunion"),
        ("pt", "tenho piscina às 18h", "Piscina"),
        ("es", "tengo piscina a las 18h", "Piscina"),
        ("en", "i have swimming at 6pm", "Swimming"),
    ],
)
def test_what_somebody_has_at_an_hour_still_rings(language: str, text: str, title: str) -> None:
    remind = alone(language, text)

    assert isinstance(remind, Remind)
    assert (remind.title, remind.when) == (title, at(10, 18))


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "Anna is allergic to peanuts, don't forget", "Anna is allergic to peanuts"),
        ("en", "my locker combo is 24-8-31, remember it", "My locker combo is 24-8-31"),
        ("es", "Ana es alérgica a los cacahuetes, que no se me olvide", "Ana es alérgica a los cacahuetes"),
        ("fr", "Anna est allergique aux cacahuètes, à retenir", "Anna est allergique aux cacahuètes"),
        ("pt", "a Ana é alérgica a amendoins, não esquecer", "A Ana é alérgica a amendoins"),
        ("pt", "o código do prédio é 4471, memoriza", "O código do prédio é 4471"),
    ],
)
def test_not_to_be_forgotten_behind_it_makes_a_memory(language: str, text: str, kept: str) -> None:
    note = alone(language, text)

    assert note == Note(kept)
    assert note.asked


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "buy milk, don't forget", "Buy milk"),
        ("es", "comprar leche, no lo olvides", "Comprar leche"),
        ("fr", "acheter du lait, n'oublie pas", "Acheter du lait"),
        ("pt", "comprar leite, não te esqueças", "Comprar leite"),
    ],
)
def test_not_to_be_forgotten_behind_a_thing_to_do_is_no_part_of_it(language: str, text: str, title: str) -> None:
    assert alone(language, text) == AddTask(title)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("es", "hoy sin falta llamar a Hacienda", "Llamar a Hacienda"),
        ("fr", "aujourd'hui sans faute appeler la CAF", "Appeler la CAF"),
        ("pt", "hoje sem falta ligar às Finanças", "Ligar às Finanças"),
        ("en", "today without fail call the bank", "Call the bank"),
    ],
)
def test_without_fail_loses_no_day(language: str, text: str, title: str) -> None:
    assert alone(language, text) == AddTask(title, due=at(10))


def test_a_mothers_birthday_is_for_its_day() -> None:
    assert alone("es", "cumple de mamá el 3 de abril") == AddTask("Cumple de mamá", due=at(3, month=4))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no, sorry, at 7pm"),
        ("es", "no, perdona, a las 19h"),
        ("fr", "non, pardon, à 19h"),
        ("pt", "não, desculpa, às 19h"),
    ],
)
def test_sorry_corrects(language: str, text: str) -> None:
    found = time_alone(text, NOW, language)

    assert found is not None
    assert (found.moment.start, found.corrects) == (at(10, 19), True)


def test_calling_back_is_no_reminder_of_a_name() -> None:
    remind = alone("fr", "rappeler Jean dans 5 min")

    assert isinstance(remind, Remind)
    assert (remind.title, remind.when) == ("Rappeler Jean", at(10, 10, 5))
