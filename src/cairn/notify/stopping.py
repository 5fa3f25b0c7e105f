"""Stop: whatever comes after somebody comes no more. It stays on their page, open as it was."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import case, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from cairn.notify import carriers, climbing
from cairn.notify.changes import changed
from cairn.notify.models import Channel, Delivery, State
from cairn.notify.rules import NOISY
from cairn.platform.work import UnitOfWork

KIND = "notifications"
_COMING = (Delivery.channel.in_(sorted(NOISY)), Delivery.state.in_((State.PLANNED, State.QUEUED, State.SENDING)))


async def coming(work: UnitOfWork) -> bool:
    """Whether anything is on its way to this person, or will be by a ladder or a nag."""
    query = select(Delivery.id).where(Delivery.user_id == work.user_id, *_COMING).limit(1)
    return await work.session.scalar(query) is not None


async def stop(work: UnitOfWork) -> Sequence[Delivery]:
    """Call all of it back. What is being handed over can't be called back: it is marked, and nothing follows it."""
    mine = Delivery.user_id == work.user_id
    subjects = await work.session.scalars(select(Delivery.subject_id).where(mine, *_COMING).distinct())
    for subject_id in sorted(subjects.all()):
        await climbing.alone(work, subject_id)
    waiting = Delivery.state.in_((State.PLANNED, State.QUEUED))
    rows = await work.session.scalars(
        update(Delivery)
        .where(mine, *_COMING)
        .values(
            state=case((waiting, State.CANCELLED.value), else_=Delivery.state),
            cancelled_at=func.coalesce(Delivery.cancelled_at, work.now),
        )
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    stopped = rows.all()
    if stopped:
        await work.audit("notifications.stopped", kind=KIND)
    await changed(work, *stopped)
    return stopped


async def go_on(work: UnitOfWork, delivery_ids: Sequence[UUID]) -> Sequence[Delivery]:
    """Take the stop back for these, where nobody answered since: they go on where they were called back."""
    mine = (Delivery.user_id == work.user_id, Delivery.id.in_(delivery_ids))
    subjects = await work.session.scalars(select(Delivery.subject_id).where(*mine).distinct())
    for subject_id in sorted(subjects.all()):
        await climbing.alone(work, subject_id)
    cancelled = Delivery.state == State.CANCELLED
    page = aliased(Delivery)
    answered = exists().where(
        page.user_id == Delivery.user_id,
        page.kind == Delivery.kind,
        page.subject_id == Delivery.subject_id,
        page.occurrence_at == Delivery.occurrence_at,
        page.channel == Channel.PAGE,
        or_(page.acknowledged_at.is_not(None), page.cancelled_at.is_not(None)),
    )
    rows = await work.session.scalars(
        update(Delivery)
        .where(*mine, Delivery.cancelled_at.is_not(None), Delivery.acknowledged_at.is_(None), ~answered)
        .values(
            state=case(
                (cancelled & Delivery.due_at.is_not(None), State.PLANNED.value),
                (cancelled, State.QUEUED.value),
                else_=Delivery.state,
            ),
            revived=Delivery.revived + case((cancelled, 1), else_=0),
            cancelled_at=None,
        )
        .returning(Delivery)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    revived = rows.all()
    for one in revived:
        job = carriers.job_for(Channel(one.channel), work.user_id, one.id, one.revived)
        if one.state == State.QUEUED and job is not None:
            work.enqueue(job)
    if revived:
        await work.audit("notifications.resumed", kind=KIND)
    await changed(work, *revived)
    return revived
