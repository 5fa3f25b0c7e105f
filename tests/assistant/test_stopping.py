"""A person ends an answer while a model writes it: what was done stands and is told, and nothing more is done."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from cairn.chat import repository, service, turns
from cairn.chat.schemas import Answered, Say
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.tools import Receipt
from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.test_with_a_model import BOOKS, V1, booked
from tests.conftest import ClientFor, NewPerson

ASK = "so what would you say to that, hm?"
TALE = "There was a hill. A house stood on the hill. In the house there lived a very old badger who told long tales. "
LONG = Reply(TALE * 4, stalls=4)


class Following:
    """Whoever reads along; `seen` once there is something to read, `done` once something was changed."""

    follows = True

    def __init__(self) -> None:
        self.text = ""
        self.seen = asyncio.Event()
        self.done = asyncio.Event()
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def words(self, text: str) -> None:
        self.text += text
        self.seen.set()

    async def anew(self) -> None:
        self.text = ""

    async def receipt(self, receipt: Receipt) -> None:
        self.done.set()
        await self.goes_on.wait()


async def begin(actor: Actor, watcher: Following, text: str = ASK) -> tuple[UUID, asyncio.Task[Answered]]:
    received = await service.receive(actor, Say(id=uuid4(), text=text))
    return received.message.id, asyncio.create_task(service.answered(actor, received, watcher))


async def stop(client: httpx2.AsyncClient, message_id: UUID | str) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages/{message_id}/stop")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def used(client: httpx2.AsyncClient) -> dict[str, Any]:
    today: dict[str, Any] = (await client.get(f"{V1}/assistant/usage")).json()["today"]
    return today


async def states(client: httpx2.AsyncClient, told: dict[str, Any]) -> set[str]:
    path = f"{V1}/conversations/{told['message']['conversation_id']}/messages"
    return {one["state"] for one in (await client.get(path)).json()["items"]}


async def test_the_words_so_far_stay_and_are_marked_and_were_paid(
    actor: Actor, client: httpx2.AsyncClient, model: ModelServer
) -> None:
    model.says(LONG)
    watcher = Following()
    message_id, answering = await begin(actor, watcher)
    await watcher.seen.wait()
    told = await stop(client, message_id)
    assert (await answering).reply.text == told["reply"]["text"]
    *words, last = told["reply"]["text"].splitlines()
    assert last == "Stopped, as you asked."
    assert " ".join(words) == watcher.text.strip(), "what was seen, and no half sentence more"
    assert words[0].startswith("There was a hill. A house stood on the hill.")
    assert told["receipts"] == []
    assert await states(client, told) == {"stopped"}
    assert (await client.get(f"{V1}/inbox")).json()["items"] == [], "it was no thought to keep"
    assert len(model.asked) == 1
    day = await used(client)
    assert day["requests"] == 1
    assert day["tokens_read"] > 0
    assert day["tokens_written"] > 0


async def test_what_was_done_stands_with_its_undo_and_nothing_follows(
    actor: Actor, client: httpx2.AsyncClient, model: ModelServer
) -> None:
    watcher = Following()
    more = ("add_task", {"title": "Polish the badger's boots"})
    model.says(Reply(calls=[BOOKS]), Reply(TALE * 4, calls=[more], stalls=4), Reply("There."))
    message_id, answering = await begin(actor, watcher)
    await watcher.seen.wait()
    told = await stop(client, message_id)
    await answering
    lines = told["reply"]["text"].splitlines()
    assert lines[-3].startswith("Booked: Call the dentist.")
    assert lines[-2:] == ["Stopped, as you asked.", "What was done until then stands."]
    assert await booked(client) == ["Call the dentist"]
    assert (await client.get(f"{V1}/tasks")).json()["items"] == []
    assert len(model.asked) == 2
    (receipt,) = told["receipts"]
    assert receipt["can_undo"]
    assert (await client.post(f"{V1}/receipts/{receipt['id']}/undo")).status_code == 200
    assert await booked(client) == []


async def test_what_is_under_way_is_done_and_told(
    actor: Actor, client: httpx2.AsyncClient, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = Following()
    watcher.goes_on.clear()
    model.says(Reply(calls=[BOOKS]), Reply("There."))
    message_id, answering = await begin(actor, watcher)
    await watcher.done.wait()
    monkeypatch.setattr(service, "WAIT_SECONDS", 1)
    answer = await client.post(f"{V1}/messages/{message_id}/stop")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/still-running")
    assert not answering.done(), "it is not cut off in the middle of a change"
    watcher.goes_on.set()
    told = await answering
    assert [receipt.title for receipt in told.receipts] == ["Call the dentist"]
    assert told.reply.text.endswith("Stopped, as you asked.\nWhat was done until then stands.")
    assert len(model.asked) == 1


async def test_the_rest_of_what_was_said_is_left(actor: Actor, client: httpx2.AsyncClient, model: ModelServer) -> None:
    """What stood before the model's part in the same breath is done; what stands after it isn't."""
    model.says(LONG)
    watcher = Following()
    message_id, answering = await begin(actor, watcher, f"buy milk. {ASK}")
    await watcher.seen.wait()
    told = await stop(client, message_id)
    await answering
    assert [receipt["title"] for receipt in told["receipts"]] == ["Buy milk"]
    assert told["reply"]["text"].endswith("Stopped, as you asked.\nWhat was done until then stands.")


async def test_twice_from_two_devices_and_after_the_end_change_nothing(
    actor: Actor, client: httpx2.AsyncClient, client_for: ClientFor, model: ModelServer
) -> None:
    model.says(LONG)
    watcher = Following()
    message_id, answering = await begin(actor, watcher)
    await watcher.seen.wait()
    both = await asyncio.gather(stop(client, message_id), stop(client_for(actor), message_id))
    await answering
    after = await stop(client, message_id)
    assert {told["reply"]["id"] for told in (*both, after)} == {after["reply"]["id"]}
    async with actor.work() as work:
        assert await repository.steps(work, UUID(after["message"]["turn_id"]), "stop") == [{}]


async def test_an_answer_that_is_whole_stays_as_it_is(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply("Paris."))
    told = (await client.post(f"{V1}/messages", json={"text": "what is the capital of France?"})).json()
    after = await stop(client, told["message"]["id"])
    assert after["reply"] == told["reply"]
    assert await states(client, told) == {"done"}


async def test_only_what_one_said_oneself_is_stopped(
    actor: Actor, client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor, model: ModelServer
) -> None:
    model.says(LONG)
    watcher = Following()
    message_id, answering = await begin(actor, watcher)
    await watcher.seen.wait()
    for whose, which in ((client_for(await person()), message_id), (client, uuid4())):
        assert (await whose.post(f"{V1}/messages/{which}/stop")).status_code == 404
    told = await stop(client, message_id)
    await answering
    assert (await client.post(f"{V1}/messages/{told['reply']['id']}/stop")).status_code == 404


@pytest.mark.parametrize("ends", ["the stop itself", "the job"])
async def test_a_turn_whose_process_is_gone_is_ended_and_tells_what_it_did(
    actor: Actor, client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, ends: str
) -> None:
    class Died(BaseException):
        pass

    class Dying(Following):
        async def receipt(self, receipt: Receipt) -> None:
            raise Died

    model.says(Reply("Sleep is the best start.", calls=[BOOKS]), Reply("There."))
    received = await service.receive(actor, Say(id=uuid4(), text=ASK))
    with pytest.raises(Died):
        await service.answered(actor, received, Dying())
    clock.forward(turns.HOLD)
    if ends == "the job":
        async with actor.work() as work:
            await repository.add_step(work, received.message.turn_id, "stop", 0, {})
        await service.resume(actor, received.message.turn_id)
    told = await stop(client, received.message.id)
    assert told["reply"]["text"].splitlines() == [
        "Sleep is the best start.",
        "Booked: Call the dentist. Wed 25 Nov, 15:00 (in 1 day 3 h).",
        "Stopped, as you asked.",
        "What was done until then stands.",
    ]
    assert [receipt["title"] for receipt in told["receipts"]] == ["Call the dentist"]
    assert await states(client, told) == {"stopped"}
    assert len(model.asked) == 1
