"""What is typed in a hurry, said twice over, or said in one breath, in four languages."""

from datetime import timedelta

import pytest

from cairn.assistant.grammar import (
    AddTask,
    Done,
    Later,
    ListToday,
    Next,
    Note,
    Recall,
    Remind,
    Smaller,
    Thought,
    TooMuch,
    UndoLast,
    understand,
)
from cairn.assistant.grammar.spelling import written_out
from tests.conftest import NOON


def kinds(text: str, language: str) -> list[type]:
    return [type(one) for one in understand(text, NOON, language)]


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "hand in the essay by wednsday", "hand in the essay by wednesday"),
        ("en", "can u call me tmrw", "can you call me tomorrow"),
        ("en", "remidn me", "remind me"),
        ("en", "tommorow", "tomorrow"),
        ("es", "tengo q llamar", "tengo que llamar"),
        ("fr", "jai rdv auj", "j'ai rendez-vous aujourd'hui"),
        ("fr", "rapelle moi de payer", "rappelle-moi de payer"),
        ("pt", "o q tenho hj", "o que tenho hoje"),
        ("xx", "u", "you"),
    ],
)
def test_short_forms_are_written_out_and_slips_mended(language: str, typed: str, meant: str) -> None:
    assert written_out(typed, language) == meant


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
@pytest.mark.parametrize(
    "text", ["", "Monday's child", "The sunny side", "Ana lives at no. 5", "août", "amanhã", "segundo", "on mornings"]
)
def test_what_is_written_well_stays(language: str, text: str) -> None:
    assert written_out(text, language) == text


def test_a_note_keeps_the_words_that_were_typed() -> None:
    assert understand("u wont believe it was the wrong bus", NOON, "en") == [
        Note("U wont believe it was the wrong bus")
    ]


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "im so overwhelmed, this is too much", TooMuch),
        ("en", "this is too big, break it down for me", Smaller),
        ("en", "oops undo", UndoLast),
        ("en", "10 more min pls", Later),
        ("en", "i'll do it later", Later),
        ("es", "listo, ya lo hice", Done),
        ("es", "uf no puedo con todo esto, es demasiado", TooMuch),
        ("es", "10 minutitos más porfa", Later),
        ("es", "q tengo hoy?", ListToday),
        ("fr", "voilà j'ai fini", Done),
        ("fr", "encore 10 min stp", Later),
        ("fr", "c'est quoi la suite ?", Next),
        ("fr", "je suis débordée, c'est trop pour moi", TooMuch),
        ("pt", "pronto, já fiz", Done),
        ("pt", "é muito grande, divide em partes", Smaller),
        ("pt", "o que tem pra hoje", ListToday),
        ("pt", "mais 10 minutinhos pf", Later),
    ],
)
def test_a_command_is_heard_however_it_is_said(language: str, text: str, meant: type) -> None:
    assert kinds(text, language) == [meant]


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_ten_more_minutes_are_ten(language: str) -> None:
    said = {"en": "ten more minutes", "es": "diez minutos más", "fr": "encore dix minutes", "pt": "mais dez minutos"}
    (later,) = understand(said[language], NOON, language)
    assert isinstance(later, Later)
    assert later.until == NOON + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "done, and remind me at 4pm to call the bank", [Done, Remind]),
        ("en", "what did i say about the boiler? and remind me to call the plumber at 1pm", [Recall, Remind]),
        ("en", "text ana tomorrow morning and book the flights on monday", [Remind, AddTask]),
        ("en", "book the vet for biscuit, remind me at 2", [Remind]),
        ("es", "en media hora tomar la pastilla y a la 1 llamar a la escuela", [Remind, Remind]),
        ("es", "mañana a las 9 ir al médico y el lunes comprar pienso", [Remind, AddTask]),
        ("fr", "à 11h30 appeler Momo puis à 15h passer à la pharmacie", [Remind, Remind]),
        ("pt", "às 15h tomar o antibiótico e às 18h30 ir à natação", [Remind, Remind]),
        ("en", "buy milk, eggs and bread tomorrow at 5", [Remind]),
        ("en", "Thanks! Remind me to call Ana at 5pm", [Remind]),
    ],
)
def test_several_things_in_one_breath_are_several(language: str, text: str, meant: list[type]) -> None:
    assert kinds(text, language) == meant


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        ("es", "llama a mamá mañana a las 5 de la tarde y compra leche", ["Llama a mamá", "Compra leche"]),
        ("es", "llama a Ana y compra pan", ["Llama a Ana", "Compra pan"]),
        ("pt", "liga à mãe amanhã às 17h e compra leite", ["Liga à mãe", "Compra leite"]),
        ("fr", "appelle Léo et passe à la pharmacie", ["Appelle Léo", "Passe à la pharmacie"]),
        ("es", "compra pan y toma de corriente", ["Compra pan y toma de corriente"]),
        ("en", "buy milk and water bottles", ["Buy milk and water bottles"]),
    ],
)
def test_one_order_after_another_is_two_where_a_name_after_it_is_one(
    language: str, text: str, titles: list[str]
) -> None:
    found = understand(text, NOON, language)
    assert [one.title for one in found if isinstance(one, Remind | AddTask)] == titles


@pytest.mark.parametrize(
    ("language", "text", "title", "minutes"),
    [
        ("en", "therapy wednesday at 5pm, 50 minutes", "Therapy", 50),
        ("es", "fisio el martes a las 17:30, dura 45 min", "Fisio", 45),
        ("fr", "réunion avec Samir demain de 15h à 16h", "Réunion avec Samir", 60),
        ("pt", "terapia quarta às 5 da tarde, 50 minutos", "Terapia", 50),
        ("es", "el lunes de 10:00 a 12:00 examen de mates", "Examen de mates", 120),
    ],
)
def test_how_long_it_takes_is_no_part_of_what_it_is(language: str, text: str, title: str, minutes: int) -> None:
    (booked,) = understand(text, NOON, language)
    assert isinstance(booked, Remind)
    assert (booked.title, booked.end) == (title, booked.when + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "write the report, 45 minutes", "Write the report"),
        ("es", "escribir el informe, 45 minutos", "Escribir el informe"),
        ("fr", "écrire le rapport, 45 minutes", "Écrire le rapport"),
        ("pt", "escrever o relatório, 45 minutos", "Escrever o relatório"),
    ],
)
def test_how_long_a_task_takes_is_its_estimate(language: str, text: str, title: str) -> None:
    (task,) = understand(text, NOON, language)
    assert isinstance(task, AddTask)
    assert (task.title, task.estimate) == (title, timedelta(minutes=45))


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "note: the wifi at the office is slow", False),
        ("en", "remember that my locker is 42", True),
        ("es", "apunta: el fontanero cobra 60 euros", False),
        ("es", "acuérdate q mi talla es la 39", True),
        ("fr", "note : le wifi est lent", False),
        ("fr", "souviens toi que je chausse du 39", True),
        ("pt", "anota: o encanador cobra 150 reais", False),
        ("pt", "lembra que sou alérgica a penicilina", True),
    ],
)
def test_to_note_and_to_remember_are_told_apart(language: str, text: str, asked: bool) -> None:
    (note,) = understand(text, NOON, language)
    assert isinstance(note, Note)
    assert note.asked is asked


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "more is not always better"),
        ("en", "the next bus is later than I thought"),
        ("en", "it was too much for my mother"),
        ("es", "mi hermana ya está lista para el examen"),
        ("fr", "Marta est plus grande que moi"),
        ("pt", "o meu irmão é mais alto"),
    ],
)
def test_what_only_sounds_like_a_command_is_kept(language: str, text: str) -> None:
    assert all(kind in (Note, Thought) for kind in kinds(text, language))


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "send the christmas cards on december 5", "Send the christmas cards"),
        ("es", "escribir la carta a los reyes el 20 de diciembre", "Escribir la carta a los reyes"),
    ],
)
def test_a_feast_in_a_name_is_not_its_day(language: str, text: str, title: str) -> None:
    (task,) = understand(text, NOON, language)
    assert isinstance(task, AddTask)
    assert task.due is not None
    assert (task.title, task.due.month) == (title, 12)
    assert task.due.day in (5, 20)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("pt", "tomar a vitamina D todas as segundas às 9h", "Tomar a vitamina D"),
        ("fr", "prendre la vitamine C demain à 9h", "Prendre la vitamine C"),
        ("en", "plan U tomorrow at 9", "Plan U"),
    ],
)
def test_a_letter_that_is_a_name_is_no_short_form(language: str, said: str, title: str) -> None:
    (intent,) = understand(said, NOON, language)

    assert isinstance(intent, Remind)
    assert intent.title == title


@pytest.mark.parametrize(
    ("language", "said", "title", "minutes"),
    [
        ("en", "remind me in 10 to check the oven", "Check the oven", 10),
        ("en", "call john back in 5", "Call john back", 5),
        ("es", "recuérdame en 10 mirar el horno", "Mirar el horno", 10),
        ("es", "mirar el horno en 20", "Mirar el horno", 20),
        ("fr", "rappelle-moi dans 10 de regarder le four", "Regarder le four", 10),
        ("fr", "appeler ana dans 15", "Appeler ana", 15),
        ("pt", "lembra-me daqui a 10 de ver o forno", "Ver o forno", 10),
        ("pt", "ligar à ana daqui a 15", "Ligar à ana", 15),
    ],
)
def test_a_number_alone_behind_in_is_minutes(language: str, said: str, title: str, minutes: int) -> None:
    (found,) = understand(said, NOON, language)
    assert isinstance(found, Remind)
    assert (found.title, found.when) == (title, NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "hand in 5 essays"),
        ("en", "pay in 10 and 20"),
        ("en", "Ana lives in 5"),
        ("en", "trip to Japan in 27"),
        ("es", "pagar en 10 cuotas"),
        ("fr", "ranger dans 5 boîtes"),
        ("pt", "consulta em 5 de maio"),
    ],
)
def test_a_number_that_counts_or_names_something_is_none(language: str, said: str) -> None:
    assert not any(isinstance(one, Remind) for one in understand(said, NOON, language))
