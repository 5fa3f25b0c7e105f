"""What "done" and "smaller" are said of where nothing is named: what rings, what is in focus, a routine's step, what
was named a moment ago, and only then what would come next."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.chat.talking import V1, say
from tests.conftest import ClientFor, NewPerson
from tests.reminders.booking import IN_AN_HOUR, booked

Speaker = Callable[[str], Awaitable[httpx2.AsyncClient]]
DONE = {
    "en": ("done", "I finished", "finished it", "done with it"),
    "es": ("hecho", "lo terminé"),
    "fr": ("fait", "je l’ai fini"),
    "pt": ("feito", "terminei isso"),
}
EVERY = [(language, word) for language, words in DONE.items() for word in words]
FOCUS_ON = {
    "en": "focus 25 minutes on paint the shed",
    "es": "foco 25 minutos en paint the shed",
    "fr": "concentration 25 minutes sur paint the shed",
    "pt": "foco 25 minutos em paint the shed",
}


@pytest.fixture
async def of(person: NewPerson, client_for: ClientFor) -> Speaker:
    async def one(language: str) -> httpx2.AsyncClient:
        return client_for(await person(locale=language))

    return one


async def add(client: httpx2.AsyncClient, title: str) -> str:
    answer = await client.post(f"{V1}/tasks", json={"title": title})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def still_open(client: httpx2.AsyncClient) -> list[str]:
    return [one["title"] for one in (await client.get(f"{V1}/tasks")).json()["items"]]


async def session(client: httpx2.AsyncClient) -> Any:
    return (await client.get(f"{V1}/focus/current")).json()["session"]


@pytest.mark.parametrize(("language", "word"), EVERY)
async def test_in_focus_what_is_in_focus_is_done(of: Speaker, language: str, word: str) -> None:
    client = await of(language)
    await add(client, "Older")
    await add(client, "Paint the shed")
    await say(client, FOCUS_ON[language])
    told = await say(client, word)
    assert [one["kind"] for one in told["receipts"]] == ["focus.finished"]
    assert "Paint the shed" in told["reply"]["text"]
    assert (await still_open(client), await session(client)) == (["Older"], None)
    await say(client, "undo")
    assert sorted(await still_open(client)) == ["Older", "Paint the shed"]
    assert (await session(client))["title"] == "Paint the shed"


async def test_a_session_for_no_task_is_done_and_nothing_on_the_list(of: Speaker) -> None:
    client = await of("en")
    await add(client, "Older")
    await say(client, "focus on reading Proust")
    assert [one["kind"] for one in (await say(client, "done"))["receipts"]] == ["focus.finished"]
    assert (await still_open(client), await session(client)) == (["Older"], None)


async def test_what_rings_is_before_what_is_in_focus(
    actor: Actor, client_for: ClientFor, runtime: Runtime, clock: StillClock
) -> None:
    client = client_for(actor)
    await booked(actor)
    await say(client, "focus 90 minutes on the taxes")
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)
    assert [one["kind"] for one in (await say(client, "done"))["receipts"]] == ["reminder.done"]
    assert (await session(client))["title"] == "the taxes"


async def test_in_a_routine_its_steps_are_done_one_after_the_other(of: Speaker) -> None:
    client = await of("en")
    await add(client, "Older")
    steps = [{"text": "Drink water"}, {"text": "Stretch"}]
    routine = (await client.post(f"{V1}/routines", json={"name": "Morning", "steps": steps})).json()
    await say(client, "start my morning routine")
    run = (await client.get(f"{V1}/routines/{routine['id']}")).json()["run_id"]

    async def states() -> list[str]:
        return [one["state"] for one in (await client.get(f"{V1}/routine-runs/{run}")).json()["steps"]]

    first = await say(client, "done")
    assert first["reply"]["text"] == "Done: Drink water.\nNext: Stretch."
    assert await states() == ["done", "open"]
    second = await say(client, "done")
    assert second["reply"]["text"] == "Done: Stretch.\nThat was the last step of Morning."
    assert (await client.get(f"{V1}/routines/{routine['id']}")).json()["run_id"] is None
    await say(client, "undo")
    assert await states() == ["done", "open"]
    assert (await client.get(f"{V1}/routines/{routine['id']}")).json()["run_id"] == run
    assert await still_open(client) == ["Older"]


SKIP = {
    "en": ("skip", "Left out this time: Drink water.\nNext: Stretch.", "skip this step", "undo"),
    "es": ("salta", "Saltado esta vez: Drink water.\nAhora: Stretch.", "omitir", "deshacer"),
    "fr": ("passe", "Passé cette fois : Drink water.\nEnsuite : Stretch.", "passe cette étape", "annule"),
    "pt": ("salta", "Saltado desta vez: Drink water.\nA seguir: Stretch.", "salta este passo", "desfaz"),
}


@pytest.mark.parametrize("language", SKIP)
async def test_in_a_routine_a_step_is_left_out(of: Speaker, language: str) -> None:
    client = await of(language)
    await add(client, "Older")
    steps = [{"text": "Drink water"}, {"text": "Stretch"}]
    routine = (await client.post(f"{V1}/routines", json={"name": "Morning", "steps": steps})).json()
    run = (await client.post(f"{V1}/routines/{routine['id']}/runs")).json()["id"]

    async def states() -> list[str]:
        return [one["state"] for one in (await client.get(f"{V1}/routine-runs/{run}")).json()["steps"]]

    skip, reply, in_full, undo = SKIP[language]
    first = await say(client, skip)
    assert [one["kind"] for one in first["receipts"]] == ["routine.step_skipped"]
    assert first["reply"]["text"] == reply
    assert await states() == ["skipped", "open"]
    await say(client, undo)
    assert await states() == ["open", "open"]
    await say(client, in_full)
    assert "Morning" in (await say(client, skip))["reply"]["text"]
    assert await states() == ["skipped", "skipped"]
    assert (await client.get(f"{V1}/routines/{routine['id']}")).json()["run_id"] is None
    await say(client, undo)
    assert await states() == ["skipped", "open"]
    assert (await client.get(f"{V1}/routines/{routine['id']}")).json()["run_id"] == run
    assert await still_open(client) == ["Older"]


async def test_a_dose_that_rings_is_left_out_before_a_step(
    actor: Actor, client_for: ClientFor, runtime: Runtime, clock: StillClock
) -> None:
    client = client_for(actor)
    await client.post(f"{V1}/medications", json={"name": "Iron", "times": ["13:00"]})
    await client.post(f"{V1}/routines", json={"name": "Morning", "steps": [{"text": "Drink water"}]})
    await say(client, "start my morning routine")
    clock.forward(timedelta(hours=1, minutes=2))
    await ticker.tick(runtime)
    assert [one["kind"] for one in (await say(client, "skip it"))["receipts"]] == ["dose.skipped"]
    assert [one["kind"] for one in (await say(client, "skip it"))["receipts"]] == ["routine.step_skipped"]


async def test_who_left_a_routine_hours_ago_speaks_of_something_else(of: Speaker, clock: StillClock) -> None:
    client = await of("en")
    await add(client, "Older")
    await client.post(f"{V1}/routines", json={"name": "Morning", "steps": [{"text": "Drink water"}]})
    await say(client, "start my morning routine")
    clock.forward(timedelta(hours=3))
    assert (await say(client, "done"))["reply"]["text"] == "Done: Older."


@pytest.mark.parametrize(
    ("language", "task", "word"),
    [
        ("en", "write the memo", "done"),
        ("es", "escribir el informe", "hecho"),
        ("fr", "écrire le rapport", "c’est fait"),
        ("pt", "escrever o relatório", "feito"),
    ],
)
async def test_what_was_named_last_is_done(of: Speaker, language: str, task: str, word: str) -> None:
    client = await of(language)
    await add(client, "Older")
    await say(client, task)
    await say(client, word)
    assert await still_open(client) == ["Older"]


async def test_what_was_made_smaller_last_is_done(of: Speaker) -> None:
    client = await of("en")
    for words in ("pay rent by friday", "clean the garage", "smaller", "smaller"):
        await say(client, words)
    assert (await say(client, "done"))["reply"]["text"] == "Done: Clean the garage."


async def test_what_was_told_as_next_is_done(of: Speaker) -> None:
    client = await of("en")
    await add(client, "Older")
    await say(client, "write the memo")
    told = (await say(client, "next"))["reply"]["text"]
    assert told.startswith("Next: Older.")
    assert (await say(client, "done"))["reply"]["text"] == "Done: Older."


async def test_what_was_named_and_taken_back_or_long_ago_isnt_meant(of: Speaker, clock: StillClock) -> None:
    client = await of("en")
    await add(client, "Older")
    await say(client, "write the memo")
    await say(client, "undo")
    assert (await say(client, "done"))["reply"]["text"] == "Done: Older."
    await add(client, "Water the plants")
    await say(client, "write the letter")
    clock.forward(timedelta(minutes=40))
    assert (await say(client, "done"))["reply"]["text"] == "Done: Water the plants."


async def test_a_reminder_that_was_booked_just_now_may_be_done_early(of: Speaker) -> None:
    client = await of("en")
    await add(client, "Older")
    await say(client, "call mom tomorrow at 3pm")
    assert (await say(client, "done"))["reply"]["text"] == "Done: Call mom."
    assert await still_open(client) == ["Older"]


async def test_smaller_is_said_of_what_is_in_focus(of: Speaker) -> None:
    client = await of("en")
    await add(client, "Older")
    await add(client, "Paint the shed")
    await say(client, "focus 25 minutes on paint the shed")
    assert "Paint the shed" in (await say(client, "smaller"))["reply"]["text"]
