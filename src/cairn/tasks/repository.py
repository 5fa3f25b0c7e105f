"""Tasks in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork
from cairn.tasks.models import Task, TaskStep

MOST_WEIGHED = 500
"""Open tasks looked at when one is chosen or named."""


async def get(work: UnitOfWork, task_id: UUID, *, lock: bool = False) -> Task:
    """One task with its steps.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(Task).where(Task.user_id == work.user_id, Task.id == task_id)
    if lock:
        # Whoever waited for the lock must see what the one before wrote.
        query = query.with_for_update().execution_options(populate_existing=True)
    found = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found


async def page(work: UnitOfWork, page: PageQuery, *, done: bool) -> tuple[Sequence[Task], str | None]:
    """Open tasks, oldest first, or done ones, latest first."""
    query = select(Task).where(Task.user_id == work.user_id)
    if done:
        query = query.where(Task.done_at.is_not(None))
        return await paginate(work.session, query, page, Task.done_at, Task.id, descending=True)
    return await paginate(work.session, query.where(Task.done_at.is_(None)), page, Task.id)


async def open_tasks(work: UnitOfWork) -> Sequence[Task]:
    """Open tasks, those due first and then the oldest."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.done_at.is_(None))
        .order_by(Task.due_at.asc().nulls_last(), Task.id)
        .limit(MOST_WEIGHED)
    )
    return (await work.session.scalars(query)).all()


async def due_between(work: UnitOfWork, start: datetime, end: datetime, most: int) -> Sequence[Task]:
    """Tasks for a stretch of time, open and done."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.due_at >= start, Task.due_at < end)
        .order_by(Task.due_at, Task.id)
        .limit(most)
    )
    return (await work.session.scalars(query)).all()


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's tasks and steps."""
    await work.session.execute(delete(TaskStep).where(TaskStep.user_id == work.user_id))
    await work.session.execute(delete(Task).where(Task.user_id == work.user_id))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in (Task.__table__, TaskStep.__table__):
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told
