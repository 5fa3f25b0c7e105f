"""What the pages show beside a memory: what was said around it, and what is known from it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.memory import service
from cairn.memory.facts import portrait
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from tests.conftest import RunJobs

URL = "/api/v1/memories"
BEGAN = datetime(2026, 11, 2, 10, tzinfo=UTC)


async def test_what_was_said_around_a_memory_comes_in_order_and_from_its_thread_only(
    client: httpx2.AsyncClient,
) -> None:
    ids = []
    for n in range(5):
        body = {
            "text": f"Line {n}",
            "conversation": "thread",
            "occurred_at": (BEGAN + timedelta(minutes=n)).isoformat(),
        }
        ids.append((await client.post(URL, json=body)).json()["id"])
    await client.post(URL, json={"text": "Elsewhere", "occurred_at": BEGAN.isoformat()})

    around = (await client.get(f"{URL}/{ids[2]}/around", params={"most": 1})).json()["items"]
    wider = (await client.get(f"{URL}/{ids[2]}/around")).json()["items"]

    assert [one["text"] for one in around] == ["Line 1", "Line 3"]
    assert [one["text"] for one in wider] == ["Line 0", "Line 1", "Line 3", "Line 4"]
    assert (await client.get(f"{URL}/{uuid4()}/around")).status_code == 404


async def test_the_facts_of_one_memory_are_found_by_it(
    client: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs
) -> None:
    async with actor.work() as work:
        home = (await service.remember(work, NewMemory(text="I live in Lisbon."))).id
        await service.remember(work, NewMemory(text="I'm allergic to peanuts."))
    await run_jobs()

    facts = (await client.get("/api/v1/facts", params={"memory_id": str(home)})).json()["items"]

    assert [(one["relation"], one["value"]) for one in facts] == [("lives_in", "Lisbon")]


async def test_of_several_values_each_has_a_history_of_its_own(
    client: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs
) -> None:
    async with actor.work() as work:
        for words in ("I'm allergic to peanuts.", "I'm allergic to penicillin.", "I live in Braga."):
            await service.remember(work, NewMemory(text=words, occurred_at=BEGAN))
        moved = BEGAN + timedelta(days=9)
        await service.remember(work, NewMemory(text="I live in Lisbon now.", occurred_at=moved))
    await run_jobs()

    facts = {one["value"]: one["id"] for one in (await client.get("/api/v1/facts")).json()["items"]}
    histories = {
        value: [one["value"] for one in (await client.get(f"/api/v1/facts/{facts[value]}")).json()["history"]]
        for value in ("peanuts", "Lisbon")
    }
    assert histories == {"peanuts": ["peanuts"], "Lisbon": ["Braga", "Lisbon"]}


async def test_a_field_says_when_its_words_were_said(actor: Actor, run_jobs: RunJobs) -> None:
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="I live in Lisbon.", occurred_at=BEGAN))
    await run_jobs()

    async with actor.work() as work:
        home = next(one for one in (await portrait.profile(work)).fields if one.id == "home")
    assert home.values[0].said_at == BEGAN


async def test_a_value_in_the_place_of_another_stays_what_it_was(
    client: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs
) -> None:
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="My sister is called Marta."))
        await service.remember(work, NewMemory(text="My mother is called Rosa."))
    await run_jobs()

    edited = await client.put("/api/v1/profile/family", json={"values": ["Rosa", "Martina"]})

    family = next(one for one in edited.json()["fields"] if one["id"] == "family")
    told = {(one["relation"], one["qualifier"], one["value"]) for one in family["values"]}
    assert told == {("mother", "", "Rosa"), ("sibling", "sister", "Martina")}


async def values_of(client: httpx2.AsyncClient, field: str) -> set[tuple[str, str, str]]:
    fields = (await client.get("/api/v1/profile")).json()["fields"]
    values = next(one for one in fields if one["id"] == field)["values"]
    return {(one["relation"], one["qualifier"], one["value"]) for one in values}


async def test_several_values_of_an_empty_field_are_each_what_they_say_they_are(client: httpx2.AsyncClient) -> None:
    ana, rui = {"value": "Ana", "relation": "mother"}, {"value": "Rui", "relation": "sibling", "qualifier": "brother"}
    await client.put("/api/v1/profile/family", json={"values": [ana, rui, "Bela", "Caio"]})

    told = {("mother", "", "Ana"), ("sibling", "brother", "Rui"), ("relative", "", "Bela"), ("relative", "", "Caio")}
    assert await values_of(client, "family") == told


async def test_a_value_that_is_something_else_than_it_was_becomes_that(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await client.put("/api/v1/profile/family", json={"values": ["Ana", "Bela"]})
    clock.forward(timedelta(minutes=1))
    await client.put("/api/v1/profile/family", json={"values": [{"value": "Ana", "relation": "mother"}, "Bela"]})

    assert await values_of(client, "family") == {("mother", "", "Ana"), ("relative", "", "Bela")}


async def test_one_more_value_does_not_take_the_place_of_another(client: httpx2.AsyncClient) -> None:
    await client.put("/api/v1/profile/family", json={"values": [{"value": "Ana", "relation": "mother"}]})
    await client.put("/api/v1/profile/family", json={"values": ["Ana", "Bela"]})

    assert await values_of(client, "family") == {("mother", "", "Ana"), ("relative", "", "Bela")}


@pytest.mark.parametrize(
    "values",
    [["designer", "Acme"], ["Acme", "designer"], [{"value": "Ana", "relation": "mother"}]],
    ids=["two that don't say", "in any order", "what the field doesn't hold"],
)
async def test_what_a_value_is_isn_t_guessed(client: httpx2.AsyncClient, values: list[Any]) -> None:
    answer = await client.put("/api/v1/profile/work", json={"values": values})

    assert answer.status_code == 422
    assert "relations" in answer.json()["detail"]
    assert await values_of(client, "work") == set()


async def test_one_alone_is_the_first_thing_that_a_field_holds(client: httpx2.AsyncClient) -> None:
    await client.put("/api/v1/profile/work", json={"values": ["Acme"]})
    assert await values_of(client, "work") == {("employer", "", "Acme")}

    refused = await client.put("/api/v1/profile/work", json={"values": ["Acme", "designer"]})
    assert refused.status_code == 422
    assert await values_of(client, "work") == {("employer", "", "Acme")}
