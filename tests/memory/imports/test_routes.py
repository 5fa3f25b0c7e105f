"""Memories brought in and written out over HTTP, by the real application."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.app.build import LARGEST_BODY, create_api
from cairn.memory import repository
from cairn.memory.feature import erase
from cairn.memory.imports import own, service
from cairn.memory.settings import MemorySettings
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.ids import new_id
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import NOON, ClientFor, NewPerson, RunJobs
from tests.memory.imports.made_up import NOTES, as_json, chatgpt, claude, mem0, zipped
from tests.memory.imports.test_own import document, example, record

URL = "/api/v1/memories"
PROBLEM = "application/problem+json"


async def bring(client: httpx2.AsyncClient, data: bytes, **params: Any) -> dict[str, Any]:
    answer = await client.post(f"{URL}/import", content=data, params=params)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def exported(client: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await client.get(f"{URL}/export")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def total(client: httpx2.AsyncClient) -> int:
    return int((await client.get(f"{URL}/status")).json()["total"])


@pytest.mark.parametrize(
    ("format_", "data", "found"),
    [
        ("chatgpt", as_json(chatgpt()), 3),
        ("chatgpt", zipped({"conversations.json": as_json(chatgpt())}), 3),
        ("claude", as_json(claude()), 2),
        ("mem0", as_json(mem0()), 2),
        ("markdown", zipped(NOTES), 4),
        ("cairn", document(memories=example()["memories"]), 2),
    ],
)
async def test_what_is_brought_in_twice_is_there_once(
    client: httpx2.AsyncClient, format_: str, data: bytes, found: int
) -> None:
    first, second = await bring(client, data), await bring(client, data)

    told = {"format": format_, "found": found, "skipped": 0}
    assert first == {**told, "created": found, "already_kept": 0}
    assert second == {**told, "created": 0, "already_kept": found}
    assert await total(client) == found


async def test_what_is_brought_in_is_found_with_its_speaker_and_its_time(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    await bring(client, as_json(chatgpt()))
    await run_jobs()

    hits = (await client.post(f"{URL}/search", json={"query": "thistle"})).json()["items"]

    hits = [hit for hit in hits if not hit["weak"]]
    assert {hit["memory"]["speaker"] for hit in hits} == {"me", "assistant"}
    assert {hit["memory"]["source_ref"] for hit in hits} == {"chatgpt:c-1:q", "chatgpt:c-1:new"}
    assert {hit["memory"]["occurred_at"][:10] for hit in hits} == {"2023-11-14"}
    assert len({hit["memory"]["conversation"] for hit in hits}) == 1
    assert (await client.get(f"{URL}/status")).json()["pending"] == 0


async def test_only_ones_own_words_are_kept_if_that_is_asked_for(client: httpx2.AsyncClient) -> None:
    told = await bring(client, as_json(chatgpt()), mine_only=True)

    assert told == {"format": "chatgpt", "found": 2, "created": 2, "already_kept": 0, "skipped": 1}
    assert {row["speaker"] for row in (await client.get(URL)).json()["items"]} == {"me"}


async def test_more_than_a_batch_is_kept_whole(client: httpx2.AsyncClient) -> None:
    many = [{"id": number, "memory": f"Thing {number}"} for number in range(service.BATCH * 2 + 1)]
    assert (await bring(client, as_json(many)))["created"] == len(many)
    assert await total(client) == len(many)
    assert len((await exported(client))["memories"]) == len(many)


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "not-an-export"),
        (b"hello", "not-an-export"),
        (b'{"a": 1}', "not-an-export"),
        (b"PK\x03\x04", "broken-archive"),
        (zipped({"conversations.json": b" " * 20_000_000}), "unpacks-too-large"),
        (as_json(claude() * 3)[:-9], "unreadable"),
        (as_json(claude()).decode().replace("Porto", "Évora").encode("latin-1"), "unreadable"),
        (as_json([{"chat_messages": []}]), "nothing-inside"),
        (document(), "nothing-inside"),
        (document(memories=[record(), record(colour="red")]), "bad-record"),
    ],
)
async def test_what_cannot_be_read_is_told_and_nothing_of_it_kept(
    client: httpx2.AsyncClient, data: bytes, slug: str
) -> None:
    answer = await client.post(f"{URL}/import", content=data)

    assert answer.headers["content-type"] == PROBLEM
    assert (answer.json()["type"], answer.status_code) == (
        f"/problems/{slug}",
        413 if slug == "unpacks-too-large" else 422,
    )
    assert await total(client) == 0


async def test_export_erase_import_and_export_again_give_the_same(
    client: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs
) -> None:
    await bring(client, as_json(chatgpt()))
    await bring(client, zipped(NOTES))
    await bring(client, as_json(example()))
    await client.post(URL, json={"text": "Told here", "kind": "thought", "conversation": "a thread"})
    before = await exported(client)

    async with actor.work() as work:
        await erase(work)
    assert [(await exported(client))[name] for name in own.SECTIONS] == [[]] * 5
    told = await bring(client, as_json(before))
    after = await exported(client)

    assert len(before["memories"]) == 10
    assert told["created"] == sum(len(before[name]) for name in own.SECTIONS)
    assert {**after, "exported_at": ""} == {**before, "exported_at": ""}
    await run_jobs()
    status = (await client.get(f"{URL}/status")).json()
    assert (status["total"], status["pending"]) == (10, 0)


async def test_what_was_pinned_or_set_aside_or_closed_comes_back_so(client: httpx2.AsyncClient) -> None:
    at = NOON.isoformat()
    rows = [
        record(text="The boat is blue", pinned_at=at, importance=0.25, confidence=0.5),
        record(text="The boat is red", set_aside_at=at),
        record(text="The boat is green", closed_at=at),
        record(text="The boat is blue, I said", same_as=str(new_id()), follows=str(new_id())),
    ]
    await bring(client, document(memories=rows))

    hits = (await client.post(f"{URL}/search", json={"query": "boat"})).json()["items"]

    assert [hit["memory"]["text"] for hit in hits] == ["The boat is blue"]
    for one, row in zip((await exported(client))["memories"], rows, strict=True):
        assert {name: one[name] for name in row} == row


async def test_a_file_of_more_than_a_day_takes_is_kept_in_two(client: httpx2.AsyncClient, clock: StillClock) -> None:
    many = as_json([{"id": number, "memory": f"Thing {number}"} for number in range(service.BATCH * 4)])

    refused = await client.post(f"{URL}/import", content=many)
    kept = await total(client)
    clock.forward(timedelta(days=1, seconds=1))
    told = await bring(client, many)

    assert (refused.status_code, refused.json()["type"]) == (429, "/problems/enough-for-today")
    assert "3000 of 4000 are new and kept" in refused.json()["detail"]
    assert (kept, told["created"], told["already_kept"]) == (3_000, 1_000, 3_000)


async def test_an_export_is_a_file_with_its_day_in_the_name(client: httpx2.AsyncClient) -> None:
    answer = await client.get(f"{URL}/export")

    assert answer.headers["content-disposition"] == 'attachment; filename="cairn-memory-2026-11-24.json"'
    assert answer.json()["exported_at"] == NOON.isoformat()
    assert answer.json()["memories"] == []


async def test_an_id_that_somebody_else_has_is_replaced_by_another_and_only_once(
    person: NewPerson, client_for: ClientFor
) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    await bring(ana, as_json(example()))
    hers = await exported(ana)

    first, second = await bring(rui, as_json(hers)), await bring(rui, as_json(hers))

    his = await exported(rui)
    assert (first["created"], second["created"], second["already_kept"]) == (7, 0, 7)
    assert [row["text"] for row in his["memories"]] == [row["text"] for row in hers["memories"]]
    assert not {row["id"] for row in his["memories"]} & {row["id"] for row in hers["memories"]}
    assert all(row["id"][14] == "7" for row in his["memories"])
    assert await exported(ana) == hers
    assert (await bring(rui, as_json(his)))["already_kept"] == 7
    for facts in (hers["facts"], his["facts"]):
        assert [fact["value"] for fact in facts] == ["Porto", "Faro"]
    assert his["facts"][0]["tellings"][0]["memory"] == his["memories"][0]["id"]
    assert his["contradictions"][0]["other"] == his["facts"][1]["id"]


async def test_what_was_kept_here_before_is_not_changed_by_an_older_export(client: httpx2.AsyncClient) -> None:
    await bring(client, as_json(example()))
    old = await exported(client)
    memory_id = old["memories"][0]["id"]
    await client.patch(f"{URL}/{memory_id}", json={"text": "The key is with Rui now"})

    assert (await bring(client, as_json(old)))["created"] == 0
    assert (await client.get(f"{URL}/{memory_id}")).json()["text"] == "The key is with Rui now"


async def test_a_source_that_is_kept_under_another_id_is_kept_once(client: httpx2.AsyncClient) -> None:
    rows = [record(source_ref="mem0:a1"), record(source_ref="mem0:a1"), record()]
    rows.append(rows[2])
    await bring(client, as_json(mem0()))

    told = await bring(client, document(memories=rows))

    assert (told["found"], told["created"], told["already_kept"]) == (4, 1, 3)


async def test_the_same_file_sent_twice_at_once_doubles_nothing(person: NewPerson) -> None:
    actor = await person()
    rows = [record(text=f"Thing {number}") for number in range(300)]
    upload = service.Upload(document(memories=rows), actor.zone)

    told = await asyncio.gather(service.bring_in(actor, upload), service.bring_in(actor, upload))

    assert sum(one.created for one in told) == 300
    async with actor.work() as work:
        assert len((await repository.rows(work))["memories"]) == 300


async def test_a_moment_of_keeping_that_has_not_come_yet_is_now(client: httpx2.AsyncClient) -> None:
    await bring(client, document(memories=[record(recorded_at="2199-01-01T00:00:00Z")]))
    assert (await exported(client))["memories"][0]["recorded_at"] == NOON.isoformat()


async def test_a_file_may_be_larger_than_another_body(client: httpx2.AsyncClient) -> None:
    long = {"id": 1, "memory": "x", "metadata": {"noise": "y" * LARGEST_BODY}}
    assert (await bring(client, as_json([long])))["created"] == 1
    assert (await client.post(URL, content=as_json([long]))).status_code == 413


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """As elsewhere, but for a cap that a test can reach."""
    sections = [section for section in settings.sections() if not isinstance(section, MemorySettings)]
    return Settings([*sections, MemorySettings(_env_file=None, memory_import_mb=3, memory_daily_limit=3_000)])


@pytest.mark.parametrize("announced", [True, False])
async def test_a_file_over_the_cap_is_refused(client: httpx2.AsyncClient, announced: bool) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(31):
            yield b"a" * 102_400

    answer = await client.post(f"{URL}/import", content=b"a" * 3_145_729 if announced else parts())

    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)
    assert answer.json()["type"] == "/problems/too-large"


async def test_nobody_brings_anything_in_or_out_without_signing_in(client_for: ClientFor) -> None:
    nobody = client_for(None)
    assert (await nobody.post(f"{URL}/import", content=as_json(mem0()))).status_code == 401
    assert (await nobody.get(f"{URL}/export")).status_code == 401


async def test_a_body_is_not_read_before_it_is_known_who_sends_it(runtime: Runtime) -> None:
    """What may be large is taken from nobody in particular."""
    sent: list[Any] = []
    app = create_api(runtime, lifespan=None)

    async def receive() -> dict[str, Any]:
        raise AssertionError("the body was read")

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": f"{URL}/import",
        "raw_path": f"{URL}/import".encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"localhost:8000"), (b"content-length", b"2000000")],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 8000),
    }
    await app(scope, receive, send)
    assert sent[0]["status"] == 401


async def test_the_document_says_how_to_send_a_file(client_for: ClientFor) -> None:
    paths = json.loads((await client_for(None).get("/api/openapi.json")).text)["paths"]
    operation = paths[f"{URL}/import"]["post"]
    assert set(operation["requestBody"]["content"]) == {"application/json", "application/zip"}
    assert operation["tags"] == paths[f"{URL}/export"]["get"]["tags"] == ["memories"]
