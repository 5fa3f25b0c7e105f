"""Memory under those who send too much, too often, or all at once."""

import asyncio
import json
import random
from typing import Any
from uuid import uuid4

import httpx2
import psycopg
import pytest

from cairn.app.database import Urls
from cairn.memory import making, service
from cairn.memory.facts import learning
from cairn.memory.schemas import Forget
from cairn.memory.settings import MemorySettings
from cairn.platform.actor import Actor
from tests.conftest import RunJobs

URL = "/api/v1/memories"
FILL = (
    "insert into memories (id, user_id, version, text, kind, speaker, language, occurred_at, recorded_at)"
    " select uuidv7(), p.id, 1, 'Thing ' || n, 'episode', 'me', 'en', p.at, p.at"
    " from (select %s::uuid as id, %s::timestamptz as at) p, generate_series(1, %s) n"
)


def batch(count: int, **fields: Any) -> dict[str, Any]:
    return {"items": [{"text": f"Thing {n} of the shed", "source_ref": f"notes:{n}", **fields} for n in range(count)]}


async def test_the_same_batch_twice_at_once_is_kept_once(client: httpx2.AsyncClient) -> None:
    await client.get(f"{URL}/status")
    answers = await asyncio.gather(*(client.post(f"{URL}/batch", json=batch(300)) for _ in range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    told = [answer.json()["items"] for answer in answers]
    assert all([one["id"] for one in items] == [one["id"] for one in told[0]] for items in told)
    assert sum(one["created"] for items in told for one in items) == 300
    assert (await client.get(f"{URL}/status")).json()["total"] == 300


async def test_batches_that_share_sources_in_another_order_wait_for_each_other(client: httpx2.AsyncClient) -> None:
    await client.get(f"{URL}/status")
    items = batch(200)["items"]
    bodies = [{"items": random.Random(n).sample(items, 150)} for n in range(6)]
    answers = await asyncio.gather(*(client.post(f"{URL}/batch", json=body) for body in bodies))
    assert {answer.status_code for answer in answers} == {200}
    wanted = {one["source_ref"] for body in bodies for one in body["items"]}
    ids = {(one["source_ref"], one["id"]) for answer in answers for one in answer.json()["items"]}
    assert len(ids) == len(wanted) == (await client.get(f"{URL}/status")).json()["total"]


async def test_a_days_share_holds_for_all_that_come_at_once(
    actor: Actor, client: httpx2.AsyncClient, database: Urls
) -> None:
    most = actor.runtime.settings.of(MemorySettings).memory_daily_limit
    with psycopg.connect(database.owner) as connection:
        connection.execute(FILL, [actor.user_id, actor.runtime.clock.now(), most - 25])
    bodies = [{"items": [{"text": f"Thing {n}-{k}"} for k in range(10)]} for n in range(6)]
    answers = await asyncio.gather(*(client.post(f"{URL}/batch", json=body) for body in bodies))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 429, 429, 429, 429]
    assert (await client.get(f"{URL}/status")).json()["total"] == most - 5


@pytest.mark.parametrize(
    "item",
    [
        {"text": "x" * 1_000_000},
        {"text": "\u2003\u3000\t\n"},
        {"text": "I live\ud800"},
        {"text": "x", "conversation": "\ud800"},
        {"text": "x", "occurred_at": "0001-01-01T00:00:00Z"},
        {"text": "x", "occurred_at": "9999-12-31T23:59:59Z"},
        {"text": "x", "occurred_at": "1899-12-31T23:59:59Z"},
        {"text": "x", "occurred_at": 1e300},
        {"text": "x", "occurred_at": "NaN"},
        {"text": "x", "source_ref": "n" * 201},
        {"text": "x", "id": str(uuid4())},
    ],
)
async def test_one_bad_thing_in_a_batch_keeps_the_others_out(client: httpx2.AsyncClient, item: dict[str, Any]) -> None:
    content = json.dumps({"items": [{"text": "Fine"}, item]})
    answer = await client.post(f"{URL}/batch", content=content, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert (await client.get(f"{URL}/status")).json()["total"] == 0


@pytest.mark.parametrize("at", ["1900-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2199-12-31T23:59:59Z"])
@pytest.mark.parametrize(
    "text",
    [
        "I moved to Lisbon last week",
        "I have lived in Porto since 1850",
        "I worked at Acme for 999999999 years",
        "I moved to Faro 99999999999999999999 days ago",
        "I have been at Acme since year 0000",
        "My birthday is 31 February 9999",
        "I moved to Faro on 30/02/0000",
        "I take 10e400 mg of \u0301\u0301\u202easpirin",
    ],
)
async def test_far_moments_are_kept_learnt_and_found(
    client: httpx2.AsyncClient, run_jobs: RunJobs, at: str, text: str
) -> None:
    assert (await client.post(URL, json={"text": text, "occurred_at": at})).status_code == 201
    await run_jobs()
    status = (await client.get(f"{URL}/status")).json()
    assert (status["pending"], status["unread"]) == (0, 0)
    assert (await client.post(f"{URL}/search", json={"query": text})).status_code == 200
    assert (await client.get("/api/v1/facts", params={"include_closed": True})).status_code == 200
    assert (await client.get("/api/v1/profile")).status_code == 200


async def test_everything_goes_however_much_there_is(
    actor: Actor, database: Urls, client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than a statement may have arguments, by a connection whose plans are from when there was little."""
    with psycopg.connect(database.owner, autocommit=True) as connection:
        connection.execute("vacuum analyze memories")
    with monkeypatch.context() as few:
        few.setattr(service, "FORGOTTEN_AT_ONCE", 1)
        for _ in range(10):
            await filled_and_forgotten(actor, database, client, 4)
    await filled_and_forgotten(actor, database, client, 67_000)
    with psycopg.connect(database.owner) as connection:
        connection.execute("delete from memories where user_id = %s", [actor.user_id])


async def filled_and_forgotten(actor: Actor, database: Urls, client: httpx2.AsyncClient, count: int) -> None:
    with psycopg.connect(database.owner) as connection:
        connection.execute("delete from memories where user_id = %s", [actor.user_id])
        connection.execute(FILL, [actor.user_id, actor.runtime.clock.now(), count])
    answer = await client.post(f"{URL}/forget", json={"everything": True})
    assert (answer.status_code, answer.json()) == (200, {"forgotten": count})


async def test_what_is_brought_back_while_it_is_being_forgotten_is_there_afterwards(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    items = [{"text": f"Thing {n}", "source_ref": f"notes:{n}"} for n in range(2_000)]
    for part in (items[:1_000], items[1_000:]):
        await client.post(f"{URL}/batch", json={"items": part})
    assert (await client.post(f"{URL}/forget", json={"everything": True})).json() == {"forgotten": 2_000}
    again = (await client.post(f"{URL}/batch", json={"items": items[1_000:]})).json()["items"]
    assert all(one["created"] for one in again)
    await service.forget_condemned(actor)
    assert (await client.get(f"{URL}/status")).json()["total"] == 1_000
    for one in (again[0], again[-1]):
        assert (await client.get(f"{URL}/{one['id']}")).status_code == 200


async def test_an_export_brought_back_while_it_is_being_forgotten_is_there_afterwards(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    items = [{"text": f"Thing {n}", "source_ref": f"notes:{n}"} for n in range(2_000)]
    for part in (items[:1_000], items[1_000:]):
        await client.post(f"{URL}/batch", json={"items": part})
    export = (await client.get(f"{URL}/export")).content
    await client.post(f"{URL}/forget", json={"everything": True})
    assert json.loads((await client.get(f"{URL}/export")).content)["memories"] == []
    assert (await client.post(f"{URL}/import", content=export)).json()["created"] == 2_000
    await service.forget_condemned(actor)
    assert (await client.get(f"{URL}/status")).json()["total"] == 2_000


async def test_forgetting_everything_goes_on_beside_those_who_add_and_search(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    for start in range(0, 5_000, 1_000):
        items = [{"text": f"Old thing {n}", "source_ref": f"old:{n}"} for n in range(start, start + 1_000)]
        await client.post(f"{URL}/batch", json={"items": items})

    async def add() -> list[int]:
        new = [{"items": [{"text": f"New thing {n}-{k}"} for k in range(20)]} for n in range(5)]
        return [(await client.post(f"{URL}/batch", json=body)).status_code for body in new]

    async def search() -> list[int]:
        asked = [await client.post(f"{URL}/search", json={"query": f"old thing {n}"}) for n in range(5)]
        return [answer.status_code for answer in asked]

    async def forget() -> list[int]:
        # Of a source: what is added meanwhile stays.
        async with actor.work() as work:
            await service.forget_all(work, Forget(source="old:"))
        await service.forget_condemned(actor)
        return [200]

    assert {code for codes in await asyncio.gather(add(), search(), forget(), add()) for code in codes} == {200}
    assert (await client.get(f"{URL}/status")).json()["total"] == 200
    found = (await client.post(f"{URL}/search", json={"query": "old thing 7", "limit": 100})).json()["items"]
    assert not [hit for hit in found if hit["memory"]["text"].startswith("Old")]


async def test_one_person_doing_everything_at_once_meets_no_fault(
    client: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs
) -> None:
    """Eight hands, chosen by lot, and the jobs beside them: whatever is refused is refused as it should be."""
    rng = random.Random(20)
    towns = ["Lisbon", "Porto", "Faro", "Braga", "Coimbra"]

    async def some(path: str, **params: bool) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = (await client.get(path, params=params)).json()["items"]
        return rng.sample(items, min(1, len(items)))

    async def keep() -> list[httpx2.Response]:
        town, day = rng.choice(towns), rng.randint(1, 3)
        body = {"text": f"I live in {town}", "occurred_at": f"2026-11-0{day}T10:00:00Z"}
        return [await client.post(URL, json=body)]

    async def edit() -> list[httpx2.Response]:
        body = {"text": f"I moved to {rng.choice(towns)} yesterday"}
        return [await client.patch(f"{URL}/{one['id']}", json=body) for one in await some(URL)]

    async def forget() -> list[httpx2.Response]:
        return [await client.post(f"{URL}/forget", json={"ids": [one["id"]]}) for one in await some(URL)]

    async def search() -> list[httpx2.Response]:
        return [await client.post(f"{URL}/search", json={"query": "where do I live?"})]

    async def correct() -> list[httpx2.Response]:
        which = rng.choice(["deny", "end", ""])
        body = {} if which else {"value": rng.choice(towns)}
        method = "POST" if which else "PATCH"
        facts = await some("/api/v1/facts", include_closed=True)
        return [
            await client.request(method, f"/api/v1/facts/{one['id']}/{which}".rstrip("/"), json=body) for one in facts
        ]

    async def drop() -> list[httpx2.Response]:
        return [await client.delete(f"/api/v1/facts/{one['id']}") for one in await some("/api/v1/facts")]

    async def profile() -> list[httpx2.Response]:
        return [await client.put("/api/v1/profile/home", json={"values": rng.sample(towns, rng.randint(0, 2))})]

    async def settle() -> list[httpx2.Response]:
        return [
            await client.post(
                f"/api/v1/contradictions/{one['id']}/settle", json={"keep": rng.choice([one["fact"]["id"], None])}
            )
            for one in await some("/api/v1/contradictions")
        ]

    async def jobs() -> list[httpx2.Response]:
        await learning.learn(actor)
        await making.vectors(actor)
        return []

    async def at_it(does: Any) -> set[int]:
        return {answer.status_code for _ in range(12) for answer in await does()}

    await keep()
    hands = [keep, keep, edit, forget, search, correct, drop, profile, settle, jobs]
    codes = set().union(*await asyncio.gather(*map(at_it, hands)))
    assert codes <= {200, 201, 204, 404}, codes
    await run_jobs()
    status = (await client.get(f"{URL}/status")).json()
    assert (status["pending"], status["unread"]) == (0, 0)
    assert status["total"] == len((await client.get(URL, params={"limit": 100})).json()["items"])
    now = (await client.get("/api/v1/facts", params={"relation": "lives_in"})).json()["items"]
    doubted = (await client.get("/api/v1/contradictions")).json()["items"]
    assert len(now) <= 1 or doubted
