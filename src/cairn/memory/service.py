"""Keeping what was said, finding it again, forgetting it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from cairn.memory import repository, retrieval
from cairn.memory.errors import NoEmbedder, NothingToChange
from cairn.memory.messages import (
    EmbedMemories,
    MemoriesImported,
    MemoryChanged,
    MemoryForgotten,
    MemoryKept,
)
from cairn.memory.models import Memory
from cairn.memory.provider import Embedder
from cairn.memory.rules import Ranked, fuse, is_weak, words_of
from cairn.memory.schemas import Hit, Kept, MemoryOut, MemoryPatch, NewMemory, SearchQuery, Status
from cairn.memory.why import explain
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()

BATCH = 64


async def remember(work: UnitOfWork, new: NewMemory) -> Memory:
    """Keep something that was said. Words find it at once, meaning when the job ran.

    A source that is already kept gives back what was kept then.
    """
    added = await repository.add(work, [_row(work, new)])
    if not added:
        assert new.source_ref is not None, "only a source can be there already"
        return (await repository.by_source(work, [new.source_ref]))[new.source_ref]
    memory = added[0]
    work.enqueue(EmbedMemories(user_id=work.user_id))
    await work.audit("memory.remember", memory.id, kind="memory")
    await work.publish(MemoryKept(memory_id=memory.id))
    return memory


async def remember_all(work: UnitOfWork, items: Sequence[NewMemory]) -> list[Kept]:
    """Keep many things; those whose source is already kept are left as they are."""
    rows = [_row(work, item) for item in items]
    added = {memory.id for memory in await repository.add(work, rows)}
    sources = [row["source_ref"] for row in rows if row["id"] not in added]
    kept = await repository.by_source(work, sources) if sources else {}
    if added:
        work.enqueue(EmbedMemories(user_id=work.user_id))
        await work.audit("memory.import", kind="memory", detail={"count": len(added)})
        await work.publish(MemoriesImported(count=len(added)))
    return [
        Kept(id=row["id"], created=True) if row["id"] in added else Kept(id=kept[row["source_ref"]].id, created=False)
        for row in rows
    ]


def _row(work: UnitOfWork, new: NewMemory) -> dict[str, Any]:
    return {
        **new.model_dump(),
        "id": work.runtime.new_id(),
        "user_id": work.user_id,
        "language": work.actor.locale,
        "occurred_at": new.occurred_at or work.now,
        "recorded_at": work.now,
    }


async def get(work: UnitOfWork, memory_id: UUID, *, lock: bool = False) -> Memory:
    """One memory.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.get(work, memory_id, lock=lock)


async def listing(
    work: UnitOfWork, page: PageQuery, kind: str | None = None, conversation_id: UUID | None = None
) -> tuple[Sequence[Memory], str | None]:
    """What was said, newest first."""
    return await repository.page(work, page, kind, conversation_id)


async def edit(work: UnitOfWork, memory: Memory, patch: MemoryPatch) -> Memory:
    """Put a memory right. Another text gets another vector.

    Raises:
        NothingToChange: the patch names no field.
    """
    changes = patch.model_dump(exclude_none=True)
    if not changes:
        raise NothingToChange
    if changes.get("text", memory.text) != memory.text:
        await repository.remove_vector(work, memory.id)
        work.enqueue(EmbedMemories(user_id=work.user_id))
    for name, value in changes.items():
        setattr(memory, name, value)
    await work.session.flush()
    await work.audit("memory.edit", memory.id, kind="memory")
    await work.publish(MemoryChanged(memory_id=memory.id))
    return memory


async def forget(work: UnitOfWork, memory_id: UUID) -> None:
    """Take a memory away, its text and its vector.

    Raises:
        NotFound: this person has none with that id.
    """
    if not await repository.remove(work, memory_id):
        raise NotFound
    await work.audit("memory.forget", memory_id, kind="memory")
    await work.publish(MemoryForgotten(memory_id=memory_id))


async def status(work: UnitOfWork) -> Status:
    """How much is kept, and how much waits for its vector."""
    total, pending = await repository.count(work, work.runtime.provider(Embedder).name)
    return Status(total=total, pending=pending)


async def search(actor: Actor, query: SearchQuery) -> list[Hit]:
    """What was said about something, best first, by words and by meaning.

    The question is embedded before a unit of work is opened. Without an embedder words alone find.
    """
    embedder = actor.runtime.provider(Embedder)
    vector: str | None = None
    try:
        vector = as_text(await embedder.embed([query.query]))[0]
    except NoEmbedder:
        log.warning("memory.no_embedder")
    words = words_of(query.query)
    async with actor.work() as work:
        by_words = await retrieval.by_words(work, words, query)
        by_meaning = await retrieval.by_meaning(work, embedder.name, vector, query) if vector else []
        ranked = fuse(words, by_words, by_meaning)[: query.limit]
        memories = await repository.get_all(work, [one.memory_id for one in ranked])
        return [_hit(work, one, memories[one.memory_id]) for one in ranked if one.memory_id in memories]


def _hit(work: UnitOfWork, ranked: Ranked, memory: Memory) -> Hit:
    zone = work.actor.zone
    said_at, now = memory.occurred_at.astimezone(zone), work.now.astimezone(zone)
    return Hit(
        memory=MemoryOut.model_validate(memory),
        score=ranked.score,
        why=explain(ranked.evidence, memory.speaker, said_at, now, work.actor.locale),
        evidence=ranked.evidence,
        weak=is_weak(ranked.evidence),
    )


async def embed_pending(actor: Actor) -> int:
    """Give every memory without a vector its vector, in batches, with no transaction open while it is made.

    Returns:
        How many were made.
    """
    embedder = actor.runtime.provider(Embedder)
    after, made = UUID(int=0), 0
    while True:
        async with actor.work() as work:
            waiting = await repository.pending(work, embedder.name, after, BATCH)
        if not waiting:
            return made
        vectors = as_text(await embedder.embed([text for _, _, text in waiting]))
        async with actor.work() as work:
            await repository.keep_vectors(
                work,
                embedder.name,
                [(id_, version, vector) for (id_, version, _), vector in zip(waiting, vectors, strict=True)],
            )
        after, made = waiting[-1][0], made + len(waiting)


def as_text(vectors: NDArray[np.float32]) -> list[str]:
    """Vectors as pgvector reads them. A half keeps four digits."""
    return ["[" + ",".join(f"{value:.5f}" for value in row) + "]" for row in vectors.tolist()]
