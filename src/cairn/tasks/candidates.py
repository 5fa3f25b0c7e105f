"""What may be done now, from the database as far as choosing looks at it. Thousands of rows, while somebody waits."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from cairn.platform.driver import tuples
from cairn.platform.work import UnitOfWork
from cairn.tasks.estimates import Usually
from cairn.tasks.learnt import known
from cairn.tasks.models import Energy
from cairn.tasks.rules import SOON, Candidate

_Left = tuple[int | None, int | None]
"""Minutes of what is left of a task, and of its first open step."""

_ENERGIES = {str(energy): energy for energy in Energy}
_OPEN = (
    " from tasks"
    " where user_id = %(user_id)s and done_at is null and not someday and waiting_for = ''"
    " and (skip_until is null or skip_until <= %(now)s)"
)
_ALL = (
    "select id, created_at, due_at, due_date_only, estimate_minutes, energy, important, project, context, domain"
    + _OPEN
)
# A task whose own day or steps count is alike to no other.
_UNLIKE = (
    "with open as ("  # noqa: S608  # nosec B608  # made of this module's constants
    "select *, case when due_at <= %(near)s or id = any(%(spelt)s) then id end as own" + _OPEN + ")"
    " select min(row(created_at, id)), min(due_at) filter (where own is not null),"
    " bool_or(due_date_only) filter (where own is not null),"
    " estimate_minutes, energy, important, project, context, domain"
    " from open group by own, estimate_minutes, energy, important, project, context, domain"
)
_FAR = SOON + timedelta(days=1)
"""What is due later is not due soon anywhere."""

# By themselves: joined, a plan made without statistics goes through all steps once for each task. And only of tasks
# whose steps say something: the others' would be read for nothing.
_OPEN_STEPS = (
    "select task_id, case when bool_and(minutes is not null) then sum(minutes) end as minutes,"
    " (array_agg(minutes order by position, id))[1] as first_minutes"
    " from task_steps where user_id = %(user_id)s and done_at is null group by task_id"
    " having bool_or(minutes is not null)"
)
_SILENT: _Left = (None, None)


async def candidates(work: UnitOfWork) -> list[Candidate]:
    """Everything that may be done now.

    What is left of a task is what its open steps take, where all of them say so; else what it was said to take. How
    long things really take this person is looked up once, and computed once for all that are alike.
    """
    left = await _left(work)
    rows = await tuples(work, _ALL, {"user_id": work.user_id, "now": work.now})
    return await _told(work, rows, left)


async def contenders(work: UnitOfWork) -> list[Candidate]:
    """Of everything that may be done now what can be the next: of tasks that are alike only the oldest.

    Thousands of tasks are a hundred kinds; the rest need not leave the database. `rules.choose` chooses the same among
    these as among all.
    """
    left = await _left(work)
    near = work.now + _FAR
    told = {"user_id": work.user_id, "now": work.now, "near": near, "spelt": [UUID(int=one) for one in left]}
    rows = ((oldest[1], oldest[0], *about) for oldest, *about in await tuples(work, _UNLIKE, told))
    return await _told(work, rows, left)


async def _left(work: UnitOfWork) -> dict[int, _Left]:
    """By their numbers: thousands of ids may be hashed here, and a UUID does that in Python."""
    steps = await tuples(work, _OPEN_STEPS, {"user_id": work.user_id})
    return {task_id.int: (minutes, first) for task_id, minutes, first in steps}


async def _told(work: UnitOfWork, rows: Iterable[Sequence[Any]], spelt: dict[int, _Left]) -> list[Candidate]:
    usually = Usually(await known(work))
    told: list[Candidate] = []
    for task_id, created, due, due_date_only, estimate, energy, important, project, context, domain in rows:
        left, first = spelt.get(task_id.int, _SILENT) if spelt else _SILENT
        minutes = estimate if left is None else left
        if minutes is not None:
            minutes = usually.minutes(minutes, domain, project, context)
        about = (task_id, minutes, first, _ENERGIES[energy], created, due, due_date_only, important, project, context)
        told.append(Candidate._make(about))
    return told
