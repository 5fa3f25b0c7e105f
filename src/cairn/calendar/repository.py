"""Events in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, or_, select, text
from sqlalchemy.orm import aliased

from cairn.calendar.models import CalendarEvent
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork

_ALONE = text("select pg_advisory_xact_lock(20044, hashtext(:user))")


async def alone(work: UnitOfWork) -> None:
    """Let nobody else add events of this person until this unit of work ends. Before any of them is locked."""
    await work.session.execute(_ALONE, {"user": str(work.user_id)})


async def count_ahead(work: UnitOfWork) -> int:
    """How many aren't over, or repeat. Cancelled ones don't count."""
    ahead = or_(CalendarEvent.ends_at > work.now, CalendarEvent.rrule.is_not(None))
    mine = (CalendarEvent.user_id == work.user_id, ~CalendarEvent.cancelled, ahead)
    return int(await work.session.scalar(select(func.count()).select_from(CalendarEvent).where(*mine)) or 0)


async def get(work: UnitOfWork, event_id: UUID, *, lock: bool = False) -> CalendarEvent:
    """One event.

    Raises:
        NotFound: this person has none with that id.
    """
    return await own(work, CalendarEvent, event_id, lock=lock)


async def page_of(
    work: UnitOfWork, page: PageQuery, since: datetime | None
) -> tuple[Sequence[CalendarEvent], str | None]:
    """Those that aren't cancelled, by their first beginning."""
    query = select(CalendarEvent).where(CalendarEvent.user_id == work.user_id, ~CalendarEvent.cancelled)
    if since is not None:
        query = query.where(or_(CalendarEvent.ends_at > since, CalendarEvent.rrule.is_not(None)))
    return await paginate(work.session, query, page, CalendarEvent.starts_at, CalendarEvent.id)


async def touching(work: UnitOfWork, start: datetime, end: datetime) -> Sequence[CalendarEvent]:
    """Those that may happen in a stretch of time. A changed time goes with the series that it is of."""
    whole = aliased(CalendarEvent)
    query = (
        select(CalendarEvent)
        .outerjoin(whole, (whole.user_id == CalendarEvent.user_id) & (whole.id == CalendarEvent.series_id))
        .where(
            CalendarEvent.user_id == work.user_id,
            ~CalendarEvent.cancelled,
            or_(whole.id.is_(None), ~whole.cancelled),
            CalendarEvent.starts_at < end,
            or_(CalendarEvent.ends_at > start, CalendarEvent.rrule.is_not(None)),
        )
        .order_by(CalendarEvent.starts_at, CalendarEvent.id)
    )
    return (await work.session.scalars(query)).all()


async def times_of(work: UnitOfWork, series_id: UUID) -> Sequence[CalendarEvent]:
    """The changed times of a series, locked."""
    query = (
        select(CalendarEvent)
        .where(CalendarEvent.user_id == work.user_id, CalendarEvent.series_id == series_id)
        .order_by(CalendarEvent.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def floating(work: UnitOfWork) -> Sequence[CalendarEvent]:
    """Those that move with the person, and whole days, which are the same everywhere; locked."""
    query = (
        select(CalendarEvent)
        .where(
            CalendarEvent.user_id == work.user_id,
            or_(CalendarEvent.floating, CalendarEvent.all_day),
            ~CalendarEvent.cancelled,
        )
        .order_by(CalendarEvent.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(CalendarEvent).where(CalendarEvent.user_id == work.user_id))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    table = CalendarEvent.__table__
    found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id).order_by(table.c.id))
    return {"calendar_events": [dict(row) for row in found.mappings()]}
