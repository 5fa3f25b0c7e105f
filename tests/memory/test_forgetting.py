"""A word that nobody else knows goes in by every way, and is forgotten by every way: no dump holds it any more.

Tasks and reminders that a person made of a message are theirs: they are done or removed where they are.
"""

import json
import secrets
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.mcp.conftest import address, connect
from tests.memory.dumped import dump, holding

__all__ = ["address", "connect"]

V1 = "/api/v1"
SOURCE = "diary:"
Way = Callable[[httpx2.AsyncClient, str], Awaitable[None]]
Left = Callable[[], str]


def fresh_word() -> str:
    """A place that nobody was ever in."""
    return f"Zz{secrets.token_hex(6)}"


@pytest.fixture
def left(server: EmbeddedPostgres, database: Urls) -> Left:
    return lambda: dump(server, database)


async def post(client: httpx2.AsyncClient, path: str, body: Any, method: str = "POST") -> Any:
    """With a key of its own, so that the answer is kept, and asked for again under the same key."""
    key = {"Idempotency-Key": str(uuid4())}
    answers = [await client.request(method, V1 + path, json=body, headers=key) for _ in range(2)]
    assert all(one.is_success for one in answers), answers[0].text
    return answers[0].json() if answers[0].content else None


async def by_note(client: httpx2.AsyncClient, word: str) -> None:
    await post(client, "/messages", {"text": f"remember that I live in {word}"})


async def by_statement(client: httpx2.AsyncClient, word: str) -> None:
    await post(client, "/messages", {"text": f"I live in {word} now, close to the river."})


async def by_thought_and_undo(client: httpx2.AsyncClient, word: str) -> None:
    await post(client, "/messages", {"text": f"remember that the code is {word}"})
    await post(client, "/messages", {"text": "undo"})


async def by_receipt(client: httpx2.AsyncClient, word: str) -> None:
    said = await post(client, "/messages", {"text": f"remember that the code is {word}"})
    await post(client, f"/receipts/{said['receipts'][0]['id']}/undo", {})


async def by_memory(client: httpx2.AsyncClient, word: str) -> None:
    kept = await post(client, "/memories", {"text": f"I live in {word}.", "source_ref": f"{SOURCE}{word}"})
    await post(client, f"/memories/{kept['id']}", {"pinned": True}, "PATCH")


async def by_batch(client: httpx2.AsyncClient, word: str) -> None:
    items = [
        {"text": f"I live in {word}.", "speaker": "me", "source_ref": f"{SOURCE}{word}/1", "conversation": word},
        {"text": "Do you like it there?", "speaker": word, "source_ref": f"{SOURCE}{word}/2", "conversation": word},
    ]
    await post(client, "/memories/batch", {"items": items})


async def by_import(client: httpx2.AsyncClient, word: str) -> None:
    row = {"id": str(uuid4()), "memory": f"Lives in {word}", "created_at": "2025-05-01T10:00:00+00:00"}
    answer = await client.post(
        f"{V1}/memories/import",
        content=json.dumps({"results": [row]}).encode(),
        headers={"Idempotency-Key": str(uuid4())},
    )
    assert answer.status_code == 200, answer.text


async def by_question(client: httpx2.AsyncClient, word: str) -> None:
    await post(client, "/messages", {"text": f"what did I say about {word}?"})


async def by_reworded(client: httpx2.AsyncClient, word: str) -> None:
    kept = await post(client, "/memories", {"text": "I live somewhere."})
    await post(client, f"/memories/{kept['id']}", {"text": f"I live in {word}."}, "PATCH")


WAYS: dict[str, Way] = {
    "a note": by_note,
    "a statement": by_statement,
    "a memory": by_memory,
    "a batch": by_batch,
    "an import": by_import,
    "a question": by_question,
    "a rewording": by_reworded,
}


async def everything_is_asked(client: httpx2.AsyncClient, word: str) -> None:
    """Let it be found, quoted, shown in the profile and put right, each with an answer that is kept."""
    await post(client, "/messages", {"text": f"what did I say about {word}?"})
    await post(client, "/messages", {"text": "where do I live?"})
    await post(client, "/memories/search", {"query": f"where is {word}"})
    for fact in (await client.get(f"{V1}/facts")).json()["items"]:
        await post(client, f"/facts/{fact['id']}", {"pinned": True}, "PATCH")
        await post(client, f"/facts/{fact['id']}/end", {})
    await post(client, "/profile/work", {"values": ["gardener"]}, "PUT")


async def all_of_it(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await client.get(f"{V1}/memories", params={"limit": 200})).json()["items"]
    return items


async def forget_each(client: httpx2.AsyncClient) -> None:
    for memory in await all_of_it(client):
        assert (await client.delete(f"{V1}/memories/{memory['id']}")).status_code == 204


async def forget_by_ids(client: httpx2.AsyncClient) -> None:
    await post(client, "/memories/forget", {"ids": [one["id"] for one in await all_of_it(client)]})


async def forget_everything(client: httpx2.AsyncClient) -> None:
    await post(client, "/memories/forget", {"everything": True})


@pytest.mark.parametrize("forget", [forget_each, forget_by_ids, forget_everything], ids=lambda one: one.__name__)
async def test_what_is_forgotten_stands_in_no_dump(
    person: NewPerson,
    client_for: ClientFor,
    run_jobs: RunJobs,
    left: Left,
    forget: Callable[[httpx2.AsyncClient], Awaitable[None]],
) -> None:
    people = [(way, client_for(await person()), fresh_word()) for way in WAYS]
    for way, client, word in people:
        await WAYS[way](client, word)
    await run_jobs()
    for _, client, word in people:
        await everything_is_asked(client, word)
    await run_jobs()
    dumped = left()
    assert [way for way, _, word in people if not holding(word, dumped)] == [], "each went in"

    for _, client, _ in people:
        await forget(client)
    await run_jobs()

    dumped = left()
    assert [row for _, _, word in people for row in holding(word, dumped)] == []


@pytest.mark.parametrize("take_back", [by_thought_and_undo, by_receipt], ids=lambda one: one.__name__)
async def test_what_is_taken_back_stands_in_no_dump(
    client: httpx2.AsyncClient, run_jobs: RunJobs, left: Left, take_back: Way
) -> None:
    word = fresh_word()
    await take_back(client, word)
    await run_jobs()
    assert holding(word, left()) == []
