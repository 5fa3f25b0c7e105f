"""What is said to come again on a day is a task that does; at an hour, a reminder that does."""

from datetime import date
from zoneinfo import ZoneInfo

import httpx2
import pytest

from cairn.assistant.grammar import AddTask, Remind, understand
from tests.conftest import NOON, ClientFor, NewPerson

HERE = NOON.astimezone(ZoneInfo("Europe/Lisbon"))
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"


@pytest.mark.parametrize(
    ("language", "said", "title", "rrule"),
    [
        ("en", "every Monday take out the bins", "Take out the bins", MONDAYS),
        ("en", "water the plants every 3 days", "Water the plants", "FREQ=DAILY;INTERVAL=3"),
        ("en", "pay rent on the 1st of every month", "Pay rent", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("pt", "todas as segundas lixo", "Lixo", MONDAYS),
        ("pt", "regar as plantas a cada 3 dias", "Regar as plantas", "FREQ=DAILY;INTERVAL=3"),
        ("es", "cada lunes sacar la basura", "Sacar la basura", MONDAYS),
        ("es", "regar las plantas cada 3 días", "Regar las plantas", "FREQ=DAILY;INTERVAL=3"),
        ("fr", "tous les lundis sortir les poubelles", "Sortir les poubelles", MONDAYS),
        ("fr", "arroser les plantes tous les 3 jours", "Arroser les plantes", "FREQ=DAILY;INTERVAL=3"),
    ],
)
def test_a_day_alone_that_comes_again_is_a_task(language: str, said: str, title: str, rrule: str) -> None:
    (intent,) = understand(said, HERE, language)
    assert isinstance(intent, AddTask)
    assert (intent.title, intent.rrule) == (title, rrule)
    assert intent.due is not None
    assert intent.due > HERE


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "call mom every sunday at 5"),
        ("en", "every morning take the pills"),
        ("en", "take vitamins twice a day"),
        ("en", "remind me every monday to take out the bins"),
        ("pt", "todas as segundas às 20h levar o lixo"),
        ("es", "cada lunes a las 20:00 sacar la basura"),
        ("fr", "tous les lundis à 20h sortir les poubelles"),
    ],
)
def test_an_hour_or_being_reminded_makes_it_a_reminder(language: str, said: str) -> None:
    (intent,) = understand(said, HERE, language)
    assert isinstance(intent, Remind)
    assert intent.rrule is not None


async def test_said_it_is_on_the_list_told_and_can_be_taken_back(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(locale="pt"))
    said = await client.post("/api/v1/messages", json={"text": "todas as segundas lixo"})
    (receipt,) = said.json()["receipts"]
    assert (receipt["kind"], receipt["rrule"]) == ("task.added", MONDAYS)
    assert "Toda segunda-feira. Para seg. 30 nov." in said.json()["reply"]["text"]
    assert await _rules(client) == [MONDAYS]

    await client.post(f"/api/v1/receipts/{receipt['id']}/undo")
    assert await _rules(client) == []


async def _rules(client: httpx2.AsyncClient) -> list[str]:
    return [one["rrule"] for one in (await client.get("/api/v1/tasks")).json()["items"]]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "every day at 10, 2 and 6 drink water"),
        ("es", "beber agua cada día a las 10, 14 y 18"),
        ("fr", "boire de l'eau tous les jours à 10h, 14h et 18h"),
        ("pt", "todos os dias às 10, 14 e 18 beber água"),
    ],
)
def test_several_hours_of_every_day_are_one_rule(language: str, said: str) -> None:
    (meant,) = understand(said, HERE, language)
    assert isinstance(meant, Remind)
    assert meant.rrule == "FREQ=DAILY;BYHOUR=10,14,18"
    assert meant.when == HERE.replace(hour=14)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "remind me at 10, 2 and 6 to drink water", "Drink water"),
        ("en", "remind me to drink water at 10am, 2pm and 6pm", "Drink water"),
        ("es", "recuérdame a las 10, 14 y 18 beber agua", "Beber agua"),
        ("fr", "rappelle-moi de boire de l'eau à 10h, 14h et 18h", "Boire de l'eau"),
        ("pt", "lembra-me às 10, 14 e 18 de beber água", "Beber água"),
    ],
)
def test_several_hours_are_as_many_reminders_and_one_that_has_passed_is_tomorrow(
    language: str, said: str, title: str
) -> None:
    meant = understand(said, HERE, language)
    assert [one.title for one in meant if isinstance(one, Remind)] == [title] * 3
    assert [one.when for one in meant if isinstance(one, Remind)] == [
        HERE.replace(day=25, hour=10),
        HERE.replace(hour=14),
        HERE.replace(hour=18),
    ]


@pytest.mark.parametrize("said", ["remind me at 5, 2 eggs and 6 apples", "dinner at 7 and 8 people come"])
def test_numbers_that_count_something_are_no_hours(said: str) -> None:
    assert len([one for one in understand(said, HERE, "en") if isinstance(one, Remind)]) == 1


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "water the plants every 3 days after I did it", "Water the plants"),
        ("en", "remind me to water the plants 3 days after I've done it", "Water the plants"),
        ("es", "regar las plantas cada 3 días después de hacerlo", "Regar las plantas"),
        ("es", "regar las plantas 3 días después de haberlo hecho", "Regar las plantas"),
        ("fr", "arroser les plantes tous les 3 jours après l'avoir fait", "Arroser les plantes"),
        ("fr", "arroser les plantes 3 jours après que je l'ai fait", "Arroser les plantes"),
        ("pt", "regar as plantas a cada 3 dias depois de o fazer", "Regar as plantas"),
        ("pt", "regar as plantas de 3 em 3 dias depois de o fazer", "Regar as plantas"),
        ("pt", "regar as plantas 3 dias depois de feito", "Regar as plantas"),
    ],
)
def test_so_long_after_it_was_done_is_counted_from_then(language: str, said: str, title: str) -> None:
    (meant,) = understand(said, HERE, language)
    assert meant == AddTask(title, rrule="FREQ=DAILY;INTERVAL=3", after_done=True)


@pytest.mark.parametrize("said", ["he called 3 days after I did it", "call Ana 3 days after I finished the report"])
def test_what_happened_after_something_comes_not_again(said: str) -> None:
    (meant,) = understand(said, HERE, "en")
    assert not (isinstance(meant, AddTask) and meant.after_done)


async def test_it_comes_again_so_long_after_it_is_done(client: httpx2.AsyncClient) -> None:
    said = (await client.post("/api/v1/messages", json={"text": "water the plants every 3 days after I did it"})).json()
    assert "Every 3 days after you did it." in said["reply"]["text"]
    (task,) = (await client.get("/api/v1/tasks")).json()["items"]
    assert (task["rrule"], task["after_done"]) == ("FREQ=DAILY;INTERVAL=3", True)
    told = (await client.post("/api/v1/messages", json={"text": "done with the plants"})).json()
    assert "Fri 27 Nov" in told["reply"]["text"]


@pytest.mark.parametrize(
    ("locale", "said", "told"),
    [
        ("en", "take my pills every day at 8am except november 26", "Not on Thu 26 Nov."),
        ("es", "tomar la pastilla todos los días a las 8:00 excepto el 26 de noviembre", "Menos el jue 26 nov."),
        ("fr", "prendre le médicament tous les jours à 8h sauf le 26 novembre", "Sauf le jeu"),
        ("pt", "tomar o remédio todos os dias às 8h exceto no dia 26 de novembro", "Exceto a qui"),
    ],
)
async def test_a_day_that_is_left_out_is_kept_and_told(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    answer = (await client.post("/api/v1/messages", json={"text": said})).json()
    assert told in answer["reply"]["text"]
    (reminder,) = (await client.get("/api/v1/reminders")).json()["items"]
    assert (reminder["rrule"], reminder["due_at"]) == ("FREQ=DAILY", "2026-11-25T08:00:00Z")


@pytest.mark.parametrize(
    ("locale", "said", "told"),
    [
        ("en", "yoga every day from 9 to 10 except november 26", "Not on Thu 26 Nov."),
        ("es", "yoga todos los días de 9 a 10 excepto el 26 de noviembre", "Menos el jue 26 nov."),
        ("fr", "yoga tous les jours de 9h à 10h sauf le 26 novembre", "Sauf le jeu"),
        ("pt", "ioga todos os dias das 9h às 10h exceto no dia 26 de novembro", "Exceto a qui"),
    ],
)
async def test_an_event_is_not_on_a_day_that_is_left_out(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    answer = (await client.post("/api/v1/messages", json={"text": said})).json()
    assert told in answer["reply"]["text"]
    window = {"from": "2026-11-25T00:00:00Z", "to": "2026-11-28T00:00:00Z"}
    times = (await client.get("/api/v1/calendar/occurrences", params=window)).json()["items"]
    assert [one["start"] for one in times] == ["2026-11-25T09:00:00Z", "2026-11-27T09:00:00Z"]


async def test_a_form_that_takes_words_leaves_the_day_out_as_well(client: httpx2.AsyncClient) -> None:
    words = "every day at 9am except november 25"
    reminder = (await client.post("/api/v1/reminders", json={"text": "Pills", "when": words})).json()
    event = (await client.post("/api/v1/calendar/events", json={"title": "Yoga", "when": words})).json()
    assert reminder["due_at"] == "2026-11-26T09:00:00Z"
    assert event["start"] == "2026-11-26T09:00:00Z"


async def test_of_so_many_times_those_that_are_left_out_at_the_beginning_are_gone(client: httpx2.AsyncClient) -> None:
    body = {"title": "Yoga", "start": "2026-11-25T09:00:00Z", "rrule": "FREQ=DAILY;COUNT=4"}
    left_out = {"without": ["2026-11-25", "2026-11-27"]}
    event = (await client.post("/api/v1/calendar/events", json=body | left_out)).json()
    assert event["start"] == "2026-11-26T09:00:00Z"
    window = {"from": "2026-11-24T00:00:00Z", "to": "2026-12-24T00:00:00Z"}
    times = (await client.get("/api/v1/calendar/occurrences", params=window)).json()["items"]
    assert [one["start"][:10] for one in times] == ["2026-11-26", "2026-11-28"]
    none = body | {"rrule": "FREQ=DAILY;COUNT=1", "without": ["2026-11-25"]}
    assert (await client.post("/api/v1/calendar/events", json=none)).status_code == 422


@pytest.mark.parametrize(
    ("locale", "said", "told"),
    [
        ("en", "water the plants every day except november 26", "Not on Thu 26 Nov."),
        ("es", "regar las plantas todos los días excepto el 26 de noviembre", "Menos el jue 26 nov."),
        ("fr", "arroser les plantes tous les jours sauf le 26 novembre", "Sauf le jeu"),
        ("pt", "regar as plantas todos os dias exceto no dia 26 de novembro", "Exceto a qui"),
    ],
)
async def test_a_task_does_not_come_on_a_day_that_is_left_out(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    answer = (await client.post("/api/v1/messages", json={"text": said})).json()
    assert told in answer["reply"]["text"]
    (task,) = (await client.get("/api/v1/tasks")).json()["items"]
    assert (task["due_at"][:10], task["without"]) == ("2026-11-25", ["2026-11-26"])
    assert (await client.post(f"/api/v1/tasks/{task['id']}/done")).status_code == 200
    (following,) = (await client.get("/api/v1/tasks")).json()["items"]
    assert (following["due_at"][:10], following["without"]) == ("2026-11-27", ["2026-11-26"])


async def test_a_task_begins_with_the_first_day_that_is_not_left_out(client: httpx2.AsyncClient) -> None:
    new = {"title": "Bins", "due_at": "2026-11-25T12:00:00Z", "due_date_only": True, "rrule": "FREQ=DAILY"}
    left_out = {"without": ["2026-11-25", "2026-11-26"]}
    task = (await client.post("/api/v1/tasks", json=new | left_out)).json()
    assert task["due_at"][:10] == "2026-11-27"
    gone = await client.post(f"/api/v1/tasks/{task['id']}/skip")
    assert gone.json()["due_at"][:10] == "2026-11-28"
    assert (await client.post("/api/v1/tasks", json=new | {"rrule": None} | left_out)).status_code == 422
    once = new | {"rrule": "FREQ=DAILY;COUNT=1", "without": ["2026-11-25"]}
    assert (await client.post("/api/v1/tasks", json=once)).status_code == 422


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "every monday yoga at 7pm except november 30", "Yoga"),
        ("en", "yoga every monday at 7pm, except november 30", "Yoga"),
        ("es", "todos los lunes yoga a las 19, excepto el 30 de noviembre", "Yoga"),
        ("fr", "tous les lundis yoga à 19h sauf le 30 novembre", "Yoga"),
        ("pt", "toda segunda ioga às 19h, exceto 30 de novembro", "Ioga"),
    ],
)
def test_a_day_is_left_out_wherever_it_is_said(language: str, said: str, title: str) -> None:
    (meant,) = understand(said, HERE, language)
    assert isinstance(meant, Remind)
    assert (meant.title, meant.rrule, meant.without) == (title, MONDAYS, (date(2026, 11, 30),))
