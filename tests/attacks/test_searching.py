"""Words that are patterns elsewhere: here they are looked for as they stand, and make nobody wait."""

import asyncio

import httpx2
import pytest
from starlette.exceptions import HTTPException
from starlette.types import Message

from cairn.platform.http.middleware import _limited

LONG_ENOUGH = 60
"""Seconds. What recurses or backtracks without end takes hours, so that no honest machine is ever near it."""


async def remembered(client: httpx2.AsyncClient, text: str, source: str) -> None:
    body = {"text": text, "source_ref": source}
    answer = await client.post("/api/v1/memories", json=body)
    assert answer.status_code == 201, answer.text


@pytest.mark.parametrize("pattern", ["%", "_", "a_c", "a%", "\\", "%%%", "a\\%", "[a-z]", ".*", "'", "a' or '1'='1"])
async def test_a_wildcard_is_a_character_like_others(client: httpx2.AsyncClient, pattern: str) -> None:
    await remembered(client, "The cat sleeps in the kitchen.", "abc-1")
    searched = (("memories", "source"), ("memories", "conversation"), ("facts", "subject"), ("facts", "relation"))
    for path, name in searched:
        answer = await client.get(f"/api/v1/{path}", params={name: pattern})
        assert (answer.status_code, answer.json()["items"]) == (200, []), (path, name)
    own = (await client.get("/api/v1/memories", params={"source": "abc-"})).json()["items"]
    assert len(own) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1900 + "!",
        "in " * 600,
        "1 " * 900,
        "1:" * 900,
        " " * 1900 + "x",
        "every day at " * 140,
        "every monday and " * 110,
        "remind me to " * 150,
        "((((" * 450,
        "é" * 1900,
        "a-" * 950,
        "and " * 480,
        "\u200b" * 1000 + "tomorrow",
        "my my my " * 200,
        "%_" * 900,
        "10/10/" * 300,
    ],
)
async def test_no_text_makes_the_grammar_or_the_search_run_on(client: httpx2.AsyncClient, text: str) -> None:
    async with asyncio.timeout(LONG_ENOUGH):
        for path, body in (
            ("/api/v1/messages/understand", {"text": text}),
            ("/api/v1/memories/search", {"query": text[:1000], "limit": 5}),
        ):
            answer = await client.post(path, json=body)
            assert answer.status_code in (200, 422), answer.text


@pytest.mark.parametrize("limit", ["1000000000", "-1", "0", "1e9", "201", "٥", "9" * 5000])
async def test_nobody_asks_for_a_page_without_end(client: httpx2.AsyncClient, limit: str) -> None:
    for path in ("/api/v1/tasks", "/api/v1/memories", "/api/v1/facts", "/api/v1/reminders", "/api/v1/conversations"):
        assert (await client.get(path, params={"limit": limit})).status_code == 422, path
    most = {"query": "tea", "limit": 10**9}
    assert (await client.post("/api/v1/memories/search", json=most)).status_code == 422


async def test_a_hundred_megabytes_are_refused_before_they_are_read(client: httpx2.AsyncClient) -> None:
    announced = {"Content-Type": "application/json", "Content-Length": str(100_000_000)}
    refused = await client.post("/api/v1/tasks", content=b"{}", headers=announced)
    assert refused.status_code == 413


async def test_a_hundred_megabytes_of_unsaid_length_are_cut_off_early() -> None:
    """Counted where they come in; the client of other tests would hand a body over whole."""
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        taken += 1_000_000
        return {"type": "http.request", "body": b"a" * 1_000_000, "more_body": True}

    limited = _limited(receive, 2_000_000)
    await limited()
    await limited()
    with pytest.raises(HTTPException, match="413"):
        await limited()
    assert taken == 3_000_000
