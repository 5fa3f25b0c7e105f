"""Queries over texts and what became of them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork
from cairn.sms import rules
from cairn.sms.models import TrackedText
from cairn.sms.schemas import State


async def begin(work: UnitOfWork, key: str) -> TrackedText:
    """The row of a text, made if it is the first time it is handed over."""
    await work.session.execute(
        insert(TrackedText)
        .values(
            id=work.runtime.new_id(),
            user_id=work.user_id,
            key=key,
            state=State.WAITING,
            reason="",
            kept=False,
            created_at=work.now,
            changed_at=work.now,
        )
        .on_conflict_do_nothing(index_elements=[TrackedText.user_id, TrackedText.key])
    )
    found = await by_key(work, key)
    assert found is not None
    return found


async def claim(work: UnitOfWork, text_id: UUID, until: datetime) -> bool:
    """Let one caller at most hand a text over at a time: whether it is this one."""
    free = or_(TrackedText.claimed_until.is_(None), TrackedText.claimed_until <= work.now)
    claimed = await work.session.scalar(
        update(TrackedText)
        .where(TrackedText.id == text_id, TrackedText.state == State.WAITING, free)
        .values(claimed_until=until)
        .returning(TrackedText.id)
        .execution_options(synchronize_session=False)
    )
    return claimed is not None


async def release(work: UnitOfWork, text_id: UUID) -> None:
    """Let a text be handed over again at once."""
    await work.session.execute(update(TrackedText).where(TrackedText.id == text_id).values(claimed_until=None))


async def by_key(work: UnitOfWork, key: str) -> TrackedText | None:
    found: TrackedText | None = await work.session.scalar(
        select(TrackedText).where(TrackedText.user_id == work.user_id, TrackedText.key == key)
    )
    return found


async def step(
    work: UnitOfWork, text_id: UUID, state: State, carrier_id: str | None, *, reason: str = "", kept: bool = False
) -> TrackedText | None:
    """Move a text forward; `None` if it was there already, or is another text of the carrier's.

    One conditional update: reports come twice, late and out of order, and none of that takes a text back.
    """
    known = or_(TrackedText.carrier_id.is_(None), TrackedText.carrier_id == carrier_id)
    found: TrackedText | None = await work.session.scalar(
        update(TrackedText)
        .where(TrackedText.id == text_id, TrackedText.state.in_(rules.before(state)), known)
        .values(
            state=state,
            carrier_id=func.coalesce(carrier_id, TrackedText.carrier_id),
            reason=reason[:64],
            kept=case((TrackedText.kept, True), else_=kept),
            changed_at=work.now,
        )
        .returning(TrackedText)
    )
    return found


async def get(work: UnitOfWork, text_id: UUID) -> TrackedText:
    found = await work.session.scalar(
        select(TrackedText).where(TrackedText.user_id == work.user_id, TrackedText.id == text_id)
    )
    if found is None:
        raise NotFound
    return found


async def newest_first(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[TrackedText], str | None]:
    query = select(TrackedText).where(TrackedText.user_id == work.user_id)
    return await paginate(work.session, query, page, TrackedText.created_at, TrackedText.id, descending=True)


async def everything(work: UnitOfWork) -> Sequence[TrackedText]:
    query = select(TrackedText).where(TrackedText.user_id == work.user_id).order_by(TrackedText.id)
    return (await work.session.scalars(query)).all()


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(TrackedText).where(TrackedText.user_id == work.user_id))


async def forget_before(work: UnitOfWork, moment: datetime) -> None:
    """Drop what became of texts long ago, of everybody; kept ones stay while their file does."""
    await work.session.execute(delete(TrackedText).where(TrackedText.changed_at < moment, TrackedText.kept.is_(False)))
