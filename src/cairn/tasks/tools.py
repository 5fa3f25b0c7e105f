"""What the assistant may do with tasks."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.tasks import changing, service, skipping
from cairn.tasks.changing import TaskState
from cairn.tasks.models import Energy, Task
from cairn.tasks.permissions import READ, WRITE
from cairn.tasks.reasons import again, comes_again, for_the_day
from cairn.tasks.schemas import Given, NewTask, NextOut, OnList, OpenTasks, Standing, TaskOut, TaskPatch
from cairn.when import say_left_out

MOST_TOLD = 5
"""As many as can be held in mind."""

tools = Tools()


@tools.offer(needs=WRITE)
async def add_task(
    work: UnitOfWork,
    title: str,
    due_at: AwareDatetime | None = None,
    due_date_only: bool = False,
    estimate_minutes: int | None = None,
    notes: str = "",
    energy: Energy = Energy.LOW,
    steps: list[str] | None = None,
    rrule: str | None = None,
    after_done: bool = False,
    important: bool = False,
    someday: bool = False,
    waiting_for: str = "",
    project: str = "",
    context: str = "",
    tags: list[str] | None = None,
    without: list[date] | None = None,
) -> Outcome:
    """Put one small, startable task on the person's list.

    Args:
        title: What to do, in the person's own words, beginning with a verb.
        due_at: When it is for, with time zone. Leave out if they named no time.
        due_date_only: True if they named a day but no time of day.
        estimate_minutes: How long it may take, if they said so.
        notes: What else they said about it.
        energy: How much it takes out of them, if they said so.
        steps: The small steps it is made of, if they named some.
        rrule: How it comes again, as the value of an RFC 5545 RRULE that names days, such as FREQ=WEEKLY;BYDAY=MO.
        after_done: True if it comes again so long after it was done ("every 3 days after I did it").
        important: True if they said that it matters.
        someday: True if it is for some other time.
        waiting_for: Whom or what it waits for, if they said so.
        project: What it belongs to, if they said so.
        context: Where or with what it can be done, if they said so: `home`, `phone`.
        tags: The tags they gave it.
        without: Days named by `rrule` on which it doesn't come ("except march 20").
    """
    new = NewTask.model_validate(
        {
            "title": title,
            "notes": notes,
            "due_at": due_at,
            "due_date_only": due_date_only,
            "estimate_minutes": estimate_minutes,
            "energy": energy,
            "steps": steps or [],
            "rrule": rrule,
            "after_done": after_done,
            "important": important,
            "someday": someday,
            "waiting_for": waiting_for,
            "project": project,
            "context": context,
            "tags": tags or [],
            "without": without or [],
        }
    )
    task = await service.add(work, new)
    added = _outcome(work, "task.added", task, Undo(tool="remove_task", arguments={"task_id": str(task.id)}))
    skips = (day.isoformat() for day in task.without)
    not_on = say_left_out(skips, work.now, zone=work.actor.zone, locale=work.actor.locale)
    return added.model_copy(update={"note": f"{added.note or ''} {not_on}".strip()}) if not_on else added


@tools.offer(needs=WRITE)
async def finish_task(work: UnitOfWork, task_id: UUID) -> Outcome:
    """Mark a task done. Its reminders stop.

    Args:
        task_id: Which.
    """
    task = await service.finish(work, task_id)
    done = _outcome(work, "task.done", task, Undo(tool="reopen_task", arguments={"task_id": str(task.id)}))
    following = await service.following(work, task) if task.rrule is not None else None
    if following is None or following.due_at is None:
        return done
    return done.model_copy(update={"note": comes_again(following.due_at, work.now, work.actor.zone, work.actor.locale)})


@tools.offer(needs=WRITE)
async def skip_task(work: UnitOfWork, task_id: UUID) -> Outcome:
    """Leave out this time of a task that comes again; it comes at its next time.

    Args:
        task_id: Which.
    """
    task = await service.get(work, task_id, lock=True)
    before = skipping.standing(task) if task.rrule is not None else None
    task = await skipping.skip(work, task_id)
    assert before is not None, "what doesn't come again was refused"
    states = {"before": before, "after": skipping.standing(task)}
    arguments = {"task_id": str(task.id)} | {name: one.model_dump(mode="json") for name, one in states.items()}
    return _outcome(work, "task.skipped", task, Undo(tool="unskip_task", arguments=arguments))


@tools.offer(needs=WRITE, hidden=True)
async def unskip_task(work: UnitOfWork, task_id: UUID, before: Standing, after: Standing) -> TaskOut:
    """Put a time that was left out back.

    Args:
        task_id: Which.
        before: How it stood.
        after: How it was left.
    """
    return TaskOut.model_validate(await skipping.unskip(work, task_id, before, after))


@tools.offer(needs=READ)
async def next_task(
    work: UnitOfWork, minutes: int | None = None, energy: Energy | None = None, context: str = ""
) -> NextOut:
    """The one thing the person may do next, and why this one.

    Args:
        minutes: How much time they have, if they said so.
        energy: How much energy they have, if they said so.
        context: Where they are or with what, if they said so: `home`, `phone`.
    """
    given = Given.model_validate({"minutes": minutes, "energy": energy, "context": context})
    found = await service.next_one(work, given)
    if found is None:
        return NextOut(task=None, reason=None)
    return NextOut(task=TaskOut.model_validate(found[0]), reason=found[1])


@tools.offer(needs=READ)
async def list_tasks(work: UnitOfWork) -> OpenTasks:
    """The first few things on the person's list that may be done now, the next first, and whether there are others."""
    found = await service.proposals(work, MOST_TOLD + 1)
    told = [OnList(id=task.id, title=task.title, reason=why) for task, why in found[:MOST_TOLD]]
    return OpenTasks(tasks=told, more=len(found) > MOST_TOLD)


@tools.offer(needs=WRITE, inner=True)
async def put_task_off(work: UnitOfWork, task_id: UUID) -> Outcome:
    """Not that one now: something else is chosen for a few hours.

    Args:
        task_id: Which.
    """
    task = await service.put_off(work, task_id)
    return _outcome(work, "task.put_off", task, Undo(tool="take_task_up", arguments={"task_id": str(task.id)}))


@tools.offer(needs=WRITE, hidden=True)
async def take_task_up(work: UnitOfWork, task_id: UUID) -> TaskOut:
    """Let a task be chosen again.

    Args:
        task_id: Which.
    """
    return TaskOut.model_validate(await service.take_up(work, task_id))


@tools.offer(needs=WRITE, inner=True)
async def drop_task(work: UnitOfWork, task_id: UUID) -> Outcome:
    """Take a task off the list, with its reminders.

    Args:
        task_id: Which.
    """
    task = await service.open_one(work, task_id)
    before = changing.state(task)
    outcome = _outcome(work, "task.removed", task, None)
    stopped = await service.remove(work, task_id)
    woken = [str(one) for one in stopped]
    arguments = {"before": before.model_dump(mode="json"), "woken": woken}
    undo = Undo(tool="bring_task_back", arguments=arguments)
    return outcome.model_copy(update={"when": None, "note": None, "undo": undo})


@tools.offer(needs=WRITE, inner=True)
async def move_task(
    work: UnitOfWork, task_id: UUID, due_at: AwareDatetime, due_date_only: bool = False, rrule: str | None = None
) -> Outcome:
    """Let a task be for another day or moment; of one that comes again, only this time, unless its rule is another too.

    Args:
        task_id: Which.
        due_at: When it is for instead, with time zone.
        due_date_only: True for a day at no certain time.
        rrule: How it comes again from then on, as the value of an RFC 5545 RRULE. Leave out to keep that as it is.
    """
    task = await service.open_one(work, task_id)
    before = changing.state(task)
    given = {"due_at": due_at, "due_date_only": due_date_only} | ({"rrule": rrule} if rrule is not None else {})
    only_this = task.rrule is not None and rrule is None
    task = await service.edit(work, task, TaskPatch.model_validate(given | {"only_this": only_this}))
    outcome = _outcome(work, "task.moved", task, _put_back(task, before))
    # The others stay as they are, where no rule was given.
    return outcome if rrule is not None else outcome.model_copy(update={"rrule": None})


@tools.offer(needs=WRITE, inner=True)
async def change_task(
    work: UnitOfWork,
    task_id: UUID,
    title: str | None = None,
    estimate_minutes: int | None = None,
    energy: Energy | None = None,
    important: bool | None = None,
    project: str | None = None,
    context: str | None = None,
    tags: list[str] | None = None,
) -> Outcome:
    """Change what a task is called, or what is noted of it. What is left out stays.

    Args:
        task_id: Which.
        title: What it is called instead.
        estimate_minutes: How long it may take.
        energy: How much it takes out of them.
        important: Whether it matters.
        project: What it belongs to.
        context: Where or with what it can be done.
        tags: Its tags instead.
    """
    task = await service.open_one(work, task_id)
    before = changing.state(task)
    given = {
        "title": title,
        "estimate_minutes": estimate_minutes,
        "energy": energy,
        "important": important,
        "project": project,
        "context": context,
        "tags": tags,
    }
    patch = TaskPatch.model_validate({name: value for name, value in given.items() if value is not None})
    task = await service.edit(work, task, patch)
    return _outcome(work, "task.changed", task, _put_back(task, before))


def _put_back(task: Task, before: TaskState) -> Undo:
    states = {"before": before, "after": changing.state(task)}
    arguments = {"task_id": str(task.id)} | {name: one.model_dump(mode="json") for name, one in states.items()}
    return Undo(tool="put_task_back", arguments=arguments)


@tools.offer(needs=WRITE, hidden=True)
async def bring_task_back(work: UnitOfWork, before: TaskState, woken: list[UUID]) -> TaskOut:
    """Put a task that was taken off the list on it again.

    Args:
        before: How it stood.
        woken: The reminders that stopped with it.
    """
    return TaskOut.model_validate(await changing.bring_back(work, before, woken))


@tools.offer(needs=WRITE, hidden=True)
async def put_task_back(work: UnitOfWork, task_id: UUID, before: TaskState, after: TaskState) -> TaskOut:
    """Put a task back as it stood before a change.

    Args:
        task_id: Which.
        before: How it stood.
        after: How it was left.
    """
    return TaskOut.model_validate(await changing.put_back(work, task_id, before, after))


class Removed(BaseModel):
    """A task that is gone."""

    task_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def remove_task(work: UnitOfWork, task_id: UUID) -> Removed:
    """Take a task away.

    Args:
        task_id: Which.
    """
    await service.remove(work, task_id)
    return Removed(task_id=task_id)


@tools.offer(needs=WRITE, hidden=True)
async def reopen_task(work: UnitOfWork, task_id: UUID) -> TaskOut:
    """Put a finished task back on the list.

    Args:
        task_id: Which.
    """
    return TaskOut.model_validate(await service.reopen(work, task_id))


def _outcome(work: UnitOfWork, kind: str, task: Task, undo: Undo | None) -> Outcome:
    # A task for a day has no clock time that a receipt could name; the day is told in words.
    when, note = task.due_at, None
    if task.due_at is not None and task.due_date_only:
        when, note = None, for_the_day(task.due_at, work.now, work.actor.zone, work.actor.locale)
    if note is not None and task.rrule is not None and task.done_at is None:
        note = f"{again(task.rrule, work.actor.locale, after_done=task.after_done)} {note}"
    return Outcome(
        kind=kind,
        subject_kind="task",
        subject_id=task.id,
        title=task.title,
        when=when,
        rrule=task.rrule,
        note=note,
        undo=undo,
    )
