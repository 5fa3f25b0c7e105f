"""Threads are opened, renamed, put away, read in pages and deleted."""

import re
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import Text, cast, select

from cairn.chat.models import Message
from cairn.platform.actor import Actor
from tests.conftest import ClientFor, NewPerson

V1 = "/api/v1"


async def opened(client: httpx2.AsyncClient, title: str = "") -> dict[str, Any]:
    answer = await client.post(f"{V1}/conversations", json={"title": title})
    assert answer.status_code == 201, answer.text
    thread: dict[str, Any] = answer.json()
    return thread


async def test_what_names_no_thread_goes_to_the_main_one(client: httpx2.AsyncClient) -> None:
    for text in ("buy milk", "buy bread"):
        await client.post(f"{V1}/messages", json={"text": text})
    (thread,) = (await client.get(f"{V1}/conversations")).json()["items"]
    assert thread["main"]


async def test_a_thread_is_renamed_put_away_and_brought_back(client: httpx2.AsyncClient) -> None:
    thread = await opened(client)
    path = f"{V1}/conversations/{thread['id']}"
    renamed = await client.patch(path, json={"title": "Boiler"}, headers={"If-Match": '"1"'})
    assert (renamed.json()["title"], renamed.json()["version"]) == ("Boiler", 2)
    stale = await client.patch(path, json={"title": "Roof"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    away = await client.patch(path, json={"archived": True})
    assert away.json()["archived_at"] is not None
    assert (await client.get(f"{V1}/conversations")).json()["items"] == []
    assert len((await client.get(f"{V1}/conversations?archived=true")).json()["items"]) == 1
    back = await client.patch(path, json={"archived": False})
    assert back.json()["archived_at"] is None
    assert (await client.patch(path, json={})).status_code == 422


async def test_messages_come_in_pages_latest_first(client: httpx2.AsyncClient) -> None:
    thread = await opened(client)
    for number in range(5):
        await client.post(f"{V1}/messages", json={"text": f"buy thing {number}", "conversation_id": thread["id"]})
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        path = f"{V1}/conversations/{thread['id']}/messages?limit=3" + (f"&cursor={cursor}" if cursor else "")
        page = (await client.get(path)).json()
        seen += [message["text"] for message in page["items"]]
        cursor = page["next_cursor"]
    expected = [
        text for number in reversed(range(5)) for text in (f"On your list: Buy thing {number}.", f"buy thing {number}")
    ]
    assert seen == expected
    bad = await client.get(f"{V1}/conversations/{thread['id']}/messages?cursor=nonsense")
    assert bad.status_code == 422


async def test_a_deleted_threads_words_are_gone_and_its_ids_stay_spent(client: httpx2.AsyncClient) -> None:
    thread = await opened(client)
    message = {"id": str(uuid4()), "text": "a secret thing", "conversation_id": thread["id"]}
    assert (await client.post(f"{V1}/messages", json=message)).status_code == 200
    path = f"{V1}/conversations/{thread['id']}"
    assert (await client.delete(path)).status_code == 204
    assert (await client.delete(path)).status_code == 404
    assert (await client.get(f"{path}/messages")).status_code == 404
    again = await client.post(f"{V1}/messages", json={"id": message["id"], "text": message["text"]})
    assert again.status_code == 409
    assert again.json()["type"] == "/problems/message-deleted"


async def test_opening_a_thread_twice_with_one_key_opens_one(client: httpx2.AsyncClient) -> None:
    headers = {"Idempotency-Key": "thread-1"}
    first = await client.post(f"{V1}/conversations", json={"title": "Boiler"}, headers=headers)
    again = await client.post(f"{V1}/conversations", json={"title": "Boiler"}, headers=headers)
    assert first.json() == again.json()
    assert len((await client.get(f"{V1}/conversations")).json()["items"]) == 1


async def test_what_was_said_is_found_again_by_its_words(client: httpx2.AsyncClient) -> None:
    boiler, other = await opened(client, "Boiler"), await opened(client, "Réunion")
    for text, thread in (
        ("the plumber Élodie said the valve leaks", boiler),
        ("the valve is new", boiler),
        ("buy milk", other),
    ):
        await client.post(f"{V1}/messages", json={"text": text, "conversation_id": thread["id"]})

    async def said(words: str, **more: Any) -> dict[str, Any]:
        answer = await client.get(f"{V1}/messages", params={"q": words, **more})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def threads(words: str, **more: Any) -> list[str]:
        answer = await client.get(f"{V1}/conversations", params={"q": words, **more})
        return [one["title"] for one in answer.json()["items"]]

    found = (await said("ELODIE val"))["items"]
    assert {one["conversation_id"] for one in found} == {boiler["id"]}
    assert "the plumber Élodie said the valve leaks" in [one["text"] for one in found]
    assert not any("new" in one["text"] for one in found)
    first = await said("valve", limit=1)
    rest = await said("valve", limit=1, cursor=first["next_cursor"])
    assert first["items"][0]["id"] != rest["items"][0]["id"]
    assert (await said("!?"))["items"] == (await said("walrus"))["items"] == []
    assert await threads("reunion") == ["Réunion"]
    assert await threads("valve") == ["Boiler"]
    await client.patch(f"{V1}/conversations/{boiler['id']}", json={"archived": True})
    assert await threads("valve") == []
    assert await threads("valve", archived=True) == ["Boiler"]
    await client.delete(f"{V1}/conversations/{boiler['id']}")
    assert (await said("valve"))["items"] == []


async def test_nobody_finds_what_somebody_else_said(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    await client.post(f"{V1}/messages", json={"text": "the valve leaks"})
    other = client_for(await person())
    assert (await other.get(f"{V1}/messages", params={"q": "valve"})).json()["items"] == []


@pytest.mark.parametrize(
    "said", ["write to rita@example.com", "lunch w/mum", "<b>milk</b>", "see https://example.com/boiler?x=1", "a_valve"]
)
async def test_what_joins_words_does_not_hide_them(client: httpx2.AsyncClient, said: str) -> None:
    await client.post(f"{V1}/messages", json={"text": f"remember: {said}"})
    for word in re.findall(r"[a-z]{3,}", said):
        found = (await client.get(f"{V1}/messages", params={"q": word})).json()["items"]
        assert any(said in one["text"] for one in found), word


@pytest.mark.parametrize(
    "words",
    [
        "\0",
        "a\0b",
        "'",
        "a:*b",
        "!a",
        "a & | b",
        "a <-> b",
        ".*",
        "(a|b)*",
        "%",
        "_",
        "\\",
        "²",
        "İ",
        "\ud7a3" * 200,
        "ﷺ",
        "a " * 100,
    ],
)
async def test_whatever_is_looked_for_is_only_words(client: httpx2.AsyncClient, words: str) -> None:
    await client.post(f"{V1}/messages", json={"text": "the valve leaks"})
    for path in ("messages", "conversations"):
        answer = await client.get(f"{V1}/{path}", params={"q": words})
        assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("path", ["messages", "conversations"])
async def test_what_is_too_long_to_look_for_is_refused(client: httpx2.AsyncClient, path: str) -> None:
    assert (await client.get(f"{V1}/{path}", params={"q": "valve " * 2_000})).status_code == 422


async def test_the_words_of_what_was_said_are_ready_to_be_searched(client: httpx2.AsyncClient, actor: Actor) -> None:
    """Taking every message of a person apart for each search took seconds where there are many."""
    await client.post(f"{V1}/messages", json={"text": "the valve leaks"})
    async with actor.work() as work:
        kept = await work.session.scalar(
            select(cast(Message.words, Text)).where(Message.user_id == work.user_id, Message.text == "the valve leaks")
        )
    assert kept == "'leaks':3 'the':1 'valve':2"
