"""Tasks in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, text

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork
from cairn.tasks.estimates import kind_of
from cairn.tasks.learnt import knowing, known
from cairn.tasks.models import Energy, EstimateSample, Task, TaskStep
from cairn.tasks.rules import Candidate

MOST_WEIGHED = 500
"""Open tasks looked at when one is named."""


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
    return (await knowing(work, [found]))[0]


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


_ENERGIES = {str(energy): energy for energy in Energy}
_CANDIDATES = text(
    "select id, estimate_minutes, created_at, due_at, due_date_only, important, project, context, domain, energy"
    " from tasks"
    " where user_id = :user_id and done_at is null and not someday and waiting_for = ''"
    " and (skip_until is null or skip_until <= :now)"
)
# By themselves: joined, a plan made without statistics goes through all steps once for each task.
_OPEN_STEPS = text(
    "select task_id, case when bool_and(minutes is not null) then sum(minutes) end as minutes,"
    " (array_agg(minutes order by position, id))[1] as first_minutes"
    " from task_steps where user_id = :user_id and done_at is null group by task_id"
)


async def candidates(work: UnitOfWork) -> list[Candidate]:
    """Everything that may be done now, as far as choosing looks at it.

    What is left of a task is what its open steps take, where all of them say so; else what it was said to take. How
    long things really take this person is looked up once, not for each.
    """
    learnt = await known(work)
    found = (await work.session.execute(_CANDIDATES, {"user_id": work.user_id, "now": work.now})).all()
    steps = (await work.session.execute(_OPEN_STEPS, {"user_id": work.user_id})).all()
    opened = {task_id: (left, first) for task_id, left, first in steps}
    told: list[Candidate] = []
    for task_id, estimate, *about, domain, energy in found:
        left, first = opened.get(task_id, (None, None))
        minutes = estimate if left is None else left
        if learnt is not None and minutes is not None:
            minutes = learnt.likely(minutes, kind_of(domain, about[-2], about[-1]))
        told.append(Candidate(task_id, minutes, first, _ENERGIES[energy], *about))
    return told


async def project_at_hand(work: UnitOfWork, since: datetime) -> str:
    """What the person was at: the project of what they did last, since a moment; empty for none."""
    query = (
        select(Task.project)
        .where(Task.user_id == work.user_id, Task.done_at >= since)
        .order_by(Task.done_at.desc())
        .limit(1)
    )
    return await work.session.scalar(query) or ""


async def due_between(work: UnitOfWork, start: datetime, end: datetime, most: int) -> Sequence[Task]:
    """Tasks for a stretch of time, open and done."""
    query = (
        select(Task)
        .where(Task.user_id == work.user_id, Task.due_at >= start, Task.due_at < end)
        .order_by(Task.due_at, Task.id)
        .limit(most)
    )
    return await knowing(work, (await work.session.scalars(query)).all())


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
