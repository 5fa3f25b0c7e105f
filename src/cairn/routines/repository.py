"""Routines in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text
from sqlalchemy.dialects.postgresql import insert

from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork
from cairn.routines.models import Routine, RoutineStep, Run

PEOPLE_AT_ONCE = 200
_DID_SOMETHING = text("""steps @> '[{"state": "done"}]'""")

_ALONE = text("select pg_advisory_xact_lock(20045, hashtext(:user))")


async def alone(work: UnitOfWork) -> None:
    """Let nobody else make routines of this person until this unit of work ends."""
    await work.session.execute(_ALONE, {"user": str(work.user_id)})


async def count(work: UnitOfWork) -> int:
    query = select(func.count()).select_from(Routine).where(Routine.user_id == work.user_id)
    return int(await work.session.scalar(query) or 0)


async def get(work: UnitOfWork, routine_id: UUID, *, lock: bool = False) -> Routine:
    """One routine with its steps.

    Raises:
        NotFound: this person has none with that id.
    """
    return await own(work, Routine, routine_id, lock=lock)


async def page(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Routine], str | None]:
    """Routines, the oldest first."""
    return await paginate(work.session, select(Routine).where(Routine.user_id == work.user_id), page, Routine.id)


async def named(work: UnitOfWork) -> Sequence[Routine]:
    query = select(Routine).where(Routine.user_id == work.user_id).order_by(Routine.id).limit(200)
    return (await work.session.scalars(query)).all()


async def floating(work: UnitOfWork) -> Sequence[Routine]:
    """Those of which the person is told, locked."""
    query = (
        select(Routine)
        .where(Routine.user_id == work.user_id, Routine.nudge)
        .order_by(Routine.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def with_nudges_due(work: UnitOfWork, after: UUID) -> Sequence[UUID]:
    """People with windows that have opened, in the order of their ids. The system's work only."""
    query = (
        select(Routine.user_id)
        .where(Routine.nudge_at <= work.now, Routine.user_id > after)
        .distinct()
        .order_by(Routine.user_id)
        .limit(PEOPLE_AT_ONCE)
    )
    return (await work.session.scalars(query)).all()


async def to_nudge(work: UnitOfWork) -> Sequence[Routine]:
    """Those whose window has opened. What somebody holds is looked at again in a minute."""
    query = (
        select(Routine)
        .where(Routine.user_id == work.user_id, Routine.nudge_at <= work.now)
        .order_by(Routine.id)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def run(work: UnitOfWork, run_id: UUID, *, lock: bool = False) -> Run:
    """One run.

    Raises:
        NotFound: this person has none with that id.
    """
    return await own(work, Run, run_id, lock=lock)


async def begin(work: UnitOfWork, routine: Routine, steps: list[dict[str, Any]]) -> UUID | None:
    """A new run of a routine; none where one is open, also one that was begun at this very moment."""
    made = (
        insert(Run)
        .values(
            id=work.runtime.new_id(),
            version=1,
            user_id=work.user_id,
            routine_id=routine.id,
            name=routine.name,
            steps=steps,
            started_at=work.now,
        )
        .on_conflict_do_nothing(index_elements=["user_id", "routine_id"], index_where=text("finished_at is null"))
        .returning(Run.id)
    )
    return await work.session.scalar(made)


async def open_run(work: UnitOfWork, routine_id: UUID, *, lock: bool = False) -> Run | None:
    query = select(Run).where(Run.user_id == work.user_id, Run.routine_id == routine_id, Run.finished_at.is_(None))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return await work.session.scalar(query)


async def open_runs(work: UnitOfWork) -> dict[UUID, UUID]:
    """What is being gone through now: runs by their routine."""
    query = select(Run).where(Run.user_id == work.user_id, Run.finished_at.is_(None))
    return {run.routine_id: run.id for run in await work.session.scalars(query) if run.routine_id is not None}


async def done_runs(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Run], str | None]:
    """What was done, the latest first; a run in which nothing was done isn't there."""
    query = select(Run).where(Run.user_id == work.user_id, Run.finished_at.is_not(None), _DID_SOMETHING)
    return await paginate(work.session, query, page, Run.finished_at, Run.id, descending=True)


async def was_done_since(work: UnitOfWork, routine_id: UUID, since: datetime) -> bool:
    """Whether it was begun, or gone through, since a moment."""
    query = select(Run.id).where(Run.user_id == work.user_id, Run.routine_id == routine_id, Run.started_at >= since)
    return await work.session.scalar(query.limit(1)) is not None


TABLES = (Routine.__table__, RoutineStep.__table__, Run.__table__)


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES:
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's routines and runs."""
    for model in (Run, RoutineStep, Routine):
        await work.session.execute(delete(model).where(model.user_id == work.user_id))
