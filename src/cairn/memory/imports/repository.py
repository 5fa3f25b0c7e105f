"""Memories written out and put back as they were. Every query names its person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.dialects.postgresql import insert

from cairn.memory.imports.records import MemoryRecord
from cairn.memory.models import Memory, memory_chores
from cairn.platform.work import UnitOfWork

_TABLE = Memory.__table__
_COLUMNS = [_TABLE.c[name] for name in MemoryRecord.model_fields if name != "facts_read"]
_UNREAD = exists().where(
    memory_chores.c.user_id == _TABLE.c.user_id,
    memory_chores.c.memory_id == _TABLE.c.id,
    memory_chores.c.chore.in_(["learn", "learn_by_model"]),
)
# They go as soon as their turn comes, and are as good as gone.
_CONDEMNED = exists().where(
    memory_chores.c.user_id == _TABLE.c.user_id,
    memory_chores.c.memory_id == _TABLE.c.id,
    memory_chores.c.chore == "forget",
)


async def page(work: UnitOfWork, after: UUID, most: int) -> Sequence[dict[str, Any]]:
    """Memories in the order of their ids, as they are written out."""
    query = select(*_COLUMNS, _UNREAD.label("unread")).where(
        _TABLE.c.user_id == work.user_id, _TABLE.c.id > after, ~_CONDEMNED
    )
    rows = (await work.session.execute(query.order_by(_TABLE.c.id).limit(most))).mappings()
    return [
        {**{name: value for name, value in row.items() if name != "unread"}, "facts_read": not row["unread"] or None}
        for row in rows
    ]


async def kept(work: UnitOfWork, ids: Sequence[UUID], sources: Sequence[str]) -> tuple[set[UUID], set[str]]:
    """Which of these ids and sources this person has."""
    query = select(_TABLE.c.id, _TABLE.c.source_ref).where(
        _TABLE.c.user_id == work.user_id,
        or_(_TABLE.c.id.in_(ids), _TABLE.c.source_ref.in_(sources)),
        ~_CONDEMNED,
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
