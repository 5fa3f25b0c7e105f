"""What is set aside answers no more: neither the words nor what is known from them alone. It comes back with them."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2

from cairn.memory.facts import learning
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from tests.conftest import RunJobs

V1 = "/api/v1"


async def say(client: httpx2.AsyncClient, text: str) -> str:
    answer = await client.post(f"{V1}/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["reply"]["text"])


async def memory(client: httpx2.AsyncClient, words: str) -> dict[str, Any]:
    items = (await client.get(f"{V1}/memories")).json()["items"]
    return next(dict(one) for one in items if one["text"] == words)


async def aside(client: httpx2.AsyncClient, words: str, yes: bool) -> None:
    one = await memory(client, words)
    assert (await client.patch(f"{V1}/memories/{one['id']}", json={"set_aside": yes})).status_code == 200


async def values(client: httpx2.AsyncClient) -> list[str]:
    return [one["value"] for one in (await client.get(f"{V1}/facts")).json()["items"]]


async def test_what_is_known_from_it_alone_is_told_no_more_and_comes_back_with_it(
    client: httpx2.AsyncClient, run_jobs: RunJobs, clock: StillClock
) -> None:
    await say(client, "I live in Porto")
    clock.forward(timedelta(minutes=1))
    await say(client, "I moved to Lisbon last week")
    await run_jobs()
    assert "You live in Lisbon" in await say(client, "where do I live?")

    await aside(client, "I moved to Lisbon last week", True)
    await run_jobs()
    assert "You live in Porto" in await say(client, "where do I live?")
    assert await values(client) == ["Porto"]
    shown = (await client.get(f"{V1}/profile")).json()["fields"]
    assert not any("live in Lisbon" in str(field["sentence"]) for field in shown)

    await aside(client, "I moved to Lisbon last week", False)
    assert "You live in Lisbon" in await say(client, "where do I live?")
    await run_jobs()
    assert "You live in Lisbon" in await say(client, "where do I live?")


async def test_what_was_said_elsewhere_too_stays_known(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    await say(client, "I live in Porto")
    await say(client, "Yes, I live in Porto, by the river.")
    await run_jobs()
    await aside(client, "I live in Porto", True)
    await run_jobs()
    assert "You live in Porto" in await say(client, "where do I live?")


async def test_what_is_set_aside_before_it_was_read_is_never_learnt(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    await say(client, "I live in Porto")
    await aside(client, "I live in Porto", True)
    await run_jobs()
    assert await values(client) == []
    assert "Porto" not in await say(client, "where do I live?")


async def test_the_conversation_keeps_what_was_told_of_it(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    await say(client, "I live in Porto")
    told = await say(client, "where do I live?")
    await aside(client, "I live in Porto", True)
    await run_jobs()
    (thread,) = (await client.get(f"{V1}/conversations")).json()["items"]
    messages = (await client.get(f"{V1}/conversations/{thread['id']}/messages")).text
    assert told.split(".")[0] in messages


async def test_read_by_two_at_once_it_is_learnt_once(client: httpx2.AsyncClient, actor: Actor) -> None:
    """A question reads what is new, and so does the job: what was just told must not become another fact."""
    await say(client, "I live in Porto")
    reading = [asyncio.create_task(learning.learn(actor)) for _ in range(8)]
    await asyncio.wait(reading, return_when=asyncio.FIRST_COMPLETED)
    (first,) = (await client.get(f"{V1}/facts")).json()["items"]
    await asyncio.gather(*reading)
    (last,) = (await client.get(f"{V1}/facts")).json()["items"]
    assert last["id"] == first["id"]


async def test_told_and_denied_while_the_job_reads_it_is_denied(client: httpx2.AsyncClient, actor: Actor) -> None:
    for _ in range(6):
        await say(client, "I live in Porto")
        asked, _ = await asyncio.gather(say(client, "where do I live?"), learning.learn(actor))
        assert "You live in Porto" in asked
        await learning.learn(actor)
        assert (await say(client, "that's not right")).startswith("Taken out: Porto.")
        await say(client, "undo")
        await client.post(f"{V1}/memories/forget", json={"everything": True})
