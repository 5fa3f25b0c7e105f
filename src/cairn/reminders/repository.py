"""Queries over reminders: a person's own, and the ticker's over all that are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, delete, or_, select, text

from cairn.notify.schemas import Ladder
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork
from cairn.reminders.models import Reminder, State

OPEN = (State.WAITING, State.RINGING)

# Rows that another ticker or a person holds are passed over: they are looked at again in half a second.
_CLAIM = text(
    "select id, user_id, text, due_at, snoozed_until, rrule, first_local, zone, ladder, urgent, rang_for,"
    " lead_minutes, skips"
    " from reminders"
    " where armed and due_at <= :now order by due_at limit :most for update skip locked"
)
_RING = text(
    "update reminders set state = 'ringing', last_rung_at = :now, rang_for = r, armed = n is not null,"
    " due_at = coalesce(n, due_at), local_time = coalesce(w, local_time), snoozed_until = null,"
    " done_at = null, version = version + 1"
    " from unnest(cast(:ids as uuid[]), cast(:users as uuid[]), cast(:rang_for as timestamptz[]),"
    " cast(:next_due as timestamptz[]), cast(:next_local as timestamp[])) as rung(i, u, r, n, w)"
    " where id = i and user_id = u"
)


@dataclass(frozen=True, slots=True)
class Ringing:
    """One claimed reminder, and what ringing does to it; `again` when it rang before."""

    id: UUID
    user_id: UUID
    text: str
    rang_for: datetime
    next_due: datetime | None
    next_local: datetime | None
    ladder: Ladder | None = None
    urgent: bool = False
    again: bool = False


async def claim(work: UnitOfWork, most: int) -> Sequence[Row[tuple[object, ...]]]:
    """Lock reminders that are due, the longest due first. The system's work only."""
    return (await work.session.execute(_CLAIM, {"now": work.now, "most": most})).all()


async def ring(work: UnitOfWork, ringing: Sequence[Ringing]) -> None:
    """Write what was claimed as rung, in one statement."""
    await work.session.execute(
        _RING,
        {
            "now": work.now,
            "ids": [one.id for one in ringing],
            "users": [one.user_id for one in ringing],
            "rang_for": [one.rang_for for one in ringing],
            "next_due": [one.next_due for one in ringing],
            "next_local": [one.next_local for one in ringing],
        },
    )


async def get(work: UnitOfWork, reminder_id: UUID, *, lock: bool = False) -> Reminder:
    """One reminder of this person.

    Args:
        lock: Hold it until the unit of work ends, and read it as it is now.

    Raises:
        NotFound: there is none with this id.
    """
    return await own(work, Reminder, reminder_id, lock=lock)


async def page_of(work: UnitOfWork, page: PageQuery, states: Sequence[State]) -> tuple[Sequence[Reminder], str | None]:
    """The nearest first."""
    query = select(Reminder).where(Reminder.user_id == work.user_id, Reminder.state.in_(states))
    return await paginate(work.session, query, page, Reminder.due_at, Reminder.id)


async def between(work: UnitOfWork, start: datetime, end: datetime) -> Sequence[Reminder]:
    """All but the cancelled that ring, or rang and wait for an answer, in a stretch of time."""
    due = and_(Reminder.due_at >= start, Reminder.due_at < end)
    rang = and_(Reminder.state == State.RINGING, Reminder.rang_for >= start, Reminder.rang_for < end)
    query = (
        select(Reminder)
        .where(Reminder.user_id == work.user_id, Reminder.state != State.CANCELLED, or_(due, rang))
        .order_by(Reminder.due_at, Reminder.id)
        .limit(500)
    )
    return (await work.session.scalars(query)).all()


async def reaching_into(work: UnitOfWork, start: datetime, end: datetime) -> Sequence[Reminder]:
    """Open ones that ring in a stretch of time, and those that came before it and come again."""
    query = (
        select(Reminder)
        .where(Reminder.user_id == work.user_id, Reminder.state.in_(OPEN), Reminder.armed, Reminder.due_at < end)
        .where(or_(Reminder.due_at >= start, Reminder.rrule.is_not(None)))
        .order_by(Reminder.due_at, Reminder.id)
        .limit(500)
    )
    return (await work.session.scalars(query)).all()


async def answered_between(work: UnitOfWork, start: datetime, end: datetime, most: int) -> Sequence[Reminder]:
    """Those answered with "done" in a stretch of time, in the order they were; what a task stopped is the task's."""
    query = (
        select(Reminder)
        .where(Reminder.user_id == work.user_id, Reminder.done_at >= start, Reminder.done_at < end)
        .where(Reminder.task_id.is_(None), Reminder.state != State.CANCELLED)
        .order_by(Reminder.done_at.desc(), Reminder.id.desc())
        .limit(most)
    )
    return (await work.session.scalars(query)).all()[::-1]


async def latest_ringing(work: UnitOfWork) -> Reminder | None:
    query = (
        select(Reminder)
        .where(Reminder.user_id == work.user_id, Reminder.state == State.RINGING)
        .order_by(Reminder.last_rung_at.desc(), Reminder.rang_for.desc(), Reminder.id.desc())
        .limit(1)
    )
    return await work.session.scalar(query)


async def _locked(work: UnitOfWork, *which: ColumnElement[bool]) -> Sequence[Reminder]:
    """The person's reminders of which all this is so, read as they are now and held, in the order of their ids."""
    query = (
        select(Reminder)
        .where(Reminder.user_id == work.user_id, *which)
        .order_by(Reminder.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await work.session.scalars(query)).all()


async def open_of_task(work: UnitOfWork, task_id: UUID) -> Sequence[Reminder]:
    """Locked, in the order of their ids, so that two who stop them don't wait for each other."""
    return await _locked(work, Reminder.task_id == task_id, Reminder.state.in_(OPEN))


async def of_event(work: UnitOfWork, event_id: UUID) -> Sequence[Reminder]:
    """All that were ever booked for an event, locked in the order of their ids."""
    return await _locked(work, Reminder.event_id == event_id)


async def ahead_of(work: UnitOfWork, reminder_id: UUID) -> Sequence[Reminder]:
    """All that ring ahead of one, whatever became of them, locked in the order of their ids."""
    return await _locked(work, Reminder.ahead_of == reminder_id)


async def floating(work: UnitOfWork) -> Sequence[Reminder]:
    """Those that move with the person, locked."""
    return await _locked(work, Reminder.floating.is_(True), Reminder.state.in_(OPEN))


async def everything(work: UnitOfWork) -> Sequence[Reminder]:
    query = select(Reminder).where(Reminder.user_id == work.user_id).order_by(Reminder.id)
    return (await work.session.scalars(query)).all()


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(Reminder).where(Reminder.user_id == work.user_id))
