"""Two facts of which one at most is right, settled on the page and taken back."""

from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from cairn.memory import service
from cairn.memory.facts import buried, repository
from cairn.memory.facts.known import Known, Tombstone
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from tests.conftest import RunJobs

URL = "/api/v1/contradictions"
SAID = datetime(2026, 3, 3, 9, tzinfo=UTC)


@pytest.fixture
async def question(actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs) -> dict[str, Any]:
    async with actor.work() as work:
        for place in ("Porto", "Braga"):
            await service.remember(work, NewMemory(text=f"I live in {place}.", occurred_at=SAID))
    await run_jobs()
    [question] = (await client.get(URL)).json()["items"]
    return dict(question)


async def homes(actor: Actor) -> dict[str, Known]:
    async with actor.work() as work:
        return {fact.value: fact for fact in await repository.slot(work, "me", "lives_in")}


async def test_what_was_taken_for_wrong_is_as_it_was(
    actor: Actor, client: httpx2.AsyncClient, question: dict[str, Any], run_jobs: RunJobs
) -> None:
    before = await homes(actor)
    kept, wrong = question["fact"]["value"], question["other"]["value"]
    await client.post(f"{URL}/{question['id']}/settle", json={"keep": question["fact"]["id"]})
    settled = await homes(actor)
    assert (settled[kept].valid_to, settled[wrong].closed) == (None, "wrong")
    assert (await client.get(URL)).json()["items"] == []

    assert (await client.post(f"{URL}/{question['id']}/reopen")).status_code == 204
    assert await homes(actor) == before
    assert [one["id"] for one in (await client.get(URL)).json()["items"]] == [question["id"]]
    found = (await client.post("/api/v1/memories/search", json={"query": wrong})).json()["items"]
    assert found[0]["memory"]["text"] == f"I live in {wrong}."
    async with actor.work() as work:  # and it is learnt again, as anything else
        await service.remember(
            work, NewMemory(text=f"I live in {wrong}.", occurred_at=datetime(2026, 5, 1, tzinfo=UTC))
        )
    await run_jobs()
    now = await homes(actor)
    assert [value for value, fact in now.items() if fact.valid_to is None] == [wrong]


async def test_both_is_taken_back_and_twice_is_once(
    actor: Actor, client: httpx2.AsyncClient, question: dict[str, Any]
) -> None:
    before = await homes(actor)
    await client.post(f"{URL}/{question['id']}/settle", json={"keep": None})
    for _ in range(2):
        assert (await client.post(f"{URL}/{question['id']}/reopen")).status_code == 204

    assert await homes(actor) == before
    assert [one["id"] for one in (await client.get(URL)).json()["items"]] == [question["id"]]


async def test_what_was_not_to_be_learnt_before_still_is_not(
    actor: Actor, client: httpx2.AsyncClient, question: dict[str, Any]
) -> None:
    before = (await homes(actor))[question["other"]["value"]]
    async with actor.work() as work:
        await buried.bury(work, Tombstone("me", "lives_in", before.value_key, SAID))
    await client.post(f"{URL}/{question['id']}/settle", json={"keep": question["fact"]["id"]})
    await client.post(f"{URL}/{question['id']}/reopen")

    async with actor.work() as work:
        stones = await buried.tombstones(work, "me", "lives_in")
    assert [(stone.value_key, stone.created_at) for stone in stones] == [(before.value_key, SAID)]
