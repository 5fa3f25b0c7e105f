"""Tasks in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, select

from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork
from cairn.tasks.learnt import knowing
from cairn.tasks.models import EstimateSample, Task, TaskStep
from cairn.tasks.schemas import Aside

PEOPLE_AT_ONCE = 200
MOST_WEIGHED = 500
"""Open tasks looked at when one is named."""


async def get(work: UnitOfWork, task_id: UUID, *, lock: bool = False) -> Task:
    """One task with its steps.

    Raises:
        NotFound: this person has none with that id.
    """
    return (await knowing(work, [await own(work, Task, task_id, lock=lock)]))[0]


async def followed_by(work: UnitOfWork, task_id: UUID) -> Task | None:
    """The occurrence that came after one, locked."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.follows == task_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return await work.session.scalar(query)


async def may_be_followed(work: UnitOfWork, task_id: UUID) -> bool:
    """Whether a task is there, done, and followed by nothing; it is held."""
    task = select(Task.id).where(Task.user_id == work.user_id, Task.id == task_id, Task.done_at.is_not(None))
    held = await work.session.scalar(task.with_for_update())
    return held is not None and await followed_by(work, task_id) is None


async def coming_again(work: UnitOfWork) -> Sequence[Task]:
    """Open tasks that come again, locked in the order of their ids."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.rrule.is_not(None), Task.done_at.is_(None))
        .order_by(Task.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def to_roll(work: UnitOfWork) -> Sequence[Task]:
    """Open ones whose next occurrence has begun. What somebody holds is looked at again in a minute."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at.is_(None), Task.comes_again_at <= work.now)
        .order_by(Task.id)
        .limit(500)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def with_occurrences_due(work: UnitOfWork, after: UUID) -> Sequence[UUID]:
    """People with such tasks, in the order of their ids. The system's work only."""
    query = (
        select(Task.user_id)
        .where(Task.comes_again_at <= work.now, Task.user_id > after)
        .distinct()
        .order_by(Task.user_id)
        .limit(PEOPLE_AT_ONCE)
    )
    return (await work.session.scalars(query)).all()


async def page(work: UnitOfWork, page: PageQuery, *, done: bool) -> tuple[Sequence[Task], str | None]:
    """Open tasks, oldest first, or done ones, latest first."""
    query = select(Task).where(Task.user_id == work.user_id)
    if done:
        query = query.where(Task.done_at.is_not(None))
        rows, following = await paginate(work.session, query, page, Task.done_at, Task.id, descending=True)
    else:
        rows, following = await paginate(work.session, query.where(Task.done_at.is_(None)), page, Task.id)
    return await knowing(work, rows), following


async def open_tasks(work: UnitOfWork) -> Sequence[Task]:
    """Open tasks, those due first and then the oldest."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at.is_(None))
        .order_by(Task.due_at.asc().nulls_last(), Task.id)
        .limit(MOST_WEIGHED)
    )
    return (await work.session.scalars(query)).all()


async def titles(work: UnitOfWork, task_ids: Sequence[UUID]) -> dict[UUID, str]:
    """What some tasks are called."""
    query = select(Task.id, Task.title).where(Task.user_id == work.user_id, Task.id.in_(task_ids))
    return {row.id: row.title for row in await work.session.execute(query)}


async def project_at_hand(work: UnitOfWork, since: datetime) -> str:
    """What the person was at: the project of what they did last, since a moment; empty for none."""
    query = (
        select(Task.project)
        .where(Task.user_id == work.user_id, Task.done_at >= since)
        .order_by(Task.done_at.desc())
        .limit(1)
    )
    return await work.session.scalar(query) or ""


async def due_between(work: UnitOfWork, start: datetime, end: datetime, most: int = 200) -> Sequence[Task]:
    """Tasks for a stretch of time, open and done."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.due_at >= start, Task.due_at < end)
        .order_by(Task.due_at, Task.id)
        .limit(most)
    )
    return await knowing(work, (await work.session.scalars(query)).all())


async def due_before(work: UnitOfWork, moment: datetime, most: int) -> Sequence[Task]:
    """Open tasks whose day has come by then, in the order of their days."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at.is_(None), Task.due_at < moment)
        .where(~Task.someday, Task.waiting_for == "")
        .order_by(Task.due_at, Task.id)
        .limit(most)
    )
    return (await work.session.scalars(query)).all()


async def done_between(work: UnitOfWork, start: datetime, end: datetime, most: int) -> Sequence[Task]:
    """What was finished in a stretch of time; of very much the latest, in the order it was."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at >= start, Task.done_at < end)
        .order_by(Task.done_at.desc(), Task.id.desc())
        .limit(most)
    )
    return (await work.session.scalars(query)).all()[::-1]


AGAIN_AND_AGAIN = 3
"""Times that something was "not that one" before it is asked about."""

_ASIDE = {
    Aside.WAITING: Task.waiting_for != "",
    Aside.SOMEDAY: Task.someday,
    Aside.PUT_OFF: and_(Task.times_put_off >= AGAIN_AND_AGAIN, ~Task.someday, Task.waiting_for == ""),
}


async def aside(work: UnitOfWork, why: Aside, most: int) -> Sequence[Task]:
    """Open tasks that aren't chosen for a reason, the oldest first."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at.is_(None), _ASIDE[why])
        .order_by(Task.id)
        .limit(most)
    )
    return (await work.session.scalars(query)).all()


async def these(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, Task]:
    """The person's tasks among these, by their ids."""
    query = select(Task).where(Task.user_id == work.user_id, Task.id.in_(ids))
    return {task.id: task for task in await work.session.scalars(query)}


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's tasks and steps, and what they took."""
    await work.session.execute(delete(EstimateSample).where(EstimateSample.user_id == work.user_id))
    await work.session.execute(delete(TaskStep).where(TaskStep.user_id == work.user_id))
    await work.session.execute(delete(Task).where(Task.user_id == work.user_id))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in (Task.__table__, TaskStep.__table__, EstimateSample.__table__):
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told
