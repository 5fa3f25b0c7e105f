"""What is on the list for days that are still to come."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import or_, select

from cairn.platform.work import UnitOfWork
from cairn.tasks import repeats
from cairn.tasks.models import Task


async def ahead(work: UnitOfWork, start: datetime, end: datetime) -> list[tuple[datetime, Task]]:
    """When which open tasks are for in a stretch that is still to come, in its order.

    What comes again stands on each of its days. One that is counted from when it is done has no days yet.
    """
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at.is_(None), Task.due_at < end, ~Task.someday)
        .where(or_(Task.due_at >= start, Task.rrule.is_not(None)))
        .order_by(Task.due_at, Task.id)
        .limit(500)
    )
    open_ones = (await work.session.scalars(query)).all()
    return sorted(
        ((at, task) for task in open_ones for at in _moments(work, task, start, end)),
        key=lambda found: (found[0], found[1].id),
    )


def _moments(work: UnitOfWork, task: Task, start: datetime, end: datetime) -> Iterator[datetime]:
    assert task.due_at is not None, "only what has a day was asked for"
    if start <= task.due_at:
        yield task.due_at
    if task.rrule is None or task.after_done or task.first_local is None:
        return
    zone = work.actor.zone
    day = max(repeats.taken(task, zone), (start - timedelta(days=1)).astimezone(zone).date())
    while (following := repeats.next_on(task, zone, day)) is not None:
        day = following
        at = repeats.due_on(day, task, zone)
        if at >= end:
            return
        if at >= start:
            yield at
