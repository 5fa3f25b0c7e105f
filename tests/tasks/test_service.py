"""Tasks and what follows from them, on a real database."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import Invalid, NotFound
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Outcome, Receipt
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reminders.schemas import NewReminder
from cairn.tasks import service
from cairn.tasks.errors import AlreadyDone, NotDone, NothingToChange, NotLater, TooManySteps
from cairn.tasks.models import EstimateSample, Task, TaskStep
from cairn.tasks.schemas import NewStep, NewTask, StepPatch, TaskPatch
from tests.conftest import NewPerson


async def test_a_new_task_is_open_and_announced(work: UnitOfWork) -> None:
    task = await service.add(work, NewTask(title="Open the post", steps=["Find the keys", "Go down"]))

    assert task.done_at is None
    assert [step.text for step in task.steps] == ["Find the keys", "Go down"]
    assert [event.kind for event in work.announced] == ["task.added"]


async def test_finishing_twice_is_a_conflict(work: UnitOfWork) -> None:
    task = await service.add(work, NewTask(title="Open the post"))
    await service.finish(work, task.id)

    with pytest.raises(AlreadyDone):
        await service.finish(work, task.id)
    assert [event.kind for event in work.announced] == ["task.added", "task.done"]


async def test_fifty_at_once_finish_it_once(actor: Actor) -> None:
    async with actor.work() as work:
        task = await service.add(work, NewTask(title="Open the post"))

    async def finish() -> bool:
        try:
            async with actor.work() as work:
                await service.finish(work, task.id)
        except AlreadyDone:
            return False
        return True

    assert (await asyncio.gather(*(finish() for _ in range(50)))).count(True) == 1


async def test_finishing_stops_its_reminders_and_opening_again_wakes_them(work: UnitOfWork, clock: StillClock) -> None:
    task = await service.add(work, NewTask(title="Call the dentist"))
    booked = [
        await reminders.add(
            work,
            NewReminder(text="Call", due_at=clock.now() + timedelta(hours=n), zone="Europe/Lisbon", task_id=task.id),
        )
        for n in (1, 2)
    ]
    removed = booked.pop()
    await reminders.cancel(work, removed.id)

    await service.finish(work, task.id)
    assert [(await reminders.get(work, one.id)).state for one in booked] == ["done"]

    await service.reopen(work, task.id)
    assert [(await reminders.get(work, one.id)).state for one in booked] == ["waiting"]
    assert (await reminders.get(work, removed.id)).state == "cancelled"
    assert task.stopped_reminders == []


async def test_removing_stops_its_reminders(work: UnitOfWork, clock: StillClock) -> None:
    task = await service.add(work, NewTask(title="Call the dentist", steps=["Find the number"]))
    reminder = await reminders.add(
        work,
        NewReminder(text="Call", due_at=clock.now() + timedelta(hours=1), zone="Europe/Lisbon", task_id=task.id),
    )

    await service.remove(work, task.id)

    assert (await reminders.get(work, reminder.id)).state == "done"
    assert list(await work.session.scalars(select(TaskStep.id))) == []
    with pytest.raises(NotFound):
        await service.get(work, task.id)


async def test_only_what_is_done_can_be_opened_again(work: UnitOfWork) -> None:
    task = await service.add(work, NewTask(title="Open the post"))
    with pytest.raises(NotDone):
        await service.reopen(work, task.id)


async def test_a_task_for_a_day_is_for_that_day_where_the_person_is(person: NewPerson) -> None:
    actor = await person(time_zone="America/New_York")
    async with actor.work() as work:
        late = work.now.replace(day=26, hour=3)  # still the 25th in New York
        task = await service.add(work, NewTask(title="Pay the rent", due_at=late, due_date_only=True))
        assert task.due_at is not None
        local = task.due_at.astimezone(actor.zone)
        assert (local.day, local.hour, local.minute) == (25, 12, 0)


async def test_taking_the_day_away_takes_away_that_it_is_for_a_day(work: UnitOfWork) -> None:
    task = await service.add(work, NewTask(title="Pay", due_at=work.now, due_date_only=True))
    await service.edit(work, task, TaskPatch(due_at=None))
    assert (task.due_at, task.due_date_only) == (None, False)
    with pytest.raises(NothingToChange):
        await service.edit(work, task, TaskPatch())


async def test_a_changed_step_is_a_changed_task(work: UnitOfWork) -> None:
    task = await service.add(work, NewTask(title="Open the post", steps=["Find the keys"]))
    versions = [task.version]
    await service.edit_step(work, task, task.steps[0].id, StepPatch(done=True))
    versions.append(task.version)
    await service.add_step(work, task, NewStep(text="Go down", minutes=3))
    versions.append(task.version)
    await service.remove_step(work, task, task.steps[0].id)
    versions.append(task.version)

    assert versions == [1, 2, 3, 4]
    assert [step.text for step in (await service.get(work, task.id)).steps] == ["Go down"]
    minutes = [task.said_minutes]
    for changed in (9, None):
        await service.edit_step(work, task, task.steps[0].id, StepPatch(minutes=changed))
        minutes.append(task.said_minutes)
    assert minutes == [3, 9, None]
    with pytest.raises(NotFound):
        await service.remove_step(work, task, uuid4())
    with pytest.raises(NothingToChange):
        await service.edit_step(work, task, task.steps[0].id, StepPatch())


async def test_a_task_has_at_most_fifty_steps(work: UnitOfWork) -> None:
    task = await service.add(work, NewTask(title="Move house", steps=[f"Box {n}" for n in range(50)]))
    with pytest.raises(TooManySteps):
        await service.add_step(work, task, NewStep(text="Box 50"))


async def test_not_that_one_brings_another_until_its_time_comes(actor: Actor, clock: StillClock) -> None:
    async with actor.work() as work:
        first = await service.add(work, NewTask(title="First", estimate_minutes=5))
        second = await service.add(work, NewTask(title="Second"))
        await service.put_off(work, first.id)
        assert await service.next_one(work) == (second, "It was here first.")
        await service.put_off(work, second.id, work.now + timedelta(days=1))
        assert await service.next_one(work) is None
        with pytest.raises(NotLater):
            await service.put_off(work, second.id, work.now - timedelta(seconds=1))

    clock.forward(timedelta(hours=3))
    async with actor.work() as work:
        found = await service.next_one(work)
        assert found is not None
        assert found[0].id == first.id


async def test_the_next_thing_is_never_done_and_never_somebody_elses(person: NewPerson) -> None:
    ana, rui = await person(), await person()
    async with ana.work() as work:
        task = await service.add(work, NewTask(title="Ana's"))
        await service.finish(work, task.id)
        assert await service.next_one(work) is None
        await service.add(work, NewTask(title="Ana's other"))
    async with rui.work() as work:
        assert await service.next_one(work) is None
        assert await service.find_by_words(work, "Ana's other") is None


async def test_a_query_without_a_filter_shows_nothing_of_others(person: NewPerson) -> None:
    ana, rui = await person(), await person()
    async with ana.work() as work:
        await service.add(work, NewTask(title="Ana's", steps=["One"]))
    async with rui.work() as work:
        assert list(await work.session.scalars(select(Task.id))) == []
        assert list(await work.session.scalars(select(TaskStep.id))) == []


async def test_words_find_an_open_task_and_never_a_done_one(work: UnitOfWork) -> None:
    dentist = await service.add(work, NewTask(title="Call the dentist"))
    await service.add(work, NewTask(title="Call Ana"))
    assert await service.find_by_words(work, "done with the dentist") is dentist
    await service.finish(work, dentist.id)
    assert await service.find_by_words(work, "done with the dentist") is None


async def test_the_tools_add_finish_and_take_back(actor: Actor, runtime: Runtime) -> None:
    turn = uuid4()
    added = await runtime.toolbox.run(
        actor,
        Call(turn, "add_task", {"title": "Pay the rent", "due_at": "2026-11-26T09:00:00Z", "due_date_only": True}),
    )
    outcome = _outcome(added)
    assert (outcome.kind, outcome.title, outcome.when, outcome.note) == (
        "task.added",
        "Pay the rent",
        None,
        "For Thu 26 Nov.",
    )
    done = await runtime.toolbox.run(actor, Call(turn, "finish_task", {"task_id": str(outcome.subject_id)}))
    assert _outcome(done).kind == "task.done"
    nothing = await runtime.toolbox.run(actor, Call(turn, "next_task"))
    assert nothing.model_dump() == {"task": None, "reason": None}  # type: ignore[union-attr]  # a reading tool returns a model

    async with actor.work() as work:
        await runtime.toolbox.undo(work, _receipt(done).id)
        found = await service.next_one(work)
        assert found is not None
        await runtime.toolbox.undo(work, _receipt(added).id)
        assert await service.next_one(work) is None


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"title": ""},
        {"title": "x", "due_at": "2026-11-26T09:00:00"},
        {"title": "x", "user_id": "7"},
        {"title": "a\x00"},
    ],
)
async def test_a_tool_call_that_makes_no_sense_adds_nothing(
    actor: Actor, runtime: Runtime, arguments: dict[str, object]
) -> None:
    with pytest.raises(Invalid):
        await runtime.toolbox.run(actor, Call(uuid4(), "add_task", arguments))


async def test_a_tool_finds_nobody_elses_task(person: NewPerson, runtime: Runtime) -> None:
    ana, rui = await person(), await person()
    async with ana.work() as work:
        task = await service.add(work, NewTask(title="Ana's"))
    with pytest.raises(NotFound):
        await runtime.toolbox.run(rui, Call(uuid4(), "finish_task", {"task_id": str(task.id)}))


async def test_export_has_everything_and_erasure_leaves_nothing(runtime: Runtime, actor: Actor) -> None:
    (feature,) = [feature for feature in runtime.features if feature.name == "tasks"]
    assert feature.export is not None
    assert feature.erase is not None
    async with actor.work() as work:
        task = await service.add(work, NewTask(title="Open the post", estimate_minutes=5, steps=["Go down"]))
        await service.took(work, task.id, 10)
        exported = await feature.export(work)
        counted = {table: len(rows) for table, rows in exported.items()}
        assert counted == {"tasks": 1, "task_steps": 1, "estimate_samples": 1}
        await feature.erase(work)
        assert list(await work.session.scalars(select(Task.id))) == []
        assert list(await work.session.scalars(select(EstimateSample.id))) == []


def _receipt(told: object) -> Receipt:
    assert isinstance(told, Receipt)
    return told


def _outcome(told: object) -> Outcome:
    return _receipt(told).read()
