"""What becomes of a thing, and how it is taken back."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cairn.inbox import service as inbox
from cairn.platform.errors import CairnError, NotFound
from cairn.platform.http import expect
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reviews.errors import DoneMeanwhile, MovedOn, NotHere
from cairn.reviews.models import Review
from cairn.reviews.rules import CHOICES, Step, What
from cairn.tasks import service as tasks
from cairn.tasks.breakdown import service as breakdown
from cairn.tasks.schemas import KeptStep, NewTask, Task, TaskPatch
from cairn.when import resolve

_COPIED = ("title", "notes", "due_at", "due_date_only", "estimate_minutes", "energy", "important", "project", "context")
_COPIED_TOO = ("tags", "waiting_for", "someday", "rrule", "after_done", "without")


async def decide(work: UnitOfWork, review: Review, thing_id: UUID, what: What) -> dict[str, Any]:
    """Do what was decided about a thing at the step the review stands at; what is kept of that.

    Raises:
        NotHere: that isn't offered at this step.
        NotFound: the person has no such thing.
        DoneMeanwhile: it was finished.
    """
    step = Step(review.step)
    if what not in CHOICES.get(step, ()):
        raise NotHere(field="what")
    if what is What.TASK:
        return await _made_a_task(work, thing_id)
    task = await open_one(work, thing_id)
    return await apply(work, review, task, step, what)


async def open_one(work: UnitOfWork, task_id: UUID) -> Task:
    """A task that isn't done, locked.

    Raises:
        NotFound: this person has none with that id.
        DoneMeanwhile: it was finished.
    """
    task = await tasks.seen(work, task_id, None)
    if task.done_at is not None:
        raise DoneMeanwhile
    return task


async def apply(work: UnitOfWork, review: Review, task: Task, step: Step, what: What) -> dict[str, Any]:
    """Do to a task what was decided; what is kept of that, with how it was before."""
    kept: dict[str, Any] = {
        "thing_id": str(task.id),
        "kind": "task",
        "title": task.title,
        "step": step,
        "what": what,
        "before": _as_it_is(task),
    }
    if what is What.LET_GO:
        return kept | {"gone": _whole(task), "reminders": [str(one) for one in await tasks.remove(work, task.id)]}
    match what:
        case What.TODAY:
            day = resolve(datetime.combine(review.day, datetime.min.time()), work.actor.zone)
            await tasks.edit(work, task, TaskPatch(due_at=day, due_date_only=True))
        case What.TOMORROW:
            await tasks.edit(work, task, _tomorrow(work, review, task))
        case What.SOMEDAY:
            await tasks.edit(work, task, TaskPatch(someday=True))
        case What.BACK:
            await tasks.edit(work, task, TaskPatch(someday=False))
        case What.CAME:
            await tasks.edit(work, task, TaskPatch(waiting_for=""))
        case What.SMALLER:
            await breakdown.smaller(work, task.id)
    if task.times_put_off:
        await tasks.decided_about(work, task)
    return kept | {"version": task.version}


async def _made_a_task(work: UnitOfWork, memory_id: UUID) -> dict[str, Any]:
    """Put a thought on the list. Of its words nothing is kept here: they may be forgotten."""
    task = await inbox.make_task(work, memory_id)
    return {
        "thing_id": str(memory_id),
        "kind": "memory",
        "title": "",
        "step": Step.CAPTURED,
        "what": What.TASK,
        "made": str(task.id),
        "version": task.version,
    }


def _tomorrow(work: UnitOfWork, review: Review, task: Task) -> TaskPatch:
    """The day after the one that is looked at; what has an hour keeps it."""
    day = review.day + timedelta(days=1)
    if task.due_at is None or task.due_date_only:
        return TaskPatch(
            due_at=resolve(datetime.combine(day, datetime.min.time()), work.actor.zone), due_date_only=True
        )
    clock = task.due_at.astimezone(work.actor.zone).time()
    return TaskPatch(due_at=resolve(datetime.combine(day, clock), work.actor.zone))


async def take_back(work: UnitOfWork, kept: dict[str, Any]) -> dict[str, str]:
    """Let a thing be as it was before it was decided about.

    Returns:
        The id that it has now, by the one it had, if that is another: what was let go comes back as a new row.

    Raises:
        MovedOn: somebody changed it since.
    """
    try:
        if "made" in kept:
            made = await tasks.seen(work, UUID(kept["made"]), f'"{kept["version"]}"')
            await inbox.unsort(work, UUID(kept["thing_id"]), made.id)
            return {}
        if "gone" in kept:
            return await _bring_back(work, kept)
        task = await tasks.open_one(work, UUID(kept["thing_id"]))
        expect(task.version, f'"{kept["version"]}"')
    except CairnError as error:
        raise MovedOn from error
    before = kept["before"]
    if kept["what"] == What.SMALLER:
        there = {str(step.id) for step in task.steps}
        steps = [KeptStep(**one | {"id": one["id"] if one["id"] in there else None}) for one in before["steps"]]
        await breakdown.set_steps(work, task, steps)
    elif kept["what"] != What.KEEP:
        fields = ("due_at", "due_date_only", "someday", "waiting_for")
        await tasks.edit(work, task, TaskPatch(**{name: before[name] for name in fields}))
    await tasks.decided_about(work, task, before["times_put_off"])
    return {}


async def _bring_back(work: UnitOfWork, kept: dict[str, Any]) -> dict[str, str]:
    task = await tasks.add(work, NewTask.model_validate(kept["gone"]))
    await tasks.decided_about(work, task, kept["before"]["times_put_off"])
    for reminder_id in kept["reminders"]:
        try:
            reminder = await reminders.get(work, UUID(reminder_id), lock=True)
        except NotFound:
            continue
        if reminder.state == "done":
            await reminders.reopen(work, reminder.id)
    return {kept["thing_id"]: str(task.id)}


def _as_it_is(task: Task) -> dict[str, Any]:
    return {
        "due_at": task.due_at.isoformat() if task.due_at else None,
        "due_date_only": task.due_date_only,
        "someday": task.someday,
        "waiting_for": task.waiting_for,
        "times_put_off": task.times_put_off,
        "steps": [
            {"id": str(step.id), "text": step.text, "minutes": step.minutes, "done": step.done_at is not None}
            for step in task.steps
        ],
    }


def _whole(task: Task) -> dict[str, Any]:
    """A task as it would be added anew, with the steps that are open."""
    fields = {name: getattr(task, name) for name in (*_COPIED, *_COPIED_TOO)}
    steps = [step.text for step in task.steps if step.done_at is None]
    return NewTask.model_validate(fields | {"steps": steps}).model_dump(mode="json")
