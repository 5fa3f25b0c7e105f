"""Queries over sessions, parked thoughts and seats. Every query of a person's own names them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert

from cairn.focus.models import FocusSession, ParkedThought, State
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork

ON = (State.RUNNING, State.PAUSED)
_ON = text("state in ('running', 'paused')")


async def begin(work: UnitOfWork, values: dict[str, Any]) -> FocusSession | None:
    """A new session; nothing where one is on. Of two that begin at once, one does."""
    begun = insert(FocusSession).values(user_id=work.user_id, **values)
    begun = begun.on_conflict_do_nothing(index_elements=[FocusSession.user_id], index_where=_ON)
    made = await work.session.scalar(begun.returning(FocusSession.id))
    return None if made is None else await get(work, made, lock=True)


async def get(work: UnitOfWork, focus_id: UUID, *, lock: bool = False) -> FocusSession:
    """One session of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await own(work, FocusSession, focus_id, lock=lock)


async def current(work: UnitOfWork, *, lock: bool = False) -> FocusSession | None:
    """The session that is on."""
    query = select(FocusSession).where(FocusSession.user_id == work.user_id, FocusSession.state.in_(ON))
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found: FocusSession | None = await work.session.scalar(query)
    return found


async def latest(work: UnitOfWork) -> FocusSession | None:
    """The session that began last."""
    query = (
        select(FocusSession)
        .where(FocusSession.user_id == work.user_id)
        .order_by(FocusSession.started_at.desc(), FocusSession.id.desc())
        .limit(1)
    )
    found: FocusSession | None = await work.session.scalar(query)
    return found


async def page(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[FocusSession], str | None]:
    """The newest first."""
    query = select(FocusSession).where(FocusSession.user_id == work.user_id)
    return await paginate(work.session, query, page, FocusSession.started_at, FocusSession.id, descending=True)


async def of_task(work: UnitOfWork, task_id: UUID) -> Sequence[FocusSession]:
    """All sessions on a task, the newest first, locked."""
    query = (
        select(FocusSession)
        .where(FocusSession.user_id == work.user_id, FocusSession.task_id == task_id)
        .order_by(FocusSession.started_at.desc(), FocusSession.id.desc())
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def asked(work: UnitOfWork, focus_id: UUID) -> bool:
    """Note that it was asked what was done of a session; whether it wasn't before."""
    noted = await work.session.execute(
        update(FocusSession)
        .where(FocusSession.user_id == work.user_id, FocusSession.id == focus_id)
        .where(FocusSession.asked_at.is_(None), FocusSession.state.not_in(ON))
        .values(asked_at=work.now)
        .returning(FocusSession.id)
        .execution_options(synchronize_session=False)
    )
    return noted.scalar() is not None


async def due(work: UnitOfWork, most: int) -> Sequence[FocusSession]:
    """Sessions to which something happens now, locked, the longest due first. The system's work only.

    Those that a person or another ticker holds are passed over: they are looked at again in a moment.
    """
    query = (
        select(FocusSession)
        .where(FocusSession.due_at <= work.now)
        .order_by(FocusSession.due_at)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return (await work.session.scalars(query)).all()


async def thought(work: UnitOfWork, thought_id: UUID) -> ParkedThought:
    """One parked thought of this person.

    Raises:
        NotFound: there is none with this id.
    """
    query = select(ParkedThought).where(ParkedThought.user_id == work.user_id, ParkedThought.id == thought_id)
    found = await work.session.scalar(query.with_for_update().execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


async def thoughts(
    work: UnitOfWork, page: PageQuery, focus_id: UUID | None, *, settled: bool
) -> tuple[Sequence[ParkedThought], str | None]:
    """Parked thoughts, oldest first: those that wait to be looked at, or those that were."""
    query = select(ParkedThought).where(ParkedThought.user_id == work.user_id)
    query = query.where(ParkedThought.became.is_not(None) if settled else ParkedThought.became.is_(None))
    if focus_id is not None:
        query = query.where(ParkedThought.session_id == focus_id)
    return await paginate(work.session, query, page, ParkedThought.id)


async def rows(work: UnitOfWork, tables: Sequence[Any]) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in tables:
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork, tables: Sequence[Any]) -> None:
    """All of a person's rows."""
    for table in tables:
        await work.session.execute(delete(table).where(table.c.user_id == work.user_id))
