"""What tasks took is kept with their person, and said of the next ones."""

import asyncio
from uuid import UUID

import httpx2
import pytest

from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.tasks import repository, service
from cairn.tasks.schemas import Given, NewTask, TaskPatch
from tests.conftest import ClientFor, NewPerson

TASKS = "/api/v1/tasks"


async def did(actor: Actor, title: str, said: int | None, took: int, **fields: str) -> UUID:
    """A task that was done, and what it took."""
    async with actor.work() as work:
        task = await service.add(work, NewTask.model_validate({"title": title, "estimate_minutes": said, **fields}))
        await service.finish(work, task.id)
        await service.took(work, task.id, took)
        return task.id


async def slow(actor: Actor) -> None:
    """Somebody who needs twice as long as they say."""
    for number in range(6):
        await did(actor, f"Thing {number}", 20, 40)


async def range_of(client: httpx2.AsyncClient, title: str, said: int | None) -> dict[str, int] | None:
    answer = await client.post(TASKS, json={"title": title, "estimate_minutes": said})
    assert answer.status_code == 201, answer.text
    found: dict[str, int] | None = answer.json()["range"]
    return found


async def test_nothing_is_said_of_what_was_never_measured(client: httpx2.AsyncClient) -> None:
    assert await range_of(client, "Water the plants", 20) is None


async def test_a_range_is_shown_wherever_a_task_is(actor: Actor, client: httpx2.AsyncClient) -> None:
    await slow(actor)
    told = await range_of(client, "Odds and ends", 20)

    assert told is not None
    assert 20 < told["low"] <= told["likely"] <= told["high"] < 60
    task = (await client.get(TASKS)).json()["items"][0]
    assert task["range"] == told
    assert (await client.get(f"{TASKS}/{task['id']}")).json()["range"] == told
    assert (await client.get(f"{TASKS}/next")).json()["task"]["range"] == told
    patched = (await client.patch(f"{TASKS}/{task['id']}", json={"estimate_minutes": 40})).json()["range"]
    assert patched["likely"] == pytest.approx(2 * told["likely"], abs=1)
    assert (await client.patch(f"{TASKS}/{task['id']}", json={"estimate_minutes": None})).json()["range"] is None


async def test_choosing_goes_by_what_it_really_takes(actor: Actor) -> None:
    await slow(actor)
    async with actor.work() as work:
        await service.add(work, NewTask(title="Said to fit", estimate_minutes=20, important=True))
        await service.add(work, NewTask(title="Really fits", estimate_minutes=10))
        found = await service.next_one(work, Given(minutes=25))

    assert found is not None
    assert found[0].title == "Really fits"


async def test_what_is_like_it_tells_most(actor: Actor, client: httpx2.AsyncClient) -> None:
    for number in range(5):
        await did(actor, f"Paper {number}", 20, 60, project="Taxes")
        await did(actor, f"Shelf {number}", 20, 20, project="Flat")
    async with actor.work() as work:
        taxes = await service.add(work, NewTask(title="One more", estimate_minutes=20, project="taxes"))
        flat = await service.add(work, NewTask(title="One more", estimate_minutes=20, project="flat"))
        assert taxes.range is not None
        assert flat.range is not None
        assert taxes.range.likely > flat.range.likely + 10


async def test_a_known_everyday_thing_is_of_its_domain_and_leaves_it_with_its_name(actor: Actor) -> None:
    async with actor.work() as work:
        task = await service.add(work, NewTask(title="Clean the kitchen", project="Flat"))
        assert task.kind == "domain:kitchen"
        await service.edit(work, task, TaskPatch(title="Qwertz"))
        assert task.kind == "project:flat"


async def test_steps_that_say_how_long_they_take_are_an_estimate(actor: Actor) -> None:
    async with actor.work() as work:
        bare = await service.add(work, NewTask(title="Qwertz", steps=["One", "Two"]))
        assert bare.said_minutes is None
        task = await service.add(work, NewTask(title="Qwertz", steps=["One", "Two"]))
        for step in task.steps:
            step.minutes = 10
        assert task.said_minutes == 20
        await service.edit(work, task, TaskPatch(estimate_minutes=15))
        assert task.said_minutes == 15


async def test_what_nobody_estimated_teaches_nothing(actor: Actor, client: httpx2.AsyncClient) -> None:
    for number in range(6):
        await did(actor, f"Thing {number}", None, 40)
    assert await range_of(client, "Odds and ends", 20) is None


async def test_a_task_counts_once_and_not_while_it_is_open_again(actor: Actor) -> None:
    await slow(actor)
    again = await did(actor, "Again", 20, 40)
    async with actor.work() as work:
        before = (await service.get(work, again)).range
        await service.took(work, again, 40)
        await service.took(work, again, 40)
        assert (await service.get(work, again)).range == before
    assert len(await samples(actor)) == 7
    async with actor.work() as work:
        await service.reopen(work, again)
    assert len(await samples(actor)) == 6


async def samples(actor: Actor) -> list[dict[str, object]]:
    async with actor.work() as work:
        return (await repository.rows(work))["estimate_samples"]


async def test_measured_at_once_it_is_one_sample(actor: Actor) -> None:
    task_id = await did(actor, "Thing", 20, 40)

    async def again(minutes: int) -> None:
        async with actor.work() as work:
            await service.took(work, task_id, minutes)

    await asyncio.gather(*(again(minutes) for minutes in range(30, 40)))
    assert len(await samples(actor)) == 1


async def test_nobody_learns_from_someone_else(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = await person(), await person()
    await slow(ana)
    hers = await did(ana, "Hers", 20, 40)

    assert await range_of(client_for(rui), "Odds and ends", 20) is None
    async with rui.work() as work:
        with pytest.raises(NotFound):
            await service.took(work, hers, 10)
