"""What the assistant does with focus has a receipt, and can be taken back."""

from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.focus.errors import AlreadyOver, StillRunning
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from tests.focus.focusing import FOCUS, SESSIONS, TASKS, minutes, now, started


async def did(actor: Actor, tool: str, **arguments: Any) -> Receipt:
    told = await actor.runtime.toolbox.run(actor, Call(uuid4(), tool, arguments))
    assert isinstance(told, Receipt)
    return told


async def undone(runtime: Runtime, actor: Actor, receipt: Receipt) -> None:
    async with actor.work() as work:
        await runtime.toolbox.undo(work, receipt.id)


async def state(client: httpx2.AsyncClient, receipt: Receipt) -> str:
    return str((await client.get(f"{SESSIONS}/{receipt.read().subject_id}")).json()["state"])


async def test_start_says_when_it_ends_and_can_be_taken_back(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    receipt = await did(actor, "start_focus", minutes=25, about="The taxes")
    outcome = receipt.read()
    assert (outcome.kind, outcome.title) == ("focus.started", "The taxes")
    assert outcome.when is not None
    with pytest.raises(StillRunning):
        await did(actor, "start_focus", minutes=25)

    await undone(runtime, actor, receipt)
    assert await state(client, receipt) == "stopped"


async def test_each_step_is_taken_back_by_its_opposite(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    session = await started(client, minutes=25)
    clock.forward(minutes(5))
    paused = await did(actor, "pause_focus")
    assert (await state(client, paused), paused.read().note) == ("paused", "20 min left.")
    await undone(runtime, actor, paused)
    assert await state(client, paused) == "running"
    extended = await did(actor, "extend_focus", minutes=10)
    await undone(runtime, actor, extended)
    found = (await now(client))["session"]
    assert (found["planned_minutes"], found["ends_at"]) == (25, session["ends_at"])
    stopped = await did(actor, "stop_focus")
    clock.forward(minutes(1))
    await undone(runtime, actor, stopped)
    assert (await now(client))["session"]["id"] == session["id"]


async def test_what_was_checked_off_is_open_again(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    task = (await client.post(TASKS, json={"title": "The taxes"})).json()
    await started(client, task_id=task["id"])
    clock.forward(minutes(5))
    finished = await did(actor, "finish_focus", outcome="done")
    assert (await client.get(f"{TASKS}/{task['id']}")).json()["done_at"] is not None
    await undone(runtime, actor, finished)

    assert (await client.get(f"{TASKS}/{task['id']}")).json()["done_at"] is None
    assert (await now(client))["session"]["outcome"] is None


async def test_a_step_that_was_checked_off_is_open_again(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    task = (await client.post(TASKS, json={"title": "The taxes", "steps": ["One", "Two"]})).json()
    await started(client, task_id=task["id"], step_id=task["steps"][0]["id"])
    finished = await did(actor, "finish_focus", outcome="done")
    await undone(runtime, actor, finished)

    found = (await client.get(f"{TASKS}/{task['id']}")).json()
    assert [step["done_at"] for step in found["steps"]] == [None, None]


async def test_an_end_is_not_taken_back_while_another_runs(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    await started(client)
    stopped = await did(actor, "stop_focus")
    await started(client)
    with pytest.raises(StillRunning):
        await undone(runtime, actor, stopped)


async def test_a_parked_thought_is_taken_back(runtime: Runtime, actor: Actor, client: httpx2.AsyncClient) -> None:
    parked = await did(actor, "park_thought", text="Call the bank")
    assert parked.read().title == "Call the bank"
    await undone(runtime, actor, parked)

    assert (await client.get(f"{FOCUS}/parked")).json()["items"] == []


async def test_nothing_is_paused_where_nothing_runs(actor: Actor) -> None:
    for tool in ("pause_focus", "resume_focus", "stop_focus", "extend_focus"):
        with pytest.raises(AlreadyOver):
            await did(actor, tool)
