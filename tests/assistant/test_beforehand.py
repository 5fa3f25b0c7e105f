"""Being reminded so long before what is said in the same breath, or at a time that is named, in four languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant.grammar import AddTask, BeforeEvent, Note, PastTime, Remind, WhenToLeave, understand
from tests.conftest import ClientFor, NewPerson

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
"""A Friday."""


def told(said: str, language: str) -> list[str]:
    """What rings, in order: its title and when."""
    found = understand(said, NOW, language)
    assert all(isinstance(one, Remind) for one in found), found
    return [f"{one.title} · {one.when:%d %b %H:%M}" for one in found if isinstance(one, Remind)]


@pytest.mark.parametrize(
    ("language", "said", "thing", "before"),
    [
        ("en", "dentist tomorrow at 3pm, remind me an hour before", "Dentist", "Dentist (Sat 28 Nov, 15:00)"),
        ("en", "Dentist tomorrow at 3pm. Remind me an hour before.", "Dentist", "Dentist (Sat 28 Nov, 15:00)"),
        ("en", "dentist tomorrow at 3pm with an alert 60 minutes before", "Dentist", "Dentist (Sat 28 Nov, 15:00)"),
        ("es", "dentista mañana a las 15, avísame una hora antes", "Dentista", "Dentista (sáb 28 nov, 15:00)"),
        ("es", "dentista mañana a las 15, con aviso 1 hora antes", "Dentista", "Dentista (sáb 28 nov, 15:00)"),
        ("fr", "dentiste demain à 15h, rappelle-moi une heure avant", "Dentiste", "Dentiste (sam. 28 nov., 15:00)"),
        ("pt", "dentista amanhã às 15h, lembra-me uma hora antes", "Dentista", "Dentista (sáb. 28 nov., 15:00)"),
    ],
)
def test_a_thing_and_a_reminder_before_it_are_both_booked(language: str, said: str, thing: str, before: str) -> None:
    assert told(said, language) == [f"{thing} · 28 Nov 15:00", f"{before} · 28 Nov 14:00"]


@pytest.mark.parametrize(
    ("language", "said", "title", "at"),
    [
        ("en", "remind me 2 hours before my flight on dec 3 at 6am", "My flight (Thu 3 Dec, 06:00)", "03 Dec 04:00"),
        ("en", "remind me the night before the exam on dec 10 at 9am", "The exam (Thu 10 Dec, 09:00)", "09 Dec 21:00"),
        ("en", "remind me 10 min before the standup at 9:15 to print the notes", "Print the notes", "28 Nov 09:05"),
        ("es", "recuérdame 2 horas antes del vuelo el 3 dic a las 6:00", "Vuelo (jue 3 dic, 06:00)", "03 Dec 04:00"),
        ("fr", "rappelle-moi la veille de mon vol le 3 décembre à 6h", "Mon vol (jeu. 3 déc., 06:00)", "02 Dec 06:00"),
        ("pt", "avisa-me na véspera do exame dia 10 às 9h", "Exame (qui. 10 dez., 09:00)", "09 Dec 09:00"),
    ],
)  # fmt: skip
def test_before_a_time_that_is_named_it_rings_before_it(language: str, said: str, title: str, at: str) -> None:
    assert told(said, language) == [f"{title} · {at}"]


def test_several_may_come_before_it() -> None:
    assert told("flight dec 3 6am, reminder 2 hours before and the night before", "en") == [
        "Flight · 03 Dec 06:00",
        "Flight (Thu 3 Dec, 06:00) · 03 Dec 04:00",
        "Flight (Thu 3 Dec, 06:00) · 02 Dec 21:00",
    ]


def test_before_a_day_it_comes_on_a_morning() -> None:
    task, before = understand("quarterly taxes jan 15, remind me a week before", NOW, "en")
    assert isinstance(task, AddTask)
    assert isinstance(before, Remind)
    assert (before.title, f"{before.when:%Y-%m-%d %H:%M}") == ("Quarterly taxes (Fri 15 Jan 2027)", "2027-01-08 09:00")


@pytest.mark.parametrize(
    ("language", "said", "deed", "at"),
    [
        ("en", "my flight is on dec 3 at 6am, remind me the night before to pack", "Pack", "02 Dec 21:00"),
        ("en", "exam dec 10 9am, remind me to study 3 days before", "Study", "07 Dec 09:00"),
        ("en", "exam dec 10 9am, remind me a day before to study", "Study", "09 Dec 09:00"),
        ("es", "examen el 10 dic a las 9:00, avísame un día antes para leer", "Leer", "09 Dec 09:00"),
        ("fr", "examen le 10 décembre à 9h, rappelle-moi un jour avant de lire", "Lire", "09 Dec 09:00"),
        ("pt", "exame a 10 de dezembro às 9h, lembra-me um dia antes de ler", "Ler", "09 Dec 09:00"),
        (
            "es",
            "vuelo el 3 dic a las 6:00, recuérdame hacer la maleta la noche antes",
            "Hacer la maleta",
            "02 Dec 21:00",
        ),
        ("fr", "vol le 3 décembre à 6h, rappelle-moi de faire la valise la veille", "Faire la valise", "02 Dec 06:00"),
        ("pt", "voo a 3 de dezembro às 6h, lembra-me de fazer a mala na véspera", "Fazer a mala", "02 Dec 06:00"),
    ],
)
def test_there_may_be_something_to_do_before_it(language: str, said: str, deed: str, at: str) -> None:
    assert told(said, language)[1] == f"{deed} · {at}"


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "mom's birthday is march 4, remind me a week before", "Mom's birthday (Thu 4 Mar 2027)"),
        ("es", "el cumple de mamá es el 4 de marzo, recuérdame una semana antes", "El cumple de mamá (jue 4 mar 2027)"),
        ("fr", "la fête de maman est le 4 mars, rappelle-moi une semaine avant", "La fête de maman (jeu. 4 mars 2027)"),
        ("pt", "os anos da mãe são a 4 de março, lembra-me uma semana antes", "Os anos da mãe (qui. 4 mar. 2027)"),
    ],
)  # fmt: skip
def test_what_is_only_told_of_is_kept_and_told_ahead(language: str, said: str, title: str) -> None:
    kept, before = understand(said, NOW, language)
    assert isinstance(kept, Note)
    assert isinstance(before, Remind)
    assert (before.title, f"{before.when:%Y-%m-%d %H:%M}") == (title, "2027-02-25 09:00")


def test_what_comes_again_is_told_before_each() -> None:
    yoga, before = understand("yoga every monday at 7pm, remind me an hour before", NOW, "en")
    assert isinstance(yoga, Remind)
    assert isinstance(before, Remind)
    assert (before.title, before.when.hour, before.rrule) == ("Yoga", 18, yoga.rrule)


def test_an_hour_is_an_hour_in_the_night_in_which_clocks_change() -> None:
    (before,) = understand("remind me 2 hours before my flight on march 28 at 3:30am", NOW, "en")
    assert isinstance(before, Remind)
    assert before.when.isoformat() == "2027-03-28T00:30:00+00:00", "in Lisbon 1:30 is not shown that night"


def test_longer_than_ten_years_before_is_no_time() -> None:
    assert not any(
        isinstance(one, PastTime) for one in understand("taxes jan 15, remind me 900 years before", NOW, "en")
    )


def test_so_long_before_it_nothing_is_said_to_have_passed() -> None:
    said = "remind me 20 years before my flight on dec 3 at 6am"
    assert not any(isinstance(one, PastTime) for one in understand(said, NOW, "en")), "dec 3 is to come"


def test_what_would_be_too_late_is_said() -> None:
    there, before = understand("dentist in 30 minutes, remind me an hour before", NOW, "en")
    assert isinstance(there, Remind)
    assert isinstance(before, PastTime)


@pytest.mark.parametrize(
    ("said", "hour"), [("remind me an hour before noon to eat", 11), ("remind me an hour before my 3pm call", 14)]
)
def test_a_length_and_its_hour_are_read_as_one(said: str, hour: int) -> None:
    (found,) = understand(said, NOW, "en")
    assert isinstance(found, Remind)
    assert found.when.hour == hour


def test_without_a_time_it_is_the_calendars() -> None:
    assert isinstance(understand("remind me the day before the exam", NOW, "en")[0], BeforeEvent)
    milk = understand("buy milk, remind me an hour before", NOW, "en")[0]
    assert isinstance(milk, AddTask)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "remind me when I get home to water the ferns", "Water the ferns when I get home"),
        ("en", "remind me when I go to the shop to buy milk", "Buy milk when I go to the shop"),
        ("es", "recuérdame cuando llegue a casa regar los helechos", "Regar los helechos cuando llegue a casa"),
        ("fr", "rappelle-moi quand je rentre d'arroser les fougères", "Arroser les fougères quand je rentre"),
        ("pt", "lembra-me quando chegar a casa de regar os fetos", "Regar os fetos quando chegar a casa"),
    ],
)
def test_on_a_condition_the_deed_comes_first(language: str, said: str, title: str) -> None:
    assert understand(said, NOW, language) == [AddTask(title)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "tell me when to leave"),
        ("es", "dime cuándo salir"),
        ("fr", "dis-moi quand partir"),
        ("pt", "diz-me quando sair"),
    ],
)
def test_when_to_leave_is_asked_in_one_breath(language: str, said: str) -> None:
    assert understand(said, NOW, language) == [WhenToLeave()]


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "walk the dog at 7 and again at 6pm", "Walk the dog"),
        ("es", "pasear al perro a las 7 y otra vez a las 18", "Pasear al perro"),
        ("fr", "promener le chien à 7h et encore à 18h", "Promener le chien"),
        ("pt", "passear o cão às 7 e outra vez às 18", "Passear o cão"),
    ],
)
def test_again_is_another_hour_of_the_same(language: str, said: str, title: str) -> None:
    assert told(said, language) == [f"{title} · 28 Nov 07:00", f"{title} · 27 Nov 18:00"]


async def test_said_both_stand_there_and_are_taken_back(person: NewPerson, client_for: ClientFor) -> None:
    client: httpx2.AsyncClient = client_for(await person())
    said = await client.post("/api/v1/messages", json={"text": "dentist in 3 days at 15:00, remind me an hour before"})
    assert said.status_code == 200, said.text
    assert [one["kind"] for one in said.json()["receipts"]] == ["reminder.booked", "reminder.booked_ahead"]
    assert "It stays" not in said.json()["reply"]["text"], "it moves with the thing"
    booked = (await client.get("/api/v1/reminders")).json()["items"]
    assert len(booked) == 2
    assert len({one["due_at"] for one in booked}) == 2
    await client.post("/api/v1/messages", json={"text": "undo"})
    assert (await client.get("/api/v1/reminders")).json()["items"] == []
