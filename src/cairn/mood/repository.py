"""What people said of how they are, in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from cairn.mood.models import MoodEntry
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork

MOST_DRAWN = 2_000
"""Entries that a picture looks at: seventy a day for four weeks."""


async def get(work: UnitOfWork, entry_id: UUID, *, lock: bool = False) -> MoodEntry:
    """One entry of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await own(work, MoodEntry, entry_id, lock=lock)


async def page(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[MoodEntry], str | None]:
    """The latest first."""
    query = select(MoodEntry).where(MoodEntry.user_id == work.user_id)
    return await paginate(work.session, query, page, MoodEntry.at, MoodEntry.id, descending=True)


async def latest_energy(work: UnitOfWork, since: datetime) -> MoodEntry | None:
    """The last entry that says an energy, since a moment."""
    query = (
        select(MoodEntry)
        .where(
            MoodEntry.user_id == work.user_id,
            MoodEntry.at > since,
            MoodEntry.at <= work.now,
            MoodEntry.energy.is_not(None),
        )
        .order_by(MoodEntry.at.desc(), MoodEntry.id.desc())
        .limit(1)
    )
    return await work.session.scalar(query)


async def between(work: UnitOfWork, start: datetime, end: datetime) -> Sequence[MoodEntry]:
    """All of a stretch of time, in its order; of very many the latest."""
    query = (
        select(MoodEntry)
        .where(MoodEntry.user_id == work.user_id, MoodEntry.at >= start, MoodEntry.at < end)
        .order_by(MoodEntry.at.desc(), MoodEntry.id.desc())
        .limit(MOST_DRAWN)
    )
    return (await work.session.scalars(query)).all()[::-1]


async def remove(work: UnitOfWork, entry_id: UUID) -> None:
    """Take one away.

    Raises:
        NotFound: there is none with this id, or it is gone already.
    """
    gone = delete(MoodEntry).where(MoodEntry.user_id == work.user_id, MoodEntry.id == entry_id).returning(MoodEntry.id)
    if await work.session.scalar(gone) is None:
        raise NotFound


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    table = MoodEntry.__table__
    found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
    return {str(table): [dict(row) for row in found.mappings()]}


async def remove_all(work: UnitOfWork) -> None:
    await work.session.execute(delete(MoodEntry).where(MoodEntry.user_id == work.user_id))
