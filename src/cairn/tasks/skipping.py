"""Leaving out one time of a task that comes again, and bringing it back."""

from uuid import UUID

from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.tasks import kept, repeating, repeats, service
from cairn.tasks.errors import ChangedSince, ComesOnce, NothingFollows, NothingLeftOut
from cairn.tasks.models import Task
from cairn.tasks.schemas import LeftOut, Standing


async def skip(work: UnitOfWork, task_id: UUID, version: str | None = None) -> Task:
    """Leave this occurrence out: the task stands for the next one, as if this one had not been.

    Raises:
        AlreadyDone: it was finished.
        ComesOnce: it doesn't come again.
        NothingFollows: it was the last.
    """
    task = await service.open_one(work, task_id, version)
    if task.rrule is None:
        raise ComesOnce
    zone = work.actor.zone
    day = repeats.following(task, work.now.astimezone(zone).date(), zone)
    if day is None:
        raise NothingFollows
    before, stood = kept.fields(task), standing(task)
    repeating.stand_on(work, task, day)
    task.turn += 1
    task.skip_until = repeats.begins(day, zone)
    task.left_out = LeftOut(before=stood, after=standing(task)).model_dump(mode="json")
    await service.written(work, task)
    await work.audit("task.skip", task.id, kind="task", changes=changed(before, kept.fields(task)))
    return task


def standing(task: Task) -> Standing:
    """Where a task that comes again stands now."""
    assert task.due_at is not None
    assert task.occurs_on is not None
    return Standing(
        due_at=task.due_at,
        occurs_on=task.occurs_on,
        turn=task.turn,
        skip_until=task.skip_until,
        this_only=task.this_only,
        kept={name: getattr(task, name) for name in repeats.KEPT},
        ticked={step.id: step.done_at for step in task.steps if step.done_at is not None},
    )


async def bring_back(work: UnitOfWork, task_id: UUID, version: str | None = None) -> Task:
    """Put the time that was left out last back, exactly as it stood.

    Raises:
        NotFound, Stale: there is no such task, or it changed since somebody looked at it.
        NothingLeftOut: none was, or it is back already.
        ChangedSince: the task is no longer as leaving it out left it.
    """
    task = await service.seen(work, task_id, version)
    if task.left_out is None:
        raise NothingLeftOut
    left_out = LeftOut.model_validate(task.left_out)
    return await unskip(work, task_id, left_out.before, left_out.after)


async def unskip(work: UnitOfWork, task_id: UUID, before: Standing, after: Standing) -> Task:
    """Put an occurrence that was left out back, exactly as it stood.

    Args:
        after: How leaving it out left the task.

    Raises:
        ChangedSince: it is no longer so.
    """
    task = await service.get(work, task_id, lock=True)
    if task.rrule is None or task.done_at is not None or standing(task) != after:
        raise ChangedSince
    was = kept.fields(task)
    for name, value in before.kept.items():
        setattr(task, name, value)
    for name in ("due_at", "occurs_on", "turn", "skip_until", "this_only"):
        setattr(task, name, getattr(before, name))
    for step in task.steps:
        step.done_at = before.ticked.get(step.id)
    task.comes_again_at = repeats.comes_again_at(task, work.actor.zone)
    task.left_out = None
    await service.written(work, task)
    await work.audit("task.unskip", task.id, kind="task", changes=changed(was, kept.fields(task)))
    return task
