"""Reviews in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork
from cairn.reviews.models import Kind, Review, ReviewWishes, State


async def get(work: UnitOfWork, review_id: UUID, *, lock: bool = False) -> Review:
    """One review of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await own(work, Review, review_id, lock=lock)


async def open_of(work: UnitOfWork, kind: Kind) -> Review | None:
    """The one that goes on, locked."""
    query = (
        select(Review)
        .where(Review.user_id == work.user_id, Review.kind == kind, Review.state == State.OPEN)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return await work.session.scalar(query)


async def add(work: UnitOfWork, kind: Kind, day: date, steps: Sequence[str]) -> UUID | None:
    """Begin one, unless one of its kind goes on already: of two who begin at once, one does."""
    new = {
        "id": work.runtime.new_id(),
        "version": 1,
        "user_id": work.user_id,
        "kind": kind,
        "day": day,
        "state": State.OPEN,
        "steps": list(steps),
        "step": steps[0],
        "answers": {},
        "decided": [],
        "summary": {},
        "started_at": work.now,
        "touched_at": work.now,
    }
    added: UUID | None = await work.session.scalar(
        insert(Review).values(new).on_conflict_do_nothing().returning(Review.id)
    )
    return added


async def page(work: UnitOfWork, page: PageQuery, kind: Kind | None) -> tuple[Sequence[Review], str | None]:
    """Those that are over, the latest first."""
    query = select(Review).where(Review.user_id == work.user_id, Review.state != State.OPEN)
    if kind is not None:
        query = query.where(Review.kind == kind)
    return await paginate(work.session, query, page, Review.started_at, Review.id, descending=True)


async def of_day(work: UnitOfWork, kind: Kind, day: date) -> Review | None:
    """The latest of a kind for a day."""
    query = (
        select(Review)
        .where(Review.user_id == work.user_id, Review.kind == kind, Review.day == day)
        .order_by(Review.started_at.desc(), Review.id.desc())
        .limit(1)
    )
    return await work.session.scalar(query)


async def last_days(work: UnitOfWork) -> dict[Kind, date]:
    """The day for which each kind was had last."""
    query = select(Review.kind, func.max(Review.day)).where(Review.user_id == work.user_id).group_by(Review.kind)
    return {Kind(kind): day for kind, day in (await work.session.execute(query)).all()}


async def remove(work: UnitOfWork, review_id: UUID) -> None:
    """Take one away.

    Raises:
        NotFound: there is none with this id, or it is gone already.
    """
    gone = delete(Review).where(Review.user_id == work.user_id, Review.id == review_id).returning(Review.id)
    if await work.session.scalar(gone) is None:
        raise NotFound


async def wishes(work: UnitOfWork, *, lock: bool = False) -> ReviewWishes | None:
    query = select(ReviewWishes).where(ReviewWishes.user_id == work.user_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return await work.session.scalar(query)


async def own_wishes(work: UnitOfWork) -> ReviewWishes:
    """The person's row, locked; made where there is none yet."""
    new = {"id": work.runtime.new_id(), "version": 1, "user_id": work.user_id, "week_day": 6, "declined": {}}
    await work.session.execute(insert(ReviewWishes).values(new).on_conflict_do_nothing())
    found = await wishes(work, lock=True)
    assert found is not None
    return found


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in (Review.__table__, ReviewWishes.__table__):
        found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    await work.session.execute(delete(Review).where(Review.user_id == work.user_id))
    await work.session.execute(delete(ReviewWishes).where(ReviewWishes.user_id == work.user_id))
