"""Queries over deliveries. Each step of a delivery is one conditional update: it happens once, or not at all."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, delete, func, or_, select, text, update

from cairn.notify import climbing, rules
from cairn.notify.models import Channel, Delivery, State
from cairn.notify.schemas import Notice, Queued
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

# All columns as arrays: one statement of one shape, however many notices a ticker hands over at once.
_QUEUE = text(
    "insert into deliveries (id, user_id, kind, subject_id, occurrence_at, channel, state, title, text, link,"
    " queued_at, attempts, possible_duplicates, revived, rung, nag, nag_every, nag_more, urgent, planned_for, due_at)"
    " select i, u, k, s, o, c, case when d is null then 'queued' else 'planned' end, t, b, l, :now, 0, 0, 0,"
    " r, n, e, m, g, p, d from unnest(cast(:ids as uuid[]),"
    " cast(:users as uuid[]), cast(:kinds as text[]), cast(:subjects as uuid[]),"
    " cast(:occurrences as timestamptz[]), cast(:channels as text[]), cast(:titles as text[]),"
    " cast(:bodies as text[]), cast(:links as text[]), cast(:rungs as integer[]), cast(:nags as integer[]),"
    " cast(:every as integer[]), cast(:more as integer[]), cast(:urgent as boolean[]),"
    " cast(:planned as timestamptz[]), cast(:due as timestamptz[]))"
    " as x(i, u, k, s, o, c, t, b, l, r, n, e, m, g, p, d)"
    " on conflict on constraint uq_deliveries_once do nothing"
    " returning id, user_id, subject_id, channel, state"
)

# The two steps that every letter takes are written out: they are what a burst of reminders waits for.
_BEGIN = text(
    "update deliveries set state = 'sending', sending_at = :now, attempts = attempts + 1,"
    # `sending` here was left by an attempt that was cut off: it may have arrived.
    " possible_duplicates = possible_duplicates + case state when 'sending' then 1 else 0 end"
    " where user_id = :me and id = :id and revived = :revived and state in ('queued', 'sending')"
    " and acknowledged_at is null and cancelled_at is null"
    " returning id, title, text, link, occurrence_at, queued_at"
)
_SENT = text(
    "update deliveries set state = case when acknowledged_at is null then 'sent' else 'acknowledged' end,"
    " sent_at = :now, cancelled_at = null, reason = null, provider_id = :answer, kept = :kept"
    " where user_id = :me and id = :id and state = 'sending' returning id, kind, subject_id, channel, state"
)


# Only while nobody has answered, and without a step of its own: another browser has it already.
_AGAIN = text(
    "update deliveries set possible_duplicates = possible_duplicates + :doubtful"
    " where user_id = :me and id = :id and state in ('sent', 'confirmed', 'seen')"
    " and acknowledged_at is null and cancelled_at is null"
    " returning id, title, text, link, occurrence_at, queued_at"
)


class Begun(NamedTuple):
    """What is to be said, now that saying it is on record."""

    id: UUID
    title: str
    text: str
    link: str
    occurrence_at: datetime
    queued_at: datetime


class Planned(NamedTuple):
    """A step of a notice, and when the ladder looks at it; none when it is handed over now."""

    notice: Notice
    step: rules.Step
    due_at: datetime | None


class Step(NamedTuple):
    """Which delivery took a step, and where it stands now."""

    id: UUID
    kind: str
    subject_id: UUID
    channel: str
    state: str


async def queue(work: UnitOfWork, steps: Sequence[Planned]) -> list[Queued]:
    """Make a delivery of each step, where there isn't one yet: to be handed over now, or still to come."""
    arguments: dict[str, Any] = {
        "now": work.now,
        "ids": [work.runtime.new_id() for _ in steps],
        "users": [one.notice.user_id for one in steps],
        "kinds": [one.notice.kind for one in steps],
        "subjects": [one.notice.subject_id for one in steps],
        "occurrences": [one.notice.occurrence_at for one in steps],
        "channels": [str(one.step.channel) for one in steps],
        "titles": [one.notice.title for one in steps],
        "bodies": [one.notice.body for one in steps],
        "links": [one.notice.link for one in steps],
        "rungs": [one.step.rung for one in steps],
        "nags": [one.step.nag for one in steps],
        "every": [one.step.nag_every for one in steps],
        "more": [one.step.nag_more for one in steps],
        "urgent": [one.notice.urgent for one in steps],
        "planned": [one.step.at for one in steps],
        "due": [one.due_at for one in steps],
    }
    rows = await work.session.execute(_QUEUE, arguments)
    return [
        Queued(row.id, row.user_id, row.subject_id, Channel(row.channel), row.state == State.PLANNED) for row in rows
    ]


def _of(work: UnitOfWork, kind: str, subject_id: UUID) -> ColumnElement[bool]:
    return and_(Delivery.user_id == work.user_id, Delivery.kind == kind, Delivery.subject_id == subject_id)


_STOPPED = or_(Delivery.acknowledged_at.is_not(None), Delivery.cancelled_at.is_not(None))


async def begin(work: UnitOfWork, delivery_id: UUID, revived: int) -> Begun | None:
    """Note that the carrier is about to be spoken to, unless there is no longer a reason to."""
    arguments = {"me": work.user_id, "id": delivery_id, "revived": revived, "now": work.now}
    found = (await work.session.execute(_BEGIN, arguments)).first()
    return Begun(*found) if found else None


async def again(work: UnitOfWork, delivery_id: UUID, *, doubtful: bool) -> Begun | None:
    """What to say once more to a browser that hadn't taken it; counted where it may have."""
    arguments = {"me": work.user_id, "id": delivery_id, "doubtful": int(doubtful)}
    found = (await work.session.execute(_AGAIN, arguments)).first()
    return Begun(*found) if found else None


async def drop_stopped(work: UnitOfWork, delivery_id: UUID, reason: str | None) -> Delivery | None:
    """Close a delivery that was stopped while an attempt was under way and then came to nothing."""
    return await _one(
        work,
        delivery_id,
        Delivery.state == State.SENDING,
        _STOPPED,
        state=State.CANCELLED,
        cancelled_at=func.coalesce(Delivery.cancelled_at, work.now),
        reason=reason,
    )


async def sent(work: UnitOfWork, delivery_id: UUID, answer: str, *, kept: bool = False) -> Step | None:
    """Note that the carrier took it, or that it is kept here. Answered in the meantime, it is that, too."""
    arguments = {"me": work.user_id, "id": delivery_id, "now": work.now, "answer": answer, "kept": kept}
    found = (await work.session.execute(_SENT, arguments)).first()
    return Step(*found) if found else None


async def put_back(work: UnitOfWork, delivery_id: UUID, reason: str) -> Delivery | None:
    """Nothing was handed over: it waits for the next attempt."""
    return await _one(work, delivery_id, Delivery.state == State.SENDING, ~_STOPPED, state=State.QUEUED, reason=reason)


async def note(work: UnitOfWork, delivery_id: UUID, reason: str) -> None:
    """Say why a delivery is where it is."""
    await _one(work, delivery_id, Delivery.state == State.SENDING, reason=reason)


async def failed(work: UnitOfWork, delivery_id: UUID, reason: str) -> Delivery | None:
    return await _one(
        work,
        delivery_id,
        Delivery.state == State.SENDING,
        state=State.FAILED,
        failed_at=work.now,
        reason=reason,
    )


async def confirmed(work: UnitOfWork, delivery_id: UUID) -> Delivery | None:
    """A browser showed it: whatever its push service said, or hasn't said yet, it arrived."""
    return await _one(
        work,
        delivery_id,
        Delivery.channel == Channel.PUSH,
        Delivery.state.in_((State.QUEUED, State.SENDING, State.SENT)),
        state=case((Delivery.acknowledged_at.is_(None), State.CONFIRMED.value), else_=State.ACKNOWLEDGED.value),
        sent_at=func.coalesce(Delivery.sent_at, work.now),
        confirmed_at=work.now,
        cancelled_at=None,
        reason=None,
    )


async def seen(work: UnitOfWork, delivery_id: UUID) -> Delivery | None:
    """An open page showed it, or somebody opened its notification."""
    return await _one(
        work,
        delivery_id,
        Delivery.channel.in_((Channel.PAGE, Channel.PUSH)),
        Delivery.state.in_((State.QUEUED, State.SENT, State.CONFIRMED)),
        state=State.SEEN,
        sent_at=func.coalesce(Delivery.sent_at, work.now),
        seen_at=work.now,
    )


async def _one(work: UnitOfWork, delivery_id: UUID, *conditions: ColumnElement[bool], **values: Any) -> Delivery | None:
    found = await work.session.scalars(
        update(Delivery)
        .where(Delivery.user_id == work.user_id, Delivery.id == delivery_id, *conditions)
        .values(**values)
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return found.one_or_none()


async def stop(work: UnitOfWork, kind: str, subject_id: UUID, *, answered: bool) -> Sequence[Delivery]:
    """Stop what wasn't handed over; when the person answered, mark what was.

    An attempt under way can't be called back: it is marked, and its own end says what it came to.
    """
    await climbing.alone(work, subject_id)
    waiting = Delivery.state.in_((State.PLANNED, State.QUEUED))
    under_way = Delivery.state == State.SENDING
    open_states = [State.PLANNED, State.QUEUED, State.SENDING]
    if answered:
        open_states += [State.SENT, State.CONFIRMED, State.SEEN]
    values: dict[str, Any] = {
        "state": case(
            (waiting, State.CANCELLED.value),
            (under_way, State.SENDING.value),
            else_=State.ACKNOWLEDGED.value if answered else Delivery.state,
        ),
        "cancelled_at": case((waiting, work.now), else_=Delivery.cancelled_at)
        if answered
        else func.coalesce(Delivery.cancelled_at, work.now),
    }
    if answered:
        values["acknowledged_at"] = case((waiting, None), else_=work.now)
    rows = await work.session.scalars(
        update(Delivery)
        .where(_of(work, kind, subject_id), Delivery.state.in_(open_states))
        .values(**values)
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return rows.all()


async def revive(work: UnitOfWork, kind: str, subject_id: UUID, occurrence_at: Any) -> Sequence[Delivery]:
    """Take up again what an answer stopped, now that the answer is taken back."""
    await climbing.alone(work, subject_id)
    cancelled = Delivery.state == State.CANCELLED
    rows = await work.session.scalars(
        update(Delivery)
        .where(_of(work, kind, subject_id), Delivery.occurrence_at == occurrence_at)
        .where(or_(cancelled, _STOPPED))
        .values(
            state=case(
                (cancelled & Delivery.due_at.is_not(None), State.PLANNED.value),
                (cancelled, State.QUEUED.value),
                (Delivery.state != State.ACKNOWLEDGED, Delivery.state),
                (Delivery.seen_at.is_not(None), State.SEEN.value),
                (Delivery.confirmed_at.is_not(None), State.CONFIRMED.value),
                else_=State.SENT.value,
            ),
            revived=Delivery.revived + case((cancelled, 1), else_=0),
            cancelled_at=None,
            acknowledged_at=None,
            reason=None,
        )
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return rows.all()


async def get(work: UnitOfWork, delivery_id: UUID) -> Delivery:
    found = await work.session.scalar(
        select(Delivery).where(Delivery.user_id == work.user_id, Delivery.id == delivery_id)
    )
    if found is None:
        raise NotFound
    return found


async def page_of(
    work: UnitOfWork, page: PageQuery, *conditions: ColumnElement[bool]
) -> tuple[Sequence[Delivery], str | None]:
    """Newest first."""
    query = select(Delivery).where(Delivery.user_id == work.user_id, *conditions)
    return await paginate(work.session, query, page, Delivery.queued_at, Delivery.id, descending=True)


async def page_about(
    work: UnitOfWork, kind: str, subject_id: UUID, page: PageQuery
) -> tuple[Sequence[Delivery], str | None]:
    return await page_of(work, page, Delivery.kind == kind, Delivery.subject_id == subject_id)


async def everything(work: UnitOfWork) -> Sequence[Delivery]:
    query = select(Delivery).where(Delivery.user_id == work.user_id).order_by(Delivery.id)
    return (await work.session.scalars(query)).all()


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(Delivery).where(Delivery.user_id == work.user_id))
