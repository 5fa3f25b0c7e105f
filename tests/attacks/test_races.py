"""Two things at once that nobody expects to meet."""

from uuid import UUID, uuid4

import httpx2
import pytest
from psycopg.errors import LockNotAvailable
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from cairn.chat import repository, service
from cairn.chat.errors import MessageDeleted
from cairn.chat.schemas import Say
from cairn.chat.turns import Unwatched
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from cairn.tasks import service as tasks
from tests.reminders.booking import IN_AN_HOUR, booked, row, states


async def _opened(client: httpx2.AsyncClient) -> str:
    conversation_id: str = (await client.post("/api/v1/conversations", json={"title": "Cats"})).json()["id"]
    return conversation_id


@pytest.mark.parametrize("words", ["add task feed the cat", "what did I say about the cat?", "the cat is well", "help"])
async def test_a_thread_deleted_while_its_turn_runs_is_told_as_deleted(
    client: httpx2.AsyncClient, actor: Actor, words: str
) -> None:
    thread = await _opened(client)
    received = await service.receive(actor, Say.model_validate({"text": words, "conversation_id": thread}))
    assert (await client.delete(f"/api/v1/conversations/{thread}")).status_code == 204
    with pytest.raises(MessageDeleted):
        await service.answered(actor, received, Unwatched())


async def test_a_thread_can_not_be_deleted_under_a_message_that_is_being_stored(
    client: httpx2.AsyncClient, actor: Actor
) -> None:
    thread = await _opened(client)
    async with actor.work() as storing:
        await repository.conversation(storing, UUID(thread), keep=True)
        with pytest.raises(OperationalError) as refused:
            async with actor.work() as deleting:
                await deleting.session.execute(
                    text("select from conversations where id = :id for update nowait"), {"id": thread}
                )
    assert isinstance(refused.value.orig, LockNotAvailable)


async def test_two_texts_under_one_id_are_one_message(client: httpx2.AsyncClient) -> None:
    message_id = str(uuid4())
    first = await client.post("/api/v1/messages", json={"id": message_id, "text": "add task tea"})
    second = await client.post("/api/v1/messages", json={"id": message_id, "text": "add task coffee"})
    assert (first.status_code, second.status_code) == (200, 409)


async def test_a_reminder_rings_not_while_its_task_is_being_finished(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    task = UUID((await client.post("/api/v1/tasks", json={"title": "Call the dentist"})).json()["id"])
    reminder = await booked(actor, task_id=task)
    clock.at = IN_AN_HOUR
    async with actor.work() as finishing:
        await tasks.finish(finishing, task)
        await ticker.tick(runtime)
    await ticker.tick(runtime)
    assert (await row(actor, reminder)).state == "done"
    assert await states(actor, reminder) == {}


async def test_a_task_finished_while_its_reminder_rings_stops_it(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    task = UUID((await client.post("/api/v1/tasks", json={"title": "Call the dentist"})).json()["id"])
    reminder = await booked(actor, task_id=task)
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)
    assert (await client.post(f"/api/v1/tasks/{task}/done")).status_code == 200
    assert (await row(actor, reminder)).state == "done"
    assert set((await states(actor, reminder)).values()) <= {"cancelled", "acknowledged"}
