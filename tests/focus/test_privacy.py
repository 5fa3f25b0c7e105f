"""What is kept of focus can be taken along, and goes with its person."""

import httpx2
from sqlalchemy import text

from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from tests.focus.focusing import FOCUS, started


async def test_export_has_everything_and_erasure_leaves_nothing(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    await started(client, words="The taxes")
    await client.post(f"{FOCUS}/parked", json={"text": "Call the bank"})
    space = (await client.get("/api/v1/spaces")).json()["items"][0]["id"]
    assert (await client.post(f"/api/v1/spaces/{space}/room", json={"name": "Ana"})).status_code == 200
    (feature,) = [feature for feature in runtime.features if feature.name == "focus"]
    assert feature.export is not None
    assert feature.erase is not None

    async with actor.work() as work:
        exported = await feature.export(work)
        assert {table: len(rows) for table, rows in exported.items()} == dict.fromkeys(feature.tables, 1)
        assert exported["focus_sessions"][0]["title"] == "The taxes"
        await feature.erase(work)
        for table in feature.tables:
            assert await work.session.scalar(text(f"select count(*) from {table}")) == 0
