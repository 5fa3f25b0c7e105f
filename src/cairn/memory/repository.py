"""Memories in the database. Every query names its person."""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, exists, select, text

from cairn.memory.models import (
    Memory,
    memory_chores,
    memory_indexes,
    memory_tokens,
    memory_vectors,
    memory_words,
)
from cairn.memory.schemas import Forget, Listing
from cairn.platform.db import Table
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

_PREVIOUS = text(
    "select c.conversation, (select m.id from memories m where m.user_id = :user_id"
    "  and m.conversation = c.conversation and m.occurred_at <= c.began order by m.occurred_at desc, m.id desc limit 1)"
    " as id from unnest(cast(:conversations as text[]), cast(:began as timestamptz[])) as c(conversation, began)"
)
_AROUND = text(
    "with here as (select conversation, occurred_at, id from memories where user_id = :user_id and id = :memory_id)"
    " (select m.id from memories m, here where m.user_id = :user_id and m.conversation = here.conversation"
    "  and (m.occurred_at, m.id) < (here.occurred_at, here.id) order by m.occurred_at desc, m.id desc limit :most)"
    " union all"
    " (select m.id from memories m, here where m.user_id = :user_id and m.conversation = here.conversation"
    "  and (m.occurred_at, m.id) > (here.occurred_at, here.id) order by m.occurred_at, m.id limit :most)"
)
# One statement, however many rows: written out row by row, it would be read anew for every batch.
_GIVEN = {
    "id": "uuid",
    "text": "text",
    "kind": "text",
    "speaker": "text",
    "language": "text",
    "conversation": "text",
    "source_ref": "text",
    "occurred_at": "timestamptz",
    "importance": "real",
    "follows": "uuid",
}
_ADD = select(Memory).from_statement(
    text(
        f"""
insert into memories (user_id, version, recorded_at, confidence, {", ".join(_GIVEN)})
select :user_id, 1, :now, 1, e.*
from unnest({", ".join(f"cast(:{name} as {kind}[])" for name, kind in _GIVEN.items())}) as e
on conflict on constraint uq_memories_source do nothing returning *
"""  # noqa: S608  # nosec B608  # made of this module's constants
    )
)
# An array, not a list of arguments: PostgreSQL takes 65,535 of these.
_CONDEMN = text(
    "update memories set set_aside_at = coalesce(set_aside_at, :now),"
    " source_ref = case when source_ref like 'condemned:' || id || ':%' then source_ref"
    "  else 'condemned:' || id || ':' || source_ref end"
    " where user_id = :user_id and id = any(cast(:ids as uuid[]))"
)
_CONDEMNED = re.compile(r"^condemned:[0-9a-f-]{36}:", re.DOTALL)
_PLAN_ANEW = text("set local plan_cache_mode = force_custom_plan")
_ADDING = text("select pg_advisory_xact_lock(20020, hashtext(:person))")
_ADDED_SINCE = text("select count(*) from memories where user_id = :user_id and recorded_at >= :since")


_STAYS = ~exists().where(
    memory_chores.c.user_id == Memory.user_id,
    memory_chores.c.memory_id == Memory.id,
    memory_chores.c.chore == "forget",
)
"""Nobody asked to forget it: what waits for that is gone for everybody but the job."""


async def add_alone(work: UnitOfWork) -> None:
    """One of a person's transactions adds at a time: a day's share holds for all, and no two wait for sources."""
    await work.session.execute(_ADDING, {"person": str(work.user_id)})


async def add(work: UnitOfWork, rows: Sequence[dict[str, Any]]) -> list[Memory]:
    """Insert what isn't there yet; a source that is already kept is left as it was.

    Returns:
        The new ones only.
    """
    columns = {name: [row[name] for row in rows] for name in _GIVEN}
    return list((await work.session.scalars(_ADD, {"user_id": work.user_id, "now": work.now, **columns})).all())


async def by_source(work: UnitOfWork, sources: Sequence[str]) -> dict[str, Memory]:
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.source_ref.in_(sources))
    return {row.source_ref: row for row in await work.session.scalars(query) if row.source_ref}


async def previous(work: UnitOfWork, began: dict[str, Any]) -> dict[str, UUID]:
    """What was said last in each of these threads by a moment: ids by thread, for those where anything was."""
    if not began:
        return {}
    found = await work.session.execute(
        _PREVIOUS, {"user_id": work.user_id, "conversations": list(began), "began": list(began.values())}
    )
    return {row.conversation: row.id for row in found if row.id is not None}


async def added_since(work: UnitOfWork, since: Any) -> int:
    """How many memories were added from a moment on."""
    found: int = (await work.session.execute(_ADDED_SINCE, {"user_id": work.user_id, "since": since})).scalar_one()
    return found


async def get(work: UnitOfWork, memory_id: UUID, *, lock: bool = False) -> Memory:
    """One memory.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.id == memory_id, _STAYS)
    found = await work.session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


async def get_all(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, Memory]:
    """Those of these that there are."""
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.id.in_(ids), _STAYS)
    return {row.id: row for row in await work.session.scalars(query)}


async def hold(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, Memory]:
    """Those of these that there are, so that nobody makes or writes anything of them until the commit."""
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.id.in_(ids)).order_by(Memory.id)
    held = query.with_for_update().execution_options(populate_existing=True)
    return {row.id: row for row in await work.session.scalars(held)}


async def keep_while(work: UnitOfWork, ids: Sequence[UUID]) -> set[UUID]:
    """Those of these that there are, and are not forgotten before the commit."""
    query = select(Memory.id).where(Memory.user_id == work.user_id, Memory.id.in_(ids)).order_by(Memory.id)
    return set(await work.session.scalars(query.with_for_update(read=True, key_share=True)))


async def around(work: UnitOfWork, memory_id: UUID, most: int) -> list[Memory]:
    """What was said before and after a memory in its thread, in order."""
    found = await work.session.scalars(_AROUND, {"user_id": work.user_id, "memory_id": memory_id, "most": most})
    rows = await get_all(work, list(found))
    return sorted(rows.values(), key=lambda row: (row.occurred_at, row.id))


async def page(work: UnitOfWork, page: PageQuery, which: Listing) -> tuple[Sequence[Memory], str | None]:
    """Newest first."""
    query: Select[Memory] = select(Memory).where(Memory.user_id == work.user_id, _STAYS, *_listed(which))
    return await paginate(work.session, query, page, Memory.occurred_at, Memory.id, descending=True)


def _listed(which: Listing) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if which.kind is not None:
        asked.append(Memory.kind == which.kind)
    if which.conversation is not None:
        asked.append(Memory.conversation == which.conversation)
    if which.source is not None:
        asked.append(Memory.source_ref.startswith(which.source, autoescape=True))
    if which.from_ is not None:
        asked.append(Memory.occurred_at >= which.from_)
    if which.to is not None:
        asked.append(Memory.occurred_at < which.to)
    if which.pinned is not None:
        asked.append(Memory.pinned_at.is_not(None) if which.pinned else Memory.pinned_at.is_(None))
    if which.set_aside is not None:
        asked.append(Memory.set_aside_at.is_not(None) if which.set_aside else Memory.set_aside_at.is_(None))
    return asked


async def meant(work: UnitOfWork, forget: Forget) -> Sequence[UUID]:
    """The ids of memories that somebody asks to forget."""
    query = select(Memory.id).where(Memory.user_id == work.user_id)
    if forget.ids is not None:
        query = query.where(Memory.id.in_(forget.ids))
    if forget.conversation is not None:
        query = query.where(Memory.conversation == forget.conversation)
    if forget.source is not None:
        query = query.where(Memory.source_ref.startswith(forget.source, autoescape=True))
    return (await work.session.scalars(query.order_by(Memory.id))).all()


async def plan_anew(work: UnitOfWork) -> None:
    """Let the database plan for what is there now, until the end of this work.

    A plan that a connection kept from when there was little, also for the keys that it checks itself, reads a whole
    table for each of thousands of rows.
    """
    await work.session.execute(_PLAN_ANEW)


async def condemn(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    """Keep these out of every search until they go, and let their sources be kept anew meanwhile."""
    await work.session.execute(_CONDEMN, {"user_id": work.user_id, "ids": list(ids), "now": work.now})


def sources(gone: Iterable[Memory]) -> list[str]:
    """Where memories came from."""
    return [_CONDEMNED.sub("", one.source_ref) for one in gone if one.source_ref]


async def remove(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    """Take memories away with all that was made of them."""
    await work.session.execute(delete(Memory).where(Memory.user_id == work.user_id, Memory.id.in_(ids)))


async def remove_pieces(work: UnitOfWork, memory_id: UUID) -> None:
    """Take away what was made of a memory's text; its stems are written over."""
    for table in (memory_vectors, memory_tokens):
        mine = (table.c.user_id == work.user_id, table.c.memory_id == memory_id)
        await work.session.execute(delete(table).where(*mine))


_TABLES = (
    Table.metadata.tables[Memory.__tablename__],
    memory_indexes,
    memory_words,
    memory_vectors,
    memory_tokens,
    memory_chores,
)
TABLES = [table.name for table in _TABLES]


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's memories and what was made of them."""
    for table in reversed(_TABLES):
        await work.session.execute(delete(table).where(table.c.user_id == work.user_id))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept; of what the text makes anew, only that it is there."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in _TABLES:
        columns = [column for column in table.c if column.name not in ("vector", "bits", "stems")]
        found = await work.session.execute(select(*columns).where(table.c.user_id == work.user_id))
        told[table.name] = [dict(row) for row in found.mappings()]
    return told
