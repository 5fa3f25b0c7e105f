"""Reading new memories for facts, and for what they say otherwise than older ones."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from cairn.memory import index, repository, retrieval
from cairn.memory.facts import buried, by_model, closing, linking, service, untelling
from cairn.memory.facts import repository as facts
from cairn.memory.facts.distil import distil
from cairn.memory.facts.known import Source
from cairn.memory.facts.repository import Evidence
from cairn.memory.facts.statement import ME, Stance, Statement
from cairn.memory.models import Memory
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

BATCH = 64
"""Memories in one unit of work; cut off, they are read again and settled once."""

ROUNDS = 50
MACHINES = frozenset({"cairn", "assistant", "system", "tool"})
"""Speakers whose words are no facts of anybody's life."""


async def learn(actor: Actor) -> bool:
    """Read what has not been read yet. True when some is left.

    Texts are read with no transaction open, in a thread: that takes the processor, not the database.
    """
    for _ in range(ROUNDS):
        async with actor.work() as work:
            waiting = await index.waiting(work, "learn", UUID(int=0), BATCH)
            found = await repository.get_all(work, [one.id for one in waiting])
        if not waiting:
            return False
        memories = [found[one.id] for one in waiting if one.id in found and not _is_a_machines(found[one.id])]
        read = await asyncio.to_thread(_read, actor, memories)
        pairs = await _updates(actor, memories)
        async with actor.work() as work:
            await facts.lock(work)
            # Somebody else may have read them meanwhile: read twice, they would be other facts than those just told.
            left = {one.id for one in await index.waiting(work, "learn", UUID(int=0), BATCH)}
            unread = [place for place, one in enumerate(memories) if one.id in left]
            await _settle(work, [memories[place] for place in unread], [read[place] for place in unread])
            await facts.updated(work, pairs)
            await index.done(work, "learn", waiting)
    return True


def _is_a_machines(memory: Memory) -> bool:
    return memory.speaker.lower() in MACHINES


async def _updates(actor: Actor, memories: Sequence[Memory]) -> list[linking.Pair]:
    async with actor.work() as work:
        words = await retrieval.words(work)
    near = await asyncio.to_thread(linking.nearest, memories, words)
    async with actor.work() as work:
        found = {other for one in near for other in one.others}
        since = await facts.updates_of(work, list(found))
        near = [one.with_updates(since) for one in near]
        known = await repository.get_all(work, list(found.union(*since.values())))
    return await asyncio.to_thread(linking.pairs, near, known, words)


def _read(actor: Actor, memories: Sequence[Memory]) -> list[list[Statement]]:
    return [
        distil(
            memory.text,
            said_at=memory.occurred_at.astimezone(actor.zone),
            language=memory.language,
            speaker=ME if memory.speaker == ME else memory.speaker.lower(),
        )
        for memory in memories
    ]


async def _settle(work: UnitOfWork, memories: Sequence[Memory], read: Sequence[Sequence[Statement]]) -> None:
    still = await repository.get_all(work, [memory.id for memory in memories])
    changed: list[UUID] = []
    silent: list[Memory] = []
    # What was forgotten, reworded or set aside while it was read is left out.
    unchanged = {
        one.id
        for one in memories
        if one.id in still and still[one.id].version == one.version and still[one.id].set_aside_at is None
    }
    await untelling.untell(work, list(unchanged))  # a memory that is read again says only what it says now
    for memory, statements in zip(memories, read, strict=True):
        if memory.id not in unchanged:
            continue
        if not statements:
            silent.append(memory)
        for statement in statements:
            evidence = Evidence(memory.id, statement.quote)
            changed += await service.take(work, statement, memory.occurred_at, Source.GRAMMAR, evidence)
        if statements and closing.covers(memory.text, statements) and await _all_buried(work, statements):
            await closing.close(work, [memory.id], memory.occurred_at)
    await service.announce(work, changed)
    await by_model.ask_for(work, silent)


async def _all_buried(work: UnitOfWork, statements: Sequence[Statement]) -> bool:
    """Whether a memory says only what the person said was never so: it is found no more than what they denied."""
    for one in statements:
        key = service.fingerprint(work, one.value)
        stones = await buried.tombstones(work, one.subject, one.relation)
        if one.stance is not Stance.IS or not any(stone.covers(one.subject, one.relation, key) for stone in stones):
            return False
    return True


async def read_again(work: UnitOfWork, memory_ids: Sequence[UUID]) -> None:
    """Learn anew from memories that were read before, now that more of them may be believed."""
    found = list((await repository.get_all(work, memory_ids)).values())
    await _settle(work, found, _read(work.actor, found))
