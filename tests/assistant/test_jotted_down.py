"""What is jotted down in a hurry, in four languages: lists that end with something booked, halves of a day, means."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import AddTask, BeforeEvent, Next, Remind, understand

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=LISBON)
"""A Tuesday."""


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        (
            "en",
            "pack lunches tonight, sign the slip, and parents meeting thursday 5pm",
            ["Pack lunches", "Sign the slip", "Parents meeting"],
        ),
        (
            "es",
            "preparar los bocadillos esta noche, firmar la autorización y tutoría el jueves a las 17h",
            ["Preparar los bocadillos", "Firmar la autorización", "Tutoría"],
        ),
        (
            "fr",
            "préparer les goûters ce soir, signer l'autorisation et réunion des parents jeudi 17h",
            ["Préparer les goûters", "Signer l'autorisation", "Réunion des parents"],
        ),
        (
            "pt",
            "fazer as lancheiras hoje à noite, assinar a autorização e reunião de pais quinta às 17h",
            ["Fazer as lancheiras", "Assinar a autorização", "Reunião de pais"],
        ),
    ],
)
def test_a_list_may_end_with_something_booked(language: str, text: str, titles: list[str]) -> None:
    first, second, last = understand(text, NOW, language)

    assert isinstance(first, Remind)
    assert isinstance(last, Remind)
    assert second == AddTask(titles[1])
    assert (first.title, last.title, last.when) == (titles[0], titles[2], at(12, 17))


def test_who_is_called_stays_together() -> None:
    bag, call = understand("pack the bag, call mom and dad at 5pm", NOW, "en")

    assert isinstance(bag, AddTask)
    assert isinstance(call, Remind)
    assert call.title == "Call mom and dad"


@pytest.mark.parametrize(
    ("language", "text", "titles"),
    [
        ("en", "tomorrow morning laundry and in the afternoon groceries", ["Laundry", "Groceries"]),
        ("es", "mañana por la mañana lavadora y por la tarde compra", ["Lavadora", "Compra"]),
        ("fr", "demain matin lessive et l'après-midi courses", ["Lessive", "Courses"]),
        ("pt", "amanhã de manhã máquina da roupa e à tarde compras", ["Máquina da roupa", "Compras"]),
    ],
)
def test_another_part_of_the_day_has_a_thing_of_its_own(language: str, text: str, titles: list[str]) -> None:
    one, other = understand(text, NOW, language)

    assert isinstance(one, Remind)
    assert isinstance(other, Remind)
    assert [one.title, other.title] == titles
    assert (one.when, other.when) == (at(11, 9), at(11, 15))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I have 15 minutes at home"),
        ("es", "tengo un cuarto de hora en casa"),
        ("fr", "j'ai un quart d'heure à la maison"),
        ("pt", "tenho um quarto de hora em casa"),
    ],
)
def test_a_place_right_behind_the_time_is_where_they_are(language: str, text: str) -> None:
    (meant,) = understand(text, NOW, language)

    assert isinstance(meant, Next)
    assert meant.minutes == 15
    assert meant.context


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i have 30 min and zero energy"),
        ("es", "tengo 30 min y cero energía"),
        ("fr", "j'ai 30 min et zéro énergie"),
        ("pt", "tenho 30 min e zero energia"),
    ],
)
def test_no_energy_is_low(language: str, text: str) -> None:
    assert understand(text, NOW, language) == [Next(30, "low")]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "dentist tomorrow at 3pm and 30 minutes to get ready", "Dentist"),
        ("es", "dentista mañana a las 15h y 30 minutos para arreglarme", "Dentista"),
        ("fr", "dentiste demain à 15h et 30 minutes pour me préparer", "Dentiste"),
        ("pt", "dentista amanhã às 15h e 30 minutos para me arranjar", "Dentista"),
    ],
)
def test_getting_ready_alone_is_no_part_of_the_title(language: str, text: str, title: str) -> None:
    (remind,) = understand(text, NOW, language)

    assert isinstance(remind, Remind)
    assert (remind.title, remind.when, remind.ready) == (title, at(11, 15), timedelta(minutes=30))
    assert remind.is_event


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("faut que j'appelle la banque", "Appeler la banque"),
        ("il faut que j'achète du pain", "Acheter du pain"),
        ("faut que je finisse le rapport", "Finir le rapport"),
        ("faut que je nettoie le frigo", "Nettoyer le frigo"),
        ("faut que j'aille à la poste", "Aller à la poste"),
        ("faut que je jette les cartons", "Jeter les cartons"),
        ("prenne rendez-vous chez l'ophtalmo", "Prendre rendez-vous chez l'ophtalmo"),
        ("il faut appeler Jo", "Appeler Jo"),
        ("ouvre le colis", "Ouvre le colis"),
    ],
)
def test_what_has_to_be_done_stands_in_the_infinitive(text: str, title: str) -> None:
    assert understand(text, NOW, "fr") == [AddTask(title)]


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "dm1 14h rdv banque", at(11, 14)),
        ("fr", "ts les lundis 18h chorale", at(16, 18)),
    ],
)
def test_short_forms_of_days_are_written_out(language: str, text: str, when: datetime) -> None:
    (remind,) = understand(text, NOW, language)

    assert isinstance(remind, Remind)
    assert remind.when == when


def test_with_is_written_out() -> None:
    (remind,) = understand("lunch w/ Ana tmrw 1pm", NOW, "en")

    assert isinstance(remind, Remind)
    assert (remind.title, remind.when) == ("Lunch with Ana", at(11, 13))


def test_a_two_before_days_is_a_number() -> None:
    (before,) = understand("pls remind me 2 days before the rent is due", NOW, "en")

    assert isinstance(before, BeforeEvent)
    assert before.lead == timedelta(days=2)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "boil eggs 10 min", "Boil eggs"),
        ("es", "cocer huevos 10 min", "Cocer huevos"),
        ("fr", "cuire les œufs 10 min", "Cuire les œufs"),
        ("fr", "travailler 10 minutes", "Travailler"),
        ("pt", "cozer ovos 10 min", "Cozer ovos"),
    ],
)
def test_how_long_something_cooks_is_how_long_it_takes(language: str, text: str, title: str) -> None:
    assert understand(text, NOW, language) == [AddTask(title, estimate=timedelta(minutes=10))]
