"""Sorting what was caught: onto the list, into a note, out of the way, and back."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.inbox.service import LATELY
from cairn.platform.clock import StillClock
from tests.conftest import ClientFor, NewPerson

INBOX = "/api/v1/inbox"


async def catch(client: httpx2.AsyncClient, text: str) -> None:
    answer = await client.post("/api/v1/memories", json={"text": text, "kind": "thought"})
    assert answer.status_code == 201, answer.text


async def waiting(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    answer = await client.get(INBOX)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def sort(client: httpx2.AsyncClient, memory_id: str, becomes: str) -> httpx2.Response:
    return await client.post(f"{INBOX}/{memory_id}/sort", json={"becomes": becomes})


async def titles(client: httpx2.AsyncClient) -> list[str]:
    return [one["title"] for one in (await client.get("/api/v1/tasks")).json()["items"]]


async def test_what_was_caught_in_words_waits_there_the_latest_first(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await client.post("/api/v1/messages", json={"text": "idea: red bike"})
    clock.forward(timedelta(minutes=1))
    await client.post("/api/v1/messages", json={"text": "idea: a bench in the garden"})
    await client.post("/api/v1/messages", json={"text": "buy milk"})
    assert [one["text"] for one in await waiting(client)] == ["A bench in the garden", "Red bike"]


@pytest.mark.parametrize("becomes", ["task", "note", "aside"])
async def test_sorted_it_waits_no_more_and_can_be_taken_back(client: httpx2.AsyncClient, becomes: str) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    answer = (await sort(client, thought["id"], becomes)).json()
    assert (answer["became"], answer["task_id"] is not None) == (becomes, becomes == "task")
    assert await waiting(client) == []
    assert await titles(client) == (["Paint the shelf"] if becomes == "task" else [])
    kept = (await client.get(f"/api/v1/memories/{thought['id']}")).json()
    assert (kept["kind"], kept["set_aside_at"] is not None) == (
        {"task": "episode", "note": "note", "aside": "thought"}[becomes],
        becomes == "aside",
    )

    back = await client.post(f"{INBOX}/{thought['id']}/unsort", json={"task_id": answer["task_id"]})
    assert back.status_code == 200, back.text
    assert [one["id"] for one in await waiting(client)] == [thought["id"]]
    assert await titles(client) == []


async def test_of_more_than_a_line_the_first_is_the_title(client: httpx2.AsyncClient) -> None:
    await catch(client, "Paint the shelf\nthe green is in the cellar")
    (thought,) = await waiting(client)
    task_id = (await sort(client, thought["id"], "task")).json()["task_id"]
    task = (await client.get(f"/api/v1/tasks/{task_id}")).json()
    assert (task["title"], task["notes"]) == ("Paint the shelf", "Paint the shelf\nthe green is in the cellar")


async def test_two_devices_at_once_make_one_task(client: httpx2.AsyncClient) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    answers = await asyncio.gather(*(sort(client, thought["id"], "task") for _ in range(3)))
    assert sorted(one.status_code for one in answers) == [200, 409, 409]
    assert await titles(client) == ["Paint the shelf"]


async def test_a_task_that_is_done_stays_and_so_does_its_thought(client: httpx2.AsyncClient) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    task_id = (await sort(client, thought["id"], "task")).json()["task_id"]
    await client.post(f"/api/v1/tasks/{task_id}/done")
    back = await client.post(f"{INBOX}/{thought['id']}/unsort", json={"task_id": task_id})
    assert back.status_code == 409
    assert await waiting(client) == []


async def test_taking_back_takes_no_other_task_and_makes_nothing_else_a_thought(client: httpx2.AsyncClient) -> None:
    other = (await client.post("/api/v1/tasks", json={"title": "Ring the vet"})).json()["id"]
    told = (await client.post("/api/v1/memories", json={"text": "I moved to Porto"})).json()["id"]
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    task_id = (await sort(client, thought["id"], "task")).json()["task_id"]
    mine = thought["id"]
    for memory_id, body in ((mine, {"task_id": other}), (mine, {}), (told, {}), (told, {"task_id": other})):
        back = await client.post(f"{INBOX}/{memory_id}/unsort", json=body)
        assert (back.status_code, back.json()["type"]) == (409, "/problems/changed-since"), body
    assert sorted(await titles(client)) == ["Paint the shelf", "Ring the vet"]
    assert (await client.get(f"/api/v1/memories/{told}")).json()["kind"] == "episode"

    await client.patch(f"/api/v1/tasks/{task_id}", json={"notes": "Green, from the cellar"})
    back = await client.post(f"{INBOX}/{thought['id']}/unsort", json={"task_id": task_id})
    assert back.status_code == 409
    assert sorted(await titles(client)) == ["Paint the shelf", "Ring the vet"]


async def test_what_waits_already_is_taken_back_to_no_effect(client: httpx2.AsyncClient) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    assert (await client.post(f"{INBOX}/{thought['id']}/unsort", json={})).status_code == 200
    assert await waiting(client) == [thought]


async def test_what_is_a_month_old_is_left_to_memory(client: httpx2.AsyncClient, clock: StillClock) -> None:
    await catch(client, "Paint the shelf")
    clock.forward(LATELY + timedelta(minutes=1))
    assert await waiting(client) == []
    assert len((await client.get("/api/v1/memories", params={"kind": "thought"})).json()["items"]) == 1


async def test_a_key_for_something_else_sorts_nothing(client: httpx2.AsyncClient, client_for: ClientFor) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    asked = {"name": "Notes", "scopes": ["memories:read:own", "memories:write:own"]}
    made = (await client.post("/api/v1/me/keys", json=asked)).json()
    key, nobody = {"Authorization": f"Bearer {made['key']}"}, client_for(None)
    assert (await nobody.get("/api/v1/memories", headers=key)).status_code == 200
    refused = await nobody.post(f"{INBOX}/{thought['id']}/sort", json={"becomes": "task"}, headers=key)
    assert refused.status_code == 403
    assert await titles(client) == []


async def test_somebody_elses_thoughts_are_not_there(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    other = client_for(await person())
    assert await waiting(other) == []
    for way, body in (("sort", {"becomes": "task"}), ("unsort", {})):
        assert (await other.post(f"{INBOX}/{thought['id']}/{way}", json=body)).status_code == 404
    assert len(await waiting(client)) == 1


async def test_what_becomes_of_it_has_to_be_known(client: httpx2.AsyncClient) -> None:
    await catch(client, "Paint the shelf")
    (thought,) = await waiting(client)
    assert (await sort(client, thought["id"], "cake")).status_code == 422
    assert len(await waiting(client)) == 1
