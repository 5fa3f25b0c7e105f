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
from cairn.tasks import kept, learnt, repository, rules
from cairn.tasks.breakdown import finding
from cairn.tasks.breakdown.library import LANGUAGES
from cairn.tasks.errors import AlreadyDone, NotDone, NothingToChange, NotLater, TooManySteps
from cairn.tasks.messages import TaskAdded, TaskChanged, TaskDone, TaskRemoved
from cairn.tasks.models import Task, TaskStep
from cairn.tasks.reasons import reason
from cairn.tasks.schemas import Given, NewTask, StepPatch, TaskPatch

MOST_STEPS = 50
LATER = timedelta(hours=3)
MOMENTUM = timedelta(hours=1)
"""So long somebody is still at what they did last."""


async def add(work: UnitOfWork, new: NewTask) -> Task:
    """Put a task on the person's list."""
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


async def due_between(work: UnitOfWork, start: datetime, end: datetime, most: int = 200) -> Sequence[Task]:
    """Tasks for a stretch of time, open and done, in its order."""
    return await repository.due_between(work, start, end, most)


async def edit(work: UnitOfWork, task: Task, patch: TaskPatch) -> Task:
    """Change what the patch names.

    Raises:
        NothingToChange: it names nothing.
    """
    changes: dict[str, Any] = patch.changes()
    if not changes:
        raise NothingToChange
    before = kept.fields(task)
    for name, value in changes.items():
        setattr(task, name, value)
    if "title" in changes:
        task.domain = _domain(work, task.title)
    if task.due_at is None:
        task.due_date_only = False
    elif task.due_date_only:
        task.due_at = rules.for_day(task.due_at.astimezone(work.actor.zone))
    return await _changed(work, task, "task.edit", changed(before, kept.fields(task)))


async def finish(work: UnitOfWork, task_id: UUID) -> Task:
    """Mark a task done, and stop its reminders.

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
    return task


async def reopen(work: UnitOfWork, task_id: UUID) -> Task:
    """Put a finished task back on the list, and wake the reminders that stopped with it.

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
    return await _changed(work, task, "task.put_off", changed(before, kept.fields(task)))


async def take_up(work: UnitOfWork, task_id: UUID) -> Task:
    """That one after all: it may be offered as the next thing again.

    Raises:
        AlreadyDone: it was finished.
    """
    task = await open_one(work, task_id)
    before = kept.fields(task)
    task.skip_until = None
    return await _changed(work, task, "task.take_up", changed(before, kept.fields(task)))


async def remove(work: UnitOfWork, task_id: UUID) -> None:
    """Take a task away, with its steps, and stop its reminders.

    Raises:
        NotFound: this person has none with that id.
    """
    task = await repository.get(work, task_id, lock=True)
    await reminders.stop_for(work, task.id)
    await work.session.delete(task)
    await work.session.flush()
    await work.audit("task.remove", task_id, kind="task")
    await work.publish(TaskRemoved(task_id=task_id))


async def add_step(work: UnitOfWork, task: Task, text: str) -> Task:
    """Add a step at the end.

    Raises:
        TooManySteps: there are 50.
    """
    if len(task.steps) >= MOST_STEPS:
        raise TooManySteps
    place = max((step.position for step in task.steps), default=-1) + 1
    task.steps.append(TaskStep(id=work.runtime.new_id(), position=place, text=text))
    return await _changed(work, task, "task.add_step")


async def edit_step(work: UnitOfWork, task: Task, step_id: UUID, patch: StepPatch) -> Task:
    """Change a step's words, or mark it done or open.

    Raises:
        NotFound: the task has no such step.
        NothingToChange: the patch names nothing.
    """
    step = _step(task, step_id)
    if patch.text is None and patch.done is None:
        raise NothingToChange
    before = kept.fields_of_step(step)
    if patch.text is not None:
        step.text = patch.text
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


async def next_one(work: UnitOfWork, given: Given | None = None) -> tuple[Task, str] | None:
    """The one next thing and why, in the person's language; nothing when nothing waits.

    Args:
        given: What there is to do it with.
    """
    given = given or Given()
    now = work.now.astimezone(work.actor.zone)
    at_hand = await repository.project_at_hand(work, work.now - MOMENTUM)
    means = rules.Means(given.minutes, given.energy, given.context, at_hand)
    choice = rules.choose(await repository.candidates(work), now, means)
    if choice is None:
        return None
    return await repository.get(work, choice.task.id), reason(choice, now, work.actor.locale, given.minutes)


async def find_by_words(work: UnitOfWork, text: str) -> Task | None:
    """The open task that somebody means by some of its words, as in "done with the dentist"."""
    return rules.meant(text, await repository.open_tasks(work))


def warm() -> None:
    """Have the library of procedures at hand, in which every new task is looked up."""
    for language in LANGUAGES:
        finding.found("", language)
