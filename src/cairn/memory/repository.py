"""Memories in the database. Every query names its person."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from cairn.memory.models import Memory, memory_vectors
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork


async def add(work: UnitOfWork, rows: Sequence[dict[str, Any]]) -> list[Memory]:
    """Insert what isn't there yet; a source that is already kept is left as it was.

    Returns:
        The new ones only.
    """
    statement = insert(Memory).on_conflict_do_nothing(constraint="uq_memories_source").returning(Memory)
    return list((await work.session.scalars(statement, rows)).all())


async def by_source(work: UnitOfWork, sources: Sequence[str]) -> dict[str, Memory]:
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.source_ref.in_(sources))
    return {row.source_ref: row for row in await work.session.scalars(query) if row.source_ref}


async def get(work: UnitOfWork, memory_id: UUID, *, lock: bool = False) -> Memory:
    """One memory.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.id == memory_id)
    found = await work.session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


async def get_all(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, Memory]:
    query = select(Memory).where(Memory.user_id == work.user_id, Memory.id.in_(ids))
    return {row.id: row for row in await work.session.scalars(query)}


async def page(
    work: UnitOfWork, page: PageQuery, kind: str | None, conversation_id: UUID | None
) -> tuple[Sequence[Memory], str | None]:
    """Newest first."""
    query: Select[Memory] = select(Memory).where(Memory.user_id == work.user_id)
    if kind is not None:
        query = query.where(Memory.kind == kind)
    if conversation_id is not None:
        query = query.where(Memory.conversation_id == conversation_id)
    return await paginate(work.session, query, page, Memory.occurred_at, Memory.id, descending=True)


async def remove(work: UnitOfWork, memory_id: UUID) -> bool:
    """Take a memory and its vector away; whether there was one."""
    await remove_vector(work, memory_id)
    statement = delete(Memory).where(Memory.user_id == work.user_id, Memory.id == memory_id)
    return await work.session.scalar(statement.returning(Memory.id)) is not None


async def remove_vector(work: UnitOfWork, memory_id: UUID) -> None:
    vectors = memory_vectors.c
    await work.session.execute(
        delete(memory_vectors).where(vectors.user_id == work.user_id, vectors.memory_id == memory_id)
    )


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's memories and vectors."""
    await work.session.execute(delete(memory_vectors).where(memory_vectors.c.user_id == work.user_id))
    await work.session.execute(delete(Memory).where(Memory.user_id == work.user_id))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept; of a vector only what made it, since the text makes it anew."""
    columns = [column for column in Memory.__table__.c if column.name != "words"]
    memories = await work.session.execute(select(*columns).where(Memory.user_id == work.user_id))
    vectors = await work.session.execute(
        select(memory_vectors.c.memory_id, memory_vectors.c.model).where(memory_vectors.c.user_id == work.user_id)
    )
    return {
        "memories": [dict(row) for row in memories.mappings()],
        "memory_vectors": [dict(row) for row in vectors.mappings()],
    }


_STATUS = text(
    "select count(*) as total, count(*) filter (where v.memory_id is null) as pending"
    " from memories m left join memory_vectors v"
    " on v.user_id = m.user_id and v.memory_id = m.id and v.model = :model and v.user_id = :user_id"
    " where m.user_id = :user_id"
)
_PENDING = text(
    "select m.id, m.version, m.text from memories m"
    " where m.user_id = :user_id and m.id > :after and not exists ("
    "  select from memory_vectors v where v.user_id = :user_id and v.memory_id = m.id and v.model = :model)"
    " order by m.id limit :most"
)
# What was forgotten or changed while its vector was being made gets none; a changed one has its own job.
_KEEP_VECTORS = text(
    "insert into memory_vectors (user_id, memory_id, model, vector)"
    " select m.user_id, m.id, :model, e.vector"
    " from unnest(cast(:ids as uuid[]), cast(:versions as integer[]), cast(cast(:vectors as text[]) as halfvec[]))"
    "  as e(id, version, vector)"
    " join memories m on m.id = e.id and m.version = e.version"
    " where m.user_id = :user_id for key share of m"
    " on conflict (user_id, memory_id) do update set model = excluded.model, vector = excluded.vector"
)


async def count(work: UnitOfWork, model: str) -> tuple[int, int]:
    """How many memories there are, and how many of them wait for their vector."""
    row = (await work.session.execute(_STATUS, {"user_id": work.user_id, "model": model})).one()
    return row.total, row.pending


async def pending(work: UnitOfWork, model: str, after: UUID, most: int) -> Sequence[tuple[UUID, int, str]]:
    """Memories without a vector of this model, in the order of their ids: id, version and text."""
    found = await work.session.execute(
        _PENDING, {"user_id": work.user_id, "model": model, "after": after, "most": most}
    )
    return [(row.id, row.version, row.text) for row in found]


async def keep_vectors(work: UnitOfWork, model: str, made: Sequence[tuple[UUID, int, str]]) -> None:
    """Write vectors, each with its memory's id and the version it was made from."""
    ids, versions, vectors = zip(*made, strict=True)
    await work.session.execute(
        _KEEP_VECTORS,
        {
            "user_id": work.user_id,
            "model": model,
            "ids": list(ids),
            "versions": list(versions),
            "vectors": list(vectors),
        },
    )
