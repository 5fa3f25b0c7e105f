"""Adding, changing, finishing tasks, and choosing the one next thing."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, expect
from cairn.platform.trail import Change, changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import ahead as coming
from cairn.tasks import choosing, kept, learnt, reasons, repeating, repeats, repository, rules
from cairn.tasks.breakdown import finding
from cairn.tasks.breakdown.library import LANGUAGES
from cairn.tasks.errors import (
    AlreadyDone,
    NotDone,
    NothingToChange,
    NotLater,
    TooManySteps,
)
from cairn.tasks.messages import TaskAdded, TaskChanged, TaskDone, TaskRemoved
from cairn.tasks.models import Task, TaskStep
from cairn.tasks.schemas import Aside, NewStep, NewTask, StepPatch, TaskPatch

MOST_STEPS, LATER = 50, timedelta(hours=3)
again = reasons.again
proposals = choosing.proposals
next_one = choosing.next_one
in_order = choosing.in_order
ahead = coming.ahead
due_between = repository.due_between
due_before = repository.due_before
done_between = repository.done_between


async def add(work: UnitOfWork, new: NewTask) -> Task:
    """Put a task on the person's list.

    Raises:
        BadRule: it can't come again by its rule.
    """
    due_at = new.due_at
    if due_at is not None and new.due_date_only:
        due_at = rules.for_day(due_at.astimezone(work.actor.zone))
    task = Task(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        **new.model_dump(exclude={"steps", "due_at"}),
        due_at=due_at,
        domain=_domain(work, new.title),
        stopped_reminders=[],
        created_at=work.now,
        steps=[TaskStep(id=work.runtime.new_id(), position=place, text=text) for place, text in enumerate(new.steps)],
    )
    if task.rrule is not None:
        repeating.begin(work, task)
    await learnt.knowing(work, [task])
    work.session.add(task)
    await work.session.flush()
    await work.audit("task.add", task.id, kind="task")
    await work.publish(TaskAdded(task_id=task.id))
    return task


def _domain(work: UnitOfWork, title: str) -> str:
    """The part of life that the library of procedures knows it from."""
    procedure = finding.found(title, work.actor.locale)
    return procedure.domain if procedure is not None else ""


async def get(work: UnitOfWork, task_id: UUID, *, lock: bool = False) -> Task:
    """One task with its steps.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.get(work, task_id, lock=lock)


async def seen(work: UnitOfWork, task_id: UUID, version: str | None) -> Task:
    """One task, locked, as it was when somebody looked at it.

    Args:
        version: Of what they saw, as `If-Match` says it; whatever it is by now, if left out.

    Raises:
        NotFound: this person has none with that id.
        Stale: it changed since.
    """
    task = await get(work, task_id, lock=True)
    expect(task.version, version)
    return task


async def open_one(work: UnitOfWork, task_id: UUID, version: str | None = None) -> Task:
    """One task that isn't done, locked, as it was when somebody looked at it.

    Raises:
        NotFound, Stale: as for `seen`.
        AlreadyDone: it was finished.
    """
    task = await seen(work, task_id, version)
    if task.done_at is not None:
        raise AlreadyDone
    return task


async def listing(work: UnitOfWork, page: PageQuery, *, done: bool = False) -> tuple[Sequence[Task], str | None]:
    """Open tasks, oldest first, or done ones, latest first."""
    return await repository.page(work, page, done=done)


async def set_aside(work: UnitOfWork, why: Aside, most: int) -> Sequence[Task]:
    """Open tasks that aren't chosen, or were turned down again and again; the oldest first."""
    return await repository.aside(work, why, most)


async def decided_about(work: UnitOfWork, task: Task, times_put_off: int = 0) -> Task:
    """The person decided what becomes of it: that it was put off before counts no more, or again as it did."""
    task.times_put_off = times_put_off
    return await written(work, task)


async def edit(work: UnitOfWork, task: Task, patch: TaskPatch) -> Task:
    """Change what the patch names.

    Raises:
        NothingToChange: it names nothing.
        AlreadyDone, BadRule, UnreadableRule, NeedsADay, NotOnThatDay: as `repeating.edited` says.
    """
    changes: dict[str, Any] = patch.changes()
    if patch.repeats is not None:
        changes["rrule"] = repeats.read(patch.repeats, work.now.astimezone(work.actor.zone), work.actor.locale)
    if not changes:
        raise NothingToChange
    before = kept.fields(task)
    was = {name: getattr(task, name) for name in changes}
    for name, value in changes.items():
        setattr(task, name, value)
    if "title" in changes:
        task.domain = _domain(work, task.title)
    if task.due_at is None:
        task.due_date_only = False
    elif task.due_date_only:
        task.due_at = rules.for_day(task.due_at.astimezone(work.actor.zone))
    repeating.edited(work, task, changes.keys(), was, only_this=patch.only_this)
    return await _changed(work, task, "task.edit", changed(before, kept.fields(task)))


async def finish(work: UnitOfWork, task_id: UUID) -> Task:
    """Mark a task done, and stop its reminders. One that comes again is followed by its next occurrence.

    Raises:
        AlreadyDone: it was finished before; nothing changes.
    """
    task = await open_one(work, task_id)
    before = kept.fields(task)
    task.done_at = work.now
    task.stopped_reminders = [str(stopped) for stopped in await reminders.stop_for(work, task.id)]
    await work.session.flush()
    await work.audit("task.finish", task.id, kind="task", changes=changed(before, kept.fields(task)))
    await work.publish(TaskDone(task_id=task.id))
    if task.rrule is not None:
        await repeating.follow(work, task)
        await work.session.flush()
    return task


async def following(work: UnitOfWork, task: Task) -> Task | None:
    """The occurrence that came when this one was done."""
    return await repository.followed_by(work, task.id)


async def reopen(work: UnitOfWork, task_id: UUID) -> Task:
    """Put a finished task back on the list, wake the reminders that stopped with it, and take away what followed it.

    Raises:
        NotDone: it is open.
    """
    task = await repository.get(work, task_id, lock=True)
    if task.done_at is None:
        raise NotDone
    before = kept.fields(task)
    task.done_at = None
    for reminder_id in task.stopped_reminders:
        reminder = await reminders.get(work, UUID(reminder_id), lock=True)
        if reminder.state == "done":  # the person may have opened it again, or removed it, meanwhile
            await reminders.reopen(work, reminder.id)
    task.stopped_reminders = []
    if task.rrule is not None:
        await repeating.take_back(work, task)
    await learnt.forget(work, task)
    return await _changed(work, task, "task.reopen", changed(before, kept.fields(task)))


async def took(work: UnitOfWork, task_id: UUID, minutes: int) -> None:
    """Learn from what a task took, where it was said before how long it would.

    Raises:
        NotFound: this person has none with that id.
    """
    task = await repository.get(work, task_id)
    if await learnt.took(work, task, minutes):
        await work.audit("task.measure", task.id, kind="task")
    await learnt.knowing(work, [task])


async def put_off(work: UnitOfWork, task_id: UUID, until: datetime | None = None) -> Task:
    """Not that one now: it isn't offered as the next thing until then.

    Raises:
        AlreadyDone: it was finished.
        NotLater: `until` has passed.
    """
    task = await open_one(work, task_id)
    until = until or work.now + LATER
    if until <= work.now:
        raise NotLater(field="until")
    before = kept.fields(task)
    task.skip_until = until
    task.times_put_off += 1
    return await _changed(work, task, "task.put_off", changed(before, kept.fields(task)))


async def take_up(work: UnitOfWork, task_id: UUID) -> Task:
    """That one after all: it may be offered as the next thing again.

    Raises:
        AlreadyDone: it was finished.
    """
    task = await open_one(work, task_id)
    before = kept.fields(task)
    task.skip_until = None
    task.times_put_off = max(0, task.times_put_off - 1)
    return await _changed(work, task, "task.take_up", changed(before, kept.fields(task)))


async def remove(work: UnitOfWork, task_id: UUID) -> list[UUID]:
    """Take a task away, with its steps, and stop its reminders.

    Returns:
        The reminders that were stopped; they stand alone from now on.

    Raises:
        NotFound: this person has none with that id.
    """
    task = await repository.get(work, task_id, lock=True)
    stopped = await reminders.stop_for(work, task.id)
    await work.session.delete(task)
    await work.session.flush()
    await work.audit("task.remove", task_id, kind="task")
    await work.publish(TaskRemoved(task_id=task_id))
    return stopped


async def add_step(work: UnitOfWork, task: Task, new: NewStep) -> Task:
    """Add a step at the end.

    Raises:
        TooManySteps: there are 50.
    """
    if len(task.steps) >= MOST_STEPS:
        raise TooManySteps
    place = max((step.position for step in task.steps), default=-1) + 1
    task.steps.append(TaskStep(id=work.runtime.new_id(), position=place, text=new.text, minutes=new.minutes))
    return await _changed(work, task, "task.add_step")


async def edit_step(work: UnitOfWork, task: Task, step_id: UUID, patch: StepPatch) -> Task:
    """Change a step's words or how long it may take, or mark it done or open.

    Raises:
        NotFound: the task has no such step.
        NothingToChange: the patch names nothing.
    """
    step = _step(task, step_id)
    timed = "minutes" in patch.model_fields_set
    if patch.text is None and patch.done is None and not timed:
        raise NothingToChange
    before = kept.fields_of_step(step)
    if patch.text is not None:
        step.text = patch.text
    if timed:
        step.minutes = patch.minutes
    if patch.done is not None and patch.done != (step.done_at is not None):
        step.done_at = work.now if patch.done else None
    return await _changed(work, task, "task.edit_step", changed(before, kept.fields_of_step(step)))


async def remove_step(work: UnitOfWork, task: Task, step_id: UUID) -> Task:
    """Take a step away.

    Raises:
        NotFound: the task has no such step.
    """
    task.steps.remove(_step(task, step_id))
    return await _changed(work, task, "task.remove_step")


def _step(task: Task, step_id: UUID) -> TaskStep:
    for step in task.steps:
        if step.id == step_id:
            return step
    raise NotFound


async def _changed(work: UnitOfWork, task: Task, action: str, changes: Mapping[str, Change] | None = None) -> Task:
    await written(work, task)
    await work.audit(action, task.id, kind="task", changes=changes)
    return task


async def written(work: UnitOfWork, task: Task) -> Task:
    """Write a changed task down, and tell of it. Its trail is for whoever changed it to write."""
    # A changed step is a changed task: its version rises although none of its own columns did.
    flag_modified(task, "title")
    await work.session.flush()
    await work.publish(TaskChanged(task_id=task.id))
    return task


async def titles(work: UnitOfWork, task_ids: Sequence[UUID]) -> dict[UUID, str]:
    """What some tasks are called."""
    return await repository.titles(work, task_ids) if task_ids else {}


async def find_by_words(work: UnitOfWork, text: str) -> Task | None:
    """The open task that somebody means by some of its words, as in "done with the dentist"."""
    return rules.meant(text, await repository.open_tasks(work))


def warm() -> None:
    """Have the library of procedures at hand, in which every new task is looked up."""
    for language in LANGUAGES:
        finding.found("", language)
