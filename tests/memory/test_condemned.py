"""What is too much to forget in one transaction is gone for everybody at once, though a job takes it away."""

import httpx2

from cairn.memory.service import FORGOTTEN_AT_ONCE
from tests.conftest import RunJobs

V1 = "/api/v1/memories"
BATCH = 1_000


async def kept(client: httpx2.AsyncClient, thread: str, texts: list[str]) -> list[str]:
    ids: list[str] = []
    for start in range(0, len(texts), BATCH):
        items = [{"text": words, "conversation": thread} for words in texts[start : start + BATCH]]
        answer = await client.post(f"{V1}/batch", json={"items": items})
        assert answer.status_code == 200, answer.text
        ids += [one["id"] for one in answer.json()["items"]]
    return ids


async def test_what_waits_to_be_forgotten_is_seen_nowhere(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    ids = await kept(client, "diary", [f"The day number {number} was long" for number in range(FORGOTTEN_AT_ONCE + 2)])
    await kept(client, "attic", ["The ziggurat stands"])
    answer = await client.post(f"{V1}/forget", json={"conversation": "diary"})
    assert answer.json() == {"forgotten": len(ids)}

    last = f"{V1}/{max(ids)}"
    for _ in range(2):
        assert (await client.get(last)).status_code == 404
        assert (await client.get(f"{last}/around")).status_code == 404
        assert (await client.patch(last, json={"set_aside": False})).status_code == 404
        assert (await client.delete(last)).status_code == 404
        assert (await client.get(V1, params={"set_aside": True})).json()["items"] == []
        assert [one["text"] for one in (await client.get(V1)).json()["items"]] == ["The ziggurat stands"]
        assert (await client.get(f"{V1}/status")).json()["total"] == 1
        await run_jobs()


async def test_what_is_known_from_what_waits_to_be_forgotten_is_gone(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    await kept(client, "attic", ["I am allergic to nuts"])
    filler = [f"The day number {number} was long" for number in range(FORGOTTEN_AT_ONCE)]
    await kept(client, "diary", [*filler, "I am allergic to nuts", "I am allergic to sesame", "I live in Braga"])
    await run_jobs()
    assert await allergies(client) == ["nuts", "sesame"]

    assert (await client.post(f"{V1}/forget", json={"conversation": "diary"})).status_code == 200
    for _ in range(2):
        assert await allergies(client) == ["nuts"]
        out = await client.get(f"{V1}/export")
        assert out.status_code == 200
        assert "sesame" not in out.text
        assert "Braga" not in out.text + (await client.get("/api/v1/profile")).text
        assert "nuts" in out.text
        await run_jobs()


async def allergies(client: httpx2.AsyncClient) -> list[str]:
    answer = await client.get("/api/v1/facts", params={"relation": "allergy"})
    return sorted(one["value"] for one in answer.json()["items"])
