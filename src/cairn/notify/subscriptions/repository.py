"""Queries over subscriptions."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update

from cairn.notify.subscriptions.models import PushSubscription
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

_IN_TURN = text("select pg_advisory_xact_lock(20031)")
_HAVE = text("select user_id, session_id from push_subscriptions where user_id = any(cast(:people as uuid[]))")


async def in_turn(work: UnitOfWork) -> None:
    """Subscribing waits for others who do, until the commit: one browser is one row, whoever is signed in there."""
    await work.session.execute(_IN_TURN)


async def having(work: UnitOfWork, people: Collection[UUID]) -> Sequence[Any]:
    """Subscriptions of many people in one statement, as person and session."""
    return (await work.session.execute(_HAVE, {"people": list(people)})).all()


async def same(work: UnitOfWork, user_id: UUID, session_id: UUID, index: bytes) -> PushSubscription | None:
    found: PushSubscription | None = await work.session.scalar(
        select(PushSubscription).where(
            PushSubscription.user_id == user_id,
            PushSubscription.session_id == session_id,
            PushSubscription.subscription_index == index,
        )
    )
    return found


async def replaced(work: UnitOfWork, session_id: UUID, index: bytes) -> Sequence[PushSubscription]:
    """Take away what a new subscription takes the place of: the session's own, and the browser's under anybody."""
    rows = await work.session.scalars(
        delete(PushSubscription)
        .where((PushSubscription.session_id == session_id) | (PushSubscription.subscription_index == index))
        .returning(PushSubscription)
        .execution_options(synchronize_session=False)
    )
    return rows.all()


async def count(work: UnitOfWork, user_id: UUID) -> int:
    query = select(func.count()).select_from(PushSubscription).where(PushSubscription.user_id == user_id)
    return await work.session.scalar(query) or 0


async def get(work: UnitOfWork, subscription_id: UUID) -> PushSubscription:
    found = await work.session.scalar(
        select(PushSubscription).where(PushSubscription.user_id == work.user_id, PushSubscription.id == subscription_id)
    )
    if found is None:
        raise NotFound
    return found


async def newest_first(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[PushSubscription], str | None]:
    query = select(PushSubscription).where(PushSubscription.user_id == work.user_id)
    return await paginate(work.session, query, page, PushSubscription.created_at, PushSubscription.id, descending=True)


async def everything(work: UnitOfWork) -> Sequence[PushSubscription]:
    query = select(PushSubscription).where(PushSubscription.user_id == work.user_id).order_by(PushSubscription.id)
    return (await work.session.scalars(query)).all()


async def remove(work: UnitOfWork, ids: Collection[UUID]) -> Sequence[UUID]:
    """Those of the person's that were there until now."""
    rows = await work.session.scalars(
        delete(PushSubscription)
        .where(PushSubscription.user_id == work.user_id, PushSubscription.id.in_(list(ids)))
        .returning(PushSubscription.id)
        .execution_options(synchronize_session=False)
    )
    return rows.all()


async def remove_of_session(work: UnitOfWork, session_id: UUID) -> Sequence[Any]:
    rows = await work.session.execute(
        delete(PushSubscription)
        .where(PushSubscription.session_id == session_id)
        .returning(PushSubscription.id, PushSubscription.user_id)
        .execution_options(synchronize_session=False)
    )
    return rows.all()


async def taken(work: UnitOfWork, ids: Collection[UUID]) -> None:
    await work.session.execute(
        update(PushSubscription)
        .where(PushSubscription.user_id == work.user_id, PushSubscription.id.in_(list(ids)))
        .values(last_taken_at=work.now)
        .execution_options(synchronize_session=False)
    )


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(PushSubscription).where(PushSubscription.user_id == work.user_id))
