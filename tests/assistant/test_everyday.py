"""The colloquial, the hurried and the half-said, in four languages."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import (
    AddTask,
    Ask,
    Done,
    Help,
    Intent,
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
    time_alone,
    understand,
)

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=LISBON)


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "already done", Done),
        ("en", "dishes done 🎉", Done),
        ("en", "can't right now", Later),
        ("en", "even tinier", Smaller),
        ("en", "nxt", Next),
        ("en", "todays plan", ListToday),
        ("es", "eso ya está", Done),
        ("es", "plancha hecha", Done),
        ("es", "dsp", Later),
        ("es", "aún más pequeño", Smaller),
        ("es", "el siguiente", Next),
        ("es", "el plan para hoy", ListToday),
        ("es", "son demasiadas cosas", TooMuch),
        ("fr", "ça y est", Done),
        ("fr", "courses faites", Done),
        ("fr", "pas le temps là", Later),
        ("fr", "encore plus petit", Smaller),
        ("fr", "on fait quoi maintenant", Next),
        ("fr", "le programme du jour", ListToday),
        ("fr", "c trop", TooMuch),
        ("fr", "à l'aide", Help),
        ("pt", "tá feito", Done),
        ("pt", "cama feita", Done),
        ("pt", "mais logo", Later),
        ("pt", "ainda mais pequeno", Smaller),
        ("pt", "a próxima", Next),
        ("pt", "é muito pra mim", TooMuch),
        ("pt", "desfazer isso", UndoLast),
    ],
)
def test_a_command_has_its_colloquial_forms(language: str, text: str, kind: type[Intent]) -> None:
    (meant,) = understand(text, NOW, language)

    assert isinstance(meant, kind)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the soup is nearly done"),
        ("en", "Rita said the concert is at 9"),
        ("en", "we'll be out until 6"),
        ("en", "no sugar on mondays"),
        ("es", "el pan está casi hecho"),
        ("es", "Rita dijo que el concierto es a las 9"),
        ("es", "luego fui al parque"),
        ("fr", "j'ai presque fini"),
        ("fr", "Rita a dit que le concert est à 21h"),
        ("pt", "o pão está quase feito"),
        ("pt", "a Rita disse que o concerto é às 9"),
        ("pt", "depois fui ao parque"),
    ],
)
def test_what_is_told_books_and_finishes_nothing(language: str, text: str) -> None:
    (meant,) = understand(text, NOW, language)

    assert isinstance(meant, Note | Thought)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what did Rita say about the keys?"),
        ("es", "¿qué dijo Rita de las llaves?"),
        ("es", "ya pagué la multa?"),
        ("fr", "qu'est-ce que Rita a dit des clés ?"),
        ("fr", "c'est quand l'anniversaire de Rita"),
        ("fr", "comment s'appelait le plombier ?"),
        ("fr", "c'était quoi le nom du plombier ?"),
        ("pt", "o que disse a Rita das chaves?"),
        ("pt", "já paguei a multa?"),
        ("pt", "quem me recomendou o dentista"),
    ],
)
def test_what_others_said_and_whether_it_was_done_is_looked_up(language: str, text: str) -> None:
    (meant,) = understand(text, NOW, language)

    assert isinstance(meant, Recall)


@pytest.mark.parametrize(
    ("language", "text", "things"),
    [
        ("en", "find the keys and water the basil", [("Find the keys", None), ("Water the basil", None)]),
        ("en", "find pots and water bottles", [("Find pots and water bottles", None)]),
        ("en", "phone Rita then book a table", [("Phone Rita", None), ("Book a table", None)]),
        ("en", "theatre friday, museum sunday", [("Theatre", at(27)), ("Museum", at(29))]),
        ("fr", "ecrire a Rita demain", [("Ecrire a Rita", at(25))]),
        ("fr", "oublie pas le beurre", [("Le beurre", None)]),
        ("es", "mañana tengo que ir al mercado", [("Ir al mercado", at(25))]),
        ("pt", "pagar o seguro quinta", [("Pagar o seguro", at(26))]),
    ],
)
def test_things_to_do_come_apart_with_their_days(
    language: str, text: str, things: list[tuple[str, datetime | None]]
) -> None:
    found = understand(text, NOW, language)

    assert [(one.title, one.due) for one in found if isinstance(one, AddTask)] == things
    assert len(found) == len(things)


def test_a_bare_hour_after_an_alarm_is_one() -> None:
    (meant,) = understand("set an alarm for 6", NOW, "en")

    assert isinstance(meant, Remind)
    assert meant.when == at(24, 18)


def test_a_length_right_behind_the_hour_is_how_long_it_takes() -> None:
    (meant,) = understand("massage fri 11am 45 mins", NOW, "en")

    assert isinstance(meant, Remind)
    assert (meant.title, meant.when, meant.end) == ("Massage", at(27, 11), at(27, 11, 45))


def test_a_bare_number_behind_later_counts_minutes() -> None:
    (meant,) = understand("remind me again in 25", NOW, "en")

    assert isinstance(meant, Later)
    assert meant.wait == timedelta(minutes=25)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "not friday, thursday"),
        ("en", "oh wait i meant thursday"),
        ("es", "viernes no, jueves"),
        ("fr", "pas vendredi, jeudi"),
        ("pt", "sexta não, quinta"),
    ],
)
def test_a_day_is_put_against_another(language: str, text: str) -> None:
    alone = time_alone(text, NOW, language)

    assert alone is not None
    assert (alone.corrects, alone.moment.start) == (True, at(26))


@pytest.mark.parametrize(
    ("language", "text", "title", "hour"),
    [
        ("en", "this evening, remind me to lock the door", "Lock the door", 19),
        ("en", "this evening, lock the door", "Lock the door", 19),
        ("es", "esta noche, recuérdame cerrar la puerta", "Cerrar la puerta", 21),
        ("es", "esta noche, cerrar la puerta", "Cerrar la puerta", 21),
        ("es", "el viernes a las 5, recuérdame cerrar la puerta", "Cerrar la puerta", 17),
        ("fr", "ce soir, rappelle-moi de fermer la porte", "Fermer la porte", 19),
        ("pt", "hoje à noite, lembra-me de fechar a porta", "Fechar a porta", 21),
        ("pt", "hoje à noite, fechar a porta", "Fechar a porta", 21),
    ],
)
def test_a_time_that_is_said_first_is_that_of_what_follows(language: str, text: str, title: str, hour: int) -> None:
    (booked,) = understand(text, NOW, language)
    assert isinstance(booked, Remind)
    assert (booked.title, booked.when.hour) == (title, hour)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "pick up the kids every school day at 3:15pm"),
        ("en", "on school days pick up the kids at 3:15pm"),
        ("es", "los días de cole recoger a los niños a las 15:15"),
        ("fr", "les jours d'école récupérer les enfants à 15h15"),
        ("pt", "nos dias de escola ir buscar os miúdos às 15h15"),
    ],
)
def test_school_is_on_weekdays(language: str, text: str) -> None:
    (booked,) = understand(text, NOW, language)
    assert isinstance(booked, Remind)
    assert booked.rrule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert len(booked.title.split()) <= 5, "the days are no part of it"


@pytest.mark.parametrize(
    ("language", "text", "title", "hour"),
    [
        ("en", "schedule lunch with Ana on friday at 1", "Lunch with Ana", 13),
        ("es", "agenda una comida con Ana el viernes a la 1", "Comida con Ana", 13),
        ("fr", "planifie un déjeuner avec Ana vendredi à 13h", "Déjeuner avec Ana", 13),
        ("pt", "agenda um almoço com a Ana na sexta às 13h", "Almoço com a Ana", 13),
        ("en", "my mom arrives on saturday at 14:20", "My mom arrives", 14),
        ("es", "el tren sale mañana a las 8:40", "El tren sale", 8),
        ("fr", "le plombier passe à 9h demain", "Le plombier passe", 9),
        ("pt", "o comboio parte amanhã às 8:40", "O comboio parte", 8),
        ("en", "school starts at 8:30", "School", 8),
        ("fr", "ma mère arrive samedi à 14h20", "Ma mère arrive", 14),
        ("es", "vitamina d a las 9", "Vitamina d", 9),
        ("pt", "vitamina d às 9h", "Vitamina d", 9),
        ("es", "¿puedes recordarme llamar a Ana a las 5?", "Llamar a Ana", 17),
        ("es", "¿me podrías recordar llamar a Ana a las 5?", "Llamar a Ana", 17),
        ("fr", "est-ce que tu peux me rappeler d'appeler Ana à 17h ?", "Appeler Ana", 17),
        ("fr", "je voudrais que tu me rappelles d'appeler Ana à 17h", "Appeler Ana", 17),
        ("pt", "quero que me lembres de ligar à Ana às 17h", "Ligar à Ana", 17),
        ("en", "i need a reminder at 5 to call Ana", "Call Ana", 17),
        ("en", "please remind me at 5pm, to call Ana", "Call Ana", 17),
        ("en", "remind me at 5pm, call Ana", "Call Ana", 17),
        ("es", "recuérdame a las 5, llamar a Ana", "Llamar a Ana", 17),
        ("fr", "rappelle-moi à 17h, d'appeler Ana", "Appeler Ana", 17),
        ("pt", "lembra-me às 17h, de ligar à Ana", "Ligar à Ana", 17),
    ],
)
def test_a_title_is_what_happens_and_all_of_it(language: str, text: str, title: str, hour: int) -> None:
    (booked,) = understand(text, NOW, language)
    assert isinstance(booked, Remind)
    assert (booked.title, booked.when.hour) == (title, hour)


@pytest.mark.parametrize(
    ("language", "text", "rrule"),
    [
        ("en", "anniversary june 14 every year", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14"),
        ("es", "aniversario el 14 de junio todos los años", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14"),
        ("fr", "anniversaire le 14 juin tous les ans", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14"),
        ("pt", "aniversário a 14 de junho todos os anos", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14"),
        ("en", "gym tuesday every week", "FREQ=WEEKLY;BYDAY=TU"),
        ("es", "gimnasio el martes todas las semanas", "FREQ=WEEKLY;BYDAY=TU"),
        ("fr", "gym le mardi toutes les semaines", "FREQ=WEEKLY;BYDAY=TU"),
        ("pt", "ginásio à terça todas as semanas", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_how_often_may_follow_the_day(language: str, text: str, rrule: str) -> None:
    (task,) = understand(text, NOW, language)
    assert isinstance(task, AddTask)
    assert (len(task.title.split()), task.rrule) == (1, rrule)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "could you please add milk to the list?", "Milk"),
        ("es", "¿puedes añadir leche a la lista?", "Leche"),
        ("fr", "peux-tu ajouter du lait à la liste ?", "Du lait"),
        ("pt", "podes pôr leite na lista?", "Leite"),
    ],
)
def test_what_is_asked_for_politely_is_done(language: str, text: str, title: str) -> None:
    assert understand(text, NOW, language) == [AddTask(title)]


def test_another_question_in_spanish_stays_one() -> None:
    assert isinstance(understand("¿puedes decirme qué hora es?", NOW, "es")[0], Ask)


@pytest.mark.parametrize(("language", "text"), [("es", "hecho ya"), ("fr", "déjà fait"), ("pt", "feito já")])
def test_already_names_nothing_that_is_done(language: str, text: str) -> None:
    assert understand(text, NOW, language) == [Done("", text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "limpiar el fin de semana"),
        ("es", "fin de semana limpiar"),
        ("pt", "limpar no fim de semana"),
        ("pt", "fim de semana limpar"),
        ("fr", "le week-end ranger"),
        ("en", "clean on the weekend"),
    ],
)
def test_the_weekend_begins_on_saturday(language: str, text: str) -> None:
    (task,) = understand(text, NOW, language)
    assert isinstance(task, AddTask)
    assert task.due == at(28)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("es", "café con Ana a las 4", "Café con Ana"),
        ("es", "bebé al pediatra a las 4", "Bebé al pediatra"),
        ("es", "José a las 4", "José"),
    ],
)
def test_a_noun_that_ends_like_the_past_is_none(language: str, text: str, title: str) -> None:
    (booked,) = understand(text, NOW, language)
    assert isinstance(booked, Remind)
    assert booked.title == title
    assert isinstance(understand("tomé el ritalin a las 8", NOW, "es")[0], Note)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "entrevista el jueves a las 14, tardo 40 minutos en llegar y 15 en prepararme"),
        ("fr", "entretien jeudi à 14h, je mets 40 minutes pour y aller et 15 pour me préparer"),
        ("pt", "entrevista na quinta às 14h, demoro 40 minutos a chegar e 15 a arranjar-me"),
    ],
)
def test_how_long_it_takes_to_get_there_is_told_in_many_ways(language: str, text: str) -> None:
    (event,) = understand(text, NOW, language)
    assert isinstance(event, Remind)
    assert (event.travel, event.ready) == (timedelta(minutes=40), timedelta(minutes=15))
    assert len(event.title.split()) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in a while call Ana"),
        ("es", "dentro de un rato llamar a Ana"),
        ("fr", "dans un moment appeler Ana"),
        ("pt", "daqui a bocado ligar à Ana"),
    ],
)
def test_in_a_while_is_later(language: str, text: str) -> None:
    (later,) = understand(text, NOW, language)
    assert isinstance(later, Later)
    assert isinstance(later.anew, AddTask)
    assert later.anew.title.endswith("Ana")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿a qué hora es mi cita con el dentista?"),
        ("fr", "à quelle heure est mon rdv chez le dentiste ?"),
        ("pt", "a que horas é a minha consulta?"),
    ],
)
def test_when_something_is_at_is_looked_up(language: str, text: str) -> None:
    assert isinstance(understand(text, NOW, language)[0], Recall)


def test_an_idea_may_follow_an_e_in_spanish() -> None:
    call, milk, idea = understand("llama a mamá a las 5, compra leche e idea: bici roja", NOW, "es")
    assert isinstance(call, Remind)
    assert (milk, idea) == (AddTask("Compra leche"), Thought("Bici roja"))
