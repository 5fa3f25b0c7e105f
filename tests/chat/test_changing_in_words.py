"""Reminders and tasks are taken away and moved in words, one time of what repeats too; what isn't clear is asked."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.chat.test_rescheduling import put, say, starts
from tests.conftest import NOON, ClientFor, NewPerson

V1 = "/api/v1"


async def remind(client: httpx2.AsyncClient, text: str, hours: float, **more: Any) -> str:
    body = {"text": text, "due_at": (NOON + timedelta(hours=hours)).isoformat(), **more}
    return str((await client.post(f"{V1}/reminders", json=body)).raise_for_status().json()["id"])


async def list_task(client: httpx2.AsyncClient, title: str, **more: Any) -> str:
    return str((await client.post(f"{V1}/tasks", json={"title": title, **more})).raise_for_status().json()["id"])


async def reminders(client: httpx2.AsyncClient) -> dict[str, str]:
    return {one["text"]: one["due_at"] for one in (await client.get(f"{V1}/reminders")).json()["items"]}


async def tasks(client: httpx2.AsyncClient) -> dict[str, dict[str, Any]]:
    return {one["title"]: one for one in (await client.get(f"{V1}/tasks")).json()["items"]}


def kinds(said: dict[str, Any]) -> list[str]:
    return [one["kind"] for one in said["receipts"]]


@pytest.mark.parametrize(
    ("locale", "cancel", "move", "remove", "later"),
    [
        (
            "en",
            "cancel the reminder about the zzmilk",
            "move my reminder to call mom to 6pm",
            "remove 'buy bread' from my list",
            "move the report to Friday",
        ),
        (
            "es",
            "cancela el recordatorio de zzmilk",
            "mueve el recordatorio de call mom a las 18:00",
            "quita buy bread de mi lista",
            "aplaza el report al viernes",
        ),
        (
            "fr",
            "annule le rappel de zzmilk",
            "déplace mon rappel de call mom à 18h",
            "enlève buy bread de ma liste",
            "reporte le report à vendredi",
        ),
        (
            "pt",
            "cancela o lembrete do zzmilk",
            "muda o lembrete de call mom para as 18h",
            "tira buy bread da minha lista",
            "adia o report para sexta",
        ),
    ],
)
async def test_what_is_named_changes_and_comes_back(
    person: NewPerson, client_for: ClientFor, locale: str, cancel: str, move: str, remove: str, later: str
) -> None:
    client = client_for(await person(locale=locale))
    await remind(client, "Buy zzmilk", 4)
    await remind(client, "Call mom", 26)
    await say(client, "remind me to buy bread")
    await say(client, "5pm")
    bread = (await tasks(client))["Buy bread"]["id"]
    (await client.post(f"{V1}/tasks/{bread}/steps", json={"text": "Go out"})).raise_for_status()
    (await client.patch(f"{V1}/tasks/{bread}", json={"notes": "the dark one"})).raise_for_status()
    await list_task(client, "Write the report")

    before = (await reminders(client), await tasks(client))
    for words, kind in (
        (cancel, "reminder.cancelled"),
        (move, "reminder.moved"),
        (remove, "task.removed"),
        (later, "task.moved"),
    ):
        said = await say(client, words)
        assert kinds(said) == [kind], said["reply"]["text"]
        if kind == "reminder.cancelled":
            assert sorted(await reminders(client)) == ["Buy bread", "Call mom"]
        elif kind == "reminder.moved":  # the hour alone keeps the day
            assert (await reminders(client))["Call mom"] == "2026-11-25T18:00:00Z"
        elif kind == "task.removed":
            assert list(await tasks(client)) == ["Write the report"]
            assert "Buy bread" not in await reminders(client)
        else:
            moved = (await tasks(client))["Write the report"]
            assert moved["due_at"].startswith("2026-11-27")
            assert moved["due_date_only"]
        await say(client, "undo")
        back = (await reminders(client), await tasks(client))
        assert back[0] == before[0]
        assert {name: {**one, "version": 0} for name, one in back[1].items()} == {
            name: {**one, "version": 0} for name, one in before[1].items()
        }


async def test_of_several_it_is_asked_which_and_an_answer_chooses(client: httpx2.AsyncClient) -> None:
    await remind(client, "Call the dentist", 24)
    await remind(client, "Pay the dentist", 72)
    asked = await say(client, "cancel the dentist reminder")
    assert asked["reply"]["text"].startswith("Which one: Call the dentist, Wed 25 Nov")
    assert kinds(asked) == ["thought.kept"]
    assert len(await reminders(client)) == 2
    assert kinds(await say(client, "the one on friday")) != ["reminder.cancelled"]  # not understood: nothing is guessed
    await say(client, "cancel the dentist reminder")
    assert kinds(await say(client, "friday")) == ["reminder.cancelled"]
    assert list(await reminders(client)) == ["Call the dentist"]


async def test_an_event_and_a_reminder_of_the_same_words_are_never_guessed_between(client: httpx2.AsyncClient) -> None:
    await put(client, "Dentist", 1)
    await remind(client, "Dentist", 20)
    asked = await say(client, "cancel the dentist")
    assert asked["reply"]["text"].startswith("Which one: Dentist (event), Wed 25 Nov")
    assert "Dentist (reminder)" in asked["reply"]["text"]
    assert kinds(asked) == ["thought.kept"]
    asked = await say(client, "move the dentist to friday")
    assert kinds(asked) == ["thought.kept"]
    assert kinds(await say(client, "the reminder")) == ["reminder.moved"]
    assert (await reminders(client))["Dentist"] == "2026-11-27T08:00:00Z"
    assert kinds(await say(client, "cancel my dentist appointment")) == ["event.cancelled"]


@pytest.mark.parametrize(
    ("locale", "words", "told"),
    [
        ("en", "cancel the reminder about the boat", "boat"),
        ("es", "borra el recordatorio del barco", "barco"),
        ("fr", "supprime le rappel du bateau", "bateau"),
        ("pt", "apaga o lembrete do barco", "barco"),
    ],
)
async def test_where_there_is_none_that_is_said_and_the_words_are_kept(
    person: NewPerson, client_for: ClientFor, locale: str, words: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    await remind(client, "Buy milk", 4)
    said = await say(client, words)
    assert told in said["reply"]["text"]
    assert kinds(said) == ["thought.kept"]
    assert list(await reminders(client)) == ["Buy milk"]
    assert await tasks(client) == {}


async def test_what_may_be_something_to_do_takes_nothing_away(client: httpx2.AsyncClient) -> None:
    await list_task(client, "Sort the photos")
    await list_task(client, "Cancel netflix")
    assert kinds(await say(client, "delete the photos")) == ["task.added"]
    assert kinds(await say(client, "cancel netflix")) == ["task.added"]
    assert sorted(await tasks(client)) == ["Cancel netflix", "Delete the photos", "Sort the photos"]


async def test_the_only_reminder_is_the_reminder(client: httpx2.AsyncClient) -> None:
    assert "none open" in (await say(client, "cancel the reminder"))["reply"]["text"]
    await remind(client, "Buy milk", 4)
    assert kinds(await say(client, "push the reminder by an hour")) == ["reminder.moved"]
    assert (await reminders(client))["Buy milk"] == "2026-11-24T17:00:00Z"
    assert kinds(await say(client, "cancel the reminder")) == ["reminder.cancelled"]


@pytest.mark.parametrize(
    ("locale", "cancel", "move"),
    [
        ("en", "cancel yoga tomorrow", "move Thursday's yoga to 11"),
        ("es", "cancela yoga mañana", "mueve el yoga del jueves a las 11"),
        ("fr", "annule le yoga de demain", "déplace le yoga de jeudi à 11h"),
        ("pt", "cancela o yoga amanhã", "muda o yoga de quinta para as 11"),
    ],
)
async def test_one_time_of_a_repeating_event_changes_and_the_others_stay(
    person: NewPerson, client_for: ClientFor, locale: str, cancel: str, move: str
) -> None:
    client = client_for(await person(locale=locale))
    await put(client, "Yoga", 0.25, rrule="FREQ=DAILY")
    before = await days(client)
    said = await say(client, cancel)
    assert kinds(said) == ["event.time_cancelled"], said["reply"]["text"]
    assert await days(client) == [one for one in before if not one.startswith("2026-11-25")]
    await say(client, "undo")
    assert await days(client) == before
    said = await say(client, move)
    assert kinds(said) == ["event.moved"], said["reply"]["text"]
    assert await days(client) == [one.replace("26T18", "26T11") for one in before]
    await say(client, "undo")
    assert await days(client) == before


async def days(client: httpx2.AsyncClient) -> list[str]:
    between = {"from": NOON.isoformat(), "to": (NOON + timedelta(days=5)).isoformat()}
    found = (await client.get(f"{V1}/calendar/occurrences", params=between)).raise_for_status().json()["items"]
    return [one["start"] for one in found]


async def test_a_repeating_event_is_never_taken_away_by_its_name_alone(client: httpx2.AsyncClient) -> None:
    await put(client, "Yoga", 0.25, rrule="FREQ=DAILY")
    before = await days(client)
    asked = await say(client, "cancel yoga")
    assert asked["reply"]["text"].startswith("Yoga comes again: which time")
    assert await days(client) == before
    assert kinds(await say(client, "this time")) == ["event.time_cancelled"]
    assert await days(client) == before[1:]
    await say(client, "move yoga to 8pm")
    assert kinds(await say(client, "all of them")) == ["event.moved"]
    assert {one[11:16] for one in await days(client)} == {"20:00"}
    assert kinds(await say(client, "cancel all yoga")) == ["event.cancelled"]
    assert await days(client) == []
    await say(client, "undo")
    assert len(await days(client)) >= 4


async def test_one_time_of_a_repeating_reminder(client: httpx2.AsyncClient) -> None:
    await remind(client, "Vitamins", 6, rrule="FREQ=DAILY")
    assert "which time" in (await say(client, "cancel the vitamins reminder"))["reply"]["text"]
    assert kinds(await say(client, "this time")) == ["reminder.skipped"]
    assert (await reminders(client))["Vitamins"] == "2026-11-25T18:00:00Z"
    await say(client, "undo")
    assert (await reminders(client))["Vitamins"] == "2026-11-24T18:00:00Z"
    assert kinds(await say(client, "move today's vitamins reminder to 9pm")) == ["reminder.snoozed"]
    assert kinds(await say(client, "cancel all vitamins reminders")) == ["reminder.cancelled"]
    assert await reminders(client) == {}
    assert await starts(client) == {}


@pytest.fixture
async def rings(client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime) -> None:
    """Vitamins of every day, which ring: it is 13:10."""
    await remind(client, "Vitamins", 1, rrule="FREQ=DAILY")
    clock.forward(timedelta(hours=1, minutes=10))
    await ticker.tick(runtime)


async def standing(client: httpx2.AsyncClient) -> tuple[str, str]:
    (one,) = (await client.get(f"{V1}/reminders")).json()["items"]
    return one["state"], one["due_at"]


@pytest.mark.usefixtures("rings")
async def test_the_time_for_which_it_rings_is_left_out_and_the_next_one_comes(client: httpx2.AsyncClient) -> None:
    for words in ("cancel today's vitamins reminder", "cancel the vitamins reminder"):
        said = await say(client, words)
        if not kinds(said) or kinds(said) == ["thought.kept"]:
            said = await say(client, "this time")
        assert kinds(said) == ["reminder.skipped"], words
        assert await standing(client) == ("waiting", "2026-11-25T13:00:00Z")
        await say(client, "undo")
        assert await standing(client) == ("ringing", "2026-11-25T13:00:00Z")
    assert kinds(await say(client, "cancel tomorrow's vitamins reminder")) == ["reminder.skipped"]
    assert await standing(client) == ("ringing", "2026-11-26T13:00:00Z")
    await say(client, "undo")
    assert kinds(await say(client, "move all vitamins reminders to 8am")) == ["reminder.moved"]
    assert await standing(client) == ("waiting", "2026-11-25T08:00:00Z")


@pytest.mark.usefixtures("rings")
async def test_what_was_put_off_is_left_out_and_the_next_one_comes(client: httpx2.AsyncClient) -> None:
    await say(client, "move today's vitamins reminder to 9pm")
    assert await standing(client) == ("waiting", "2026-11-24T21:00:00Z")
    assert kinds(await say(client, "cancel today's vitamins reminder")) == ["reminder.skipped"]
    assert await standing(client) == ("waiting", "2026-11-25T13:00:00Z")


async def test_what_followed_a_done_task_follows_it_when_it_is_back(client: httpx2.AsyncClient) -> None:
    due = NOON.isoformat()
    first = await list_task(client, "Water the fern", due_at=due, due_date_only=True, rrule="FREQ=DAILY")
    await client.post(f"{V1}/tasks/{first}/done")
    following = (await tasks(client))["Water the fern"]["id"]
    (await client.post(f"{V1}/tasks/{following}/skip")).raise_for_status()
    assert kinds(await say(client, "remove all 'water the fern' from my list")) == ["task.removed"]
    await say(client, "undo")
    (await client.post(f"{V1}/tasks/{following}/unskip")).raise_for_status()
    (await client.post(f"{V1}/tasks/{first}/reopen")).raise_for_status()
    assert [one["id"] for one in (await client.get(f"{V1}/tasks")).json()["items"]] == [first]


async def test_what_followed_a_task_that_came_again_meanwhile_stands_alone(client: httpx2.AsyncClient) -> None:
    due = NOON.isoformat()
    first = await list_task(client, "Water the fern", due_at=due, due_date_only=True, rrule="FREQ=DAILY")
    await client.post(f"{V1}/tasks/{first}/done")
    said = await say(client, "remove all 'water the fern' from my list")
    (await client.post(f"{V1}/tasks/{first}/reopen")).raise_for_status()
    undone = await client.post(f"{V1}/receipts/{said['receipts'][0]['id']}/undo")
    assert undone.status_code == 200, undone.text
    assert len((await client.get(f"{V1}/tasks")).json()["items"]) == 2
    assert (await client.post(f"{V1}/tasks/{first}/done")).status_code == 200


@pytest.mark.parametrize(
    "words",
    [
        "cancel the zzdentist",
        "move my zzdentist appointment to friday",
        "when is the zzdentist?",
        "start my zz routine",
    ],
)
async def test_a_key_is_told_of_nothing_that_it_may_not_read(
    client: httpx2.AsyncClient, client_for: ClientFor, words: str
) -> None:
    await put(client, "zzdentist, Dr Okafor", 1)
    await put(client, "zzdentist, Dr Priya", 2)
    await remind(client, "zzdentist, call Okafor", 20)
    await list_task(client, "zzdentist, pay Okafor")
    for name in ("zz Okafor", "zz Priya"):
        (await client.post(f"{V1}/routines", json={"name": name, "steps": [{"text": "Sit"}]})).raise_for_status()
    scopes = ["conversations:write:own", "thoughts:write:own", "tasks:write:own"]
    made = (await client.post(f"{V1}/me/keys", json={"name": "Watch", "scopes": scopes})).json()
    key = {"Authorization": f"Bearer {made['key']}"}
    answer = await client_for(None).post(f"{V1}/messages", json={"text": words}, headers=key)
    assert answer.status_code == 200, answer.text
    assert "Okafor" not in answer.text
