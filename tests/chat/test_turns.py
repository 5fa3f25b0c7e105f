"""A turn that was cut off is finished by whoever comes next, and nothing is done twice."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.chat import repository, service, turns
from cairn.chat.messages import ResumeTurn
from cairn.chat.models import State
from cairn.chat.schemas import Say
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import Unavailable
from cairn.platform.tools import Call, Receipt
from tests.conftest import NewPerson

V1 = "/api/v1"


class CutOff(Exception):
    """The process ended here."""


class Cutting:
    """Ends a turn right after its first committed change."""

    follows = False

    async def words(self, text: str) -> None:
        return None

    async def anew(self) -> None:
        return None

    async def receipt(self, receipt: Receipt) -> None:
        raise CutOff


async def open_reminders(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get(f"{V1}/reminders")).json()["items"]
    return found


async def cut_off(actor: Actor, text: str) -> Say:
    """A message whose turn ended after its first change."""
    say = Say(id=uuid4(), text=text)
    received = await service.receive(actor, say)
    with pytest.raises(CutOff):
        await service.answered(actor, received, Cutting())
    return say


async def test_the_same_request_again_finishes_a_turn_that_was_cut_off(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    say = await cut_off(actor, "call Ana tomorrow at 3pm, buy milk")
    answer = await client.post(f"{V1}/messages", json={"id": str(say.id), "text": say.text})
    assert answer.status_code == 200
    assert [receipt["title"] for receipt in answer.json()["receipts"]] == ["Call Ana", "Buy milk"]
    assert len(await open_reminders(client)) == 1


async def test_a_job_finishes_a_turn_that_nobody_asks_for_again(actor: Actor, client: httpx2.AsyncClient) -> None:
    say = await cut_off(actor, "call Ana tomorrow at 3pm, buy milk")
    assert say.id is not None
    async with actor.work() as work:
        message = await repository.message(work, say.id)
    assert message is not None
    await service.resume(actor, message.turn_id)
    await service.resume(actor, message.turn_id)
    assert len(await open_reminders(client)) == 1
    listed = (await client.get(f"{V1}/conversations/{message.conversation_id}/messages")).json()["items"]
    assert [(one["role"], one["state"]) for one in listed] == [("cairn", "done"), ("person", "done")]


async def test_a_message_that_was_stored_and_never_run_is_answered(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    """The process was killed: nobody let the turn go, so its hold has to lapse."""
    received = await service.receive(actor, Say(text="buy milk"))
    await service.resume(actor, received.message.turn_id)
    assert (await client.get(f"{V1}/tasks")).json()["items"] == [], "somebody may still be at it"
    clock.forward(turns.HOLD)
    await service.resume(actor, received.message.turn_id)
    assert [task["title"] for task in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy milk"]


async def test_a_turn_that_is_held_is_not_run_beside(
    actor: Actor, client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "WAIT_SECONDS", 0.3)
    received = await service.receive(actor, Say(id=uuid4(), text="buy milk"))
    answer = await client.post(f"{V1}/messages", json={"id": str(received.message.id), "text": "buy milk"})
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/still-running"


async def test_done_finishes_the_same_thing_when_it_is_run_again(actor: Actor, client: httpx2.AsyncClient) -> None:
    for thing in ("milk", "bread"):
        await client.post(f"{V1}/messages", json={"text": f"buy {thing}"})
    say = await cut_off(actor, "done")
    answer = await client.post(f"{V1}/messages", json={"id": str(say.id), "text": "done"})
    assert answer.json()["reply"]["text"] == "Done: Buy bread."
    assert [task["title"] for task in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy milk"]


async def test_a_turn_that_fails_again_and_again_is_ended_honestly(actor: Actor) -> None:
    received = await service.receive(actor, Say(text="call Ana tomorrow at 3pm"))
    assert received.turn is not None
    async with actor.work() as work:
        await repository.keep_hold(work, received.turn.id, received.turn.held_by or uuid4(), None)
    for _ in range(turns.MOST_ATTEMPTS):
        async with actor.work() as work:
            await repository.hold(work, received.turn.id, uuid4(), work.now)
    await service.resume(actor, received.turn.id)
    async with actor.work() as work:
        turn = await repository.turn(work, received.turn.id)
        assert turn is not None
        assert turn.state == State.FAILED
        found = await turns.stored(work, received.message)
    assert found is not None
    assert found.reply.text.startswith("Something went wrong on our side.")


async def test_two_runs_of_one_turn_write_one_reply(actor: Actor) -> None:
    received = await service.receive(actor, Say(text="buy milk"))
    assert received.turn is not None
    answers = await asyncio.gather(
        *(turns.run(actor, received.message, received.turn, turns.Unwatched()) for _ in range(5))
    )
    assert len({answer.reply.id for answer in answers}) == 1
    assert {len(answer.receipts) for answer in answers} == {1}


async def test_a_tool_that_is_away_leaves_the_turn_for_later(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(_: Actor, call: Call) -> Receipt:
        raise Unavailable

    received = await service.receive(actor, Say(text="buy milk"))
    with monkeypatch.context() as patched:
        patched.setattr(actor.runtime.toolbox, "run", away)
        with pytest.raises(Unavailable):
            await service.answered(actor, received, turns.Unwatched())
    await service.resume(actor, received.message.turn_id)
    async with actor.work() as work:
        found = await turns.stored(work, received.message)
    assert found is not None
    assert found.reply.text == "On your list: Buy milk."


async def test_a_job_for_a_turn_of_a_deleted_thread_has_nothing_to_do(actor: Actor, client: httpx2.AsyncClient) -> None:
    received = await service.receive(actor, Say(text="buy milk"))
    await client.delete(f"{V1}/conversations/{received.message.conversation_id}")
    await service.resume(actor, received.message.turn_id)
    await service.learn(actor, received.message.id)
    assert (await client.get(f"{V1}/tasks")).json()["items"] == []


async def test_the_job_that_resumes_is_queued_with_the_message(person: NewPerson) -> None:
    actor = await person()
    async with actor.work() as work:
        before = work.now + timedelta(seconds=30)
    received = await service.receive(actor, Say(text="buy milk"))
    async with actor.runtime.system() as work:
        rows = await work.session.execute(
            text(
                "select args, scheduled_at from procrastinate_jobs where task_name = :name"
                " and args ->> 'turn_id' = :turn"
            ),
            {"name": ResumeTurn.name, "turn": str(received.message.turn_id)},
        )
        (row,) = rows.all()
    assert UUID(row.args["user_id"]) == actor.user_id
    assert row.scheduled_at == before
    assert set(row.args) == {"user_id", "turn_id", "key_id"}, "ids only"
