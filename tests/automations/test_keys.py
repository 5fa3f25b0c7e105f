"""What a key lets be asked goes no further than the key, whoever runs it and whenever."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.tasks.permissions import READ, WRITE
from tests.assistant.openai_server import ModelServer, Reply
from tests.automations.scheduled import URL, asked
from tests.conftest import ClientFor, RunJobs

V1 = "/api/v1"
ADDS = "add buy balloons to my list"
ByKey = Callable[..., Awaitable[httpx2.AsyncClient]]


@pytest.fixture
def by_key(client: httpx2.AsyncClient, client_for: ClientFor) -> ByKey:
    async def make(*scopes: str) -> httpx2.AsyncClient:
        made = await client.post(f"{V1}/me/keys", json={"name": "Watch", "scopes": list(scopes)})
        assert made.status_code == 201, made.text
        program = client_for(None)
        program.headers["Authorization"] = f"Bearer {made.json()['key']}"
        return program

    return make


async def _tasks(client: httpx2.AsyncClient) -> list[str]:
    return [one["title"] for one in (await client.get(f"{V1}/tasks")).json()["items"]]


def _does_as_told(request: dict[str, Any]) -> Reply:
    """A model that calls what puts something on the list, be it offered or not, and names what was asked."""
    if request["messages"][-1]["role"] == "tool":
        return Reply("Shall I?")
    return Reply(
        calls=[("add_task", {"title": "Buy candles" if "candles" in str(request["messages"]) else "Buy balloons"})]
    )


async def _wanted(client: httpx2.AsyncClient) -> list[str]:
    """What the model wanted to put on the list, and is let."""
    waiting = (await client.get(f"{V1}/proposals")).json()["items"]
    return [(await client.post(f"{V1}/proposals/{one['id']}/confirm")).json()["title"] for one in waiting]


async def _ran(client: httpx2.AsyncClient, automation: dict[str, Any], run_jobs: RunJobs) -> str:
    await client.post(f"{URL}/{automation['id']}/runs")
    await run_jobs()
    thread = (await client.get(f"{V1}/conversations/{automation['id']}/messages")).json()["items"]
    return str(thread[0]["text"])


async def test_what_a_key_lets_be_asked_does_no_more_than_the_key_may(
    client: httpx2.AsyncClient, by_key: ByKey, model: ModelServer, run_jobs: RunJobs
) -> None:
    model.script = _does_as_told
    automation = await asked(await by_key("automations:write:own"), ADDS)
    await _ran(client, automation, run_jobs)
    assert await _wanted(client) == []

    allowed = await asked(await by_key("automations:write:own", "tasks:write:own"), ADDS)
    await _ran(client, allowed, run_jobs)
    assert await _tasks(client) == []
    assert await _wanted(client) == await _tasks(client) == ["Buy balloons"]


async def test_a_model_is_offered_no_more_than_the_key_may_use(
    client: httpx2.AsyncClient, by_key: ByKey, model: ModelServer, run_jobs: RunJobs
) -> None:
    await client.post(f"{V1}/memories", json={"text": "The spare key is under the blue stone"})
    automation = await asked(await by_key("automations:write:own"), "hm, so how does this week look, roughly?")
    model.says(Reply("It looks calm."))
    await _ran(client, automation, run_jobs)
    (request,) = model.asked
    assert "blue stone" not in str(request)
    offered = {one["function"]["name"] for one in request["tools"]}
    assert offered == {"add_automation", "pause_automation", "resume_automation"}


async def test_other_words_by_a_key_bind_it_and_its_persons_own_words_set_it_free(
    client: httpx2.AsyncClient, by_key: ByKey, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    model.script = _does_as_told
    program = await by_key("automations:write:own")
    automation = await asked(client, "how is my day?")
    await program.patch(f"{URL}/{automation['id']}", json={"prompt": ADDS})
    await _ran(client, automation, run_jobs)
    assert await _wanted(client) == []

    await program.patch(f"{URL}/{automation['id']}", json={"name": "Balloons"})
    await client.patch(f"{URL}/{automation['id']}", json={"prompt": "add buy candles to my list"})
    clock.forward(timedelta(minutes=1))
    await _ran(client, automation, run_jobs)
    assert await _wanted(client) == await _tasks(client) == ["Buy candles"]


async def test_a_key_that_was_ended_lets_nothing_be_done_any_more(
    client: httpx2.AsyncClient, by_key: ByKey, model: ModelServer, run_jobs: RunJobs
) -> None:
    model.script = _does_as_told
    automation = await asked(await by_key("automations:write:own", "tasks:write:own"), ADDS)
    (key,) = (await client.get(f"{V1}/me/keys")).json()["items"]
    await client.delete(f"{V1}/me/keys/{key['id']}")
    await _ran(client, automation, run_jobs)
    assert await _wanted(client) == await _tasks(client) == []


async def test_a_unit_of_work_of_a_key_that_a_job_acts_for_may_no_more_than_the_key(actor: Actor) -> None:
    narrowed = replace(actor, key_id=actor.runtime.new_id(), scopes=frozenset({READ.name}))
    async with narrowed.work() as work:
        assert (work.actor.may(READ), work.actor.may(WRITE)) == (True, False)
        assert work.actor.key_id == narrowed.key_id
