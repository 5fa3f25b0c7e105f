"""Memories written out and put back as they were. Every query names its person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert

from cairn.memory.imports.own import MemoryRecord
from cairn.memory.models import Memory
from cairn.platform.work import UnitOfWork

_TABLE = Memory.__table__
_COLUMNS = [_TABLE.c[name] for name in MemoryRecord.model_fields]


async def page(work: UnitOfWork, after: UUID, most: int) -> Sequence[dict[str, Any]]:
    """Memories in the order of their ids, as they are written out."""
    query = select(*_COLUMNS).where(_TABLE.c.user_id == work.user_id, _TABLE.c.id > after)
    rows = (await work.session.execute(query.order_by(_TABLE.c.id).limit(most))).mappings()
    return [dict(row) for row in rows]


async def kept(work: UnitOfWork, ids: Sequence[UUID], sources: Sequence[str]) -> tuple[set[UUID], set[str]]:
    """Which of these ids and sources this person has."""
    query = select(_TABLE.c.id, _TABLE.c.source_ref).where(
        _TABLE.c.user_id == work.user_id, or_(_TABLE.c.id.in_(ids), _TABLE.c.source_ref.in_(sources))
    )
    rows = (await work.session.execute(query)).all()
    return {row.id for row in rows}, {row.source_ref for row in rows if row.source_ref}


async def put_back(work: UnitOfWork, rows: Sequence[dict[str, Any]]) -> list[Memory]:
    """Insert rows with ids of their own; what meets an id or a source that is there is left out.

    Returns:
        The new ones only.
    """
    if not rows:
        return []
    statement = insert(Memory).on_conflict_do_nothing().returning(Memory)
    return list((await work.session.scalars(statement, rows)).all())
