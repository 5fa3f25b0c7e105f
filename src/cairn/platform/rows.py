"""Rows of the person whose unit of work it is."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from cairn.platform.db import Table
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork

T = TypeVar("T", bound=Table)


async def own(work: UnitOfWork, table: type[T], row_id: UUID, *, lock: bool = False) -> T:
    """The person's row with an id.

    Args:
        lock: Hold it until the unit of work ends, and read it as it is now: whoever waited for the lock must see what
            the one before wrote.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(table).where(table.__table__.c.user_id == work.user_id, table.id == row_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found
