"""Keeping what was said, putting it right, forgetting it."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cairn.memory import index, kept, repository, upkeep
from cairn.memory.errors import EnoughForToday, NothingToChange
from cairn.memory.facts import repository as facts_kept
from cairn.memory.facts import service as facts
from cairn.memory.facts.asking import answer as fact_for
from cairn.memory.facts.asking import asks_for_fact, learnt_from, moved_at, rests_on
from cairn.memory.facts.extractor import Answer, Extractor, SaidFact, ToRead
from cairn.memory.facts.portrait import profile
from cairn.memory.facts.relations import RELATIONS
from cairn.memory.facts.retracting import asked as contradiction_asked
from cairn.memory.facts.retracting import contradiction, question_to_ask, spoken_of
from cairn.memory.facts.schemas import ContradictionOut, FactOut, FactTold, ProfileField
from cairn.memory.facts.statement import ME
from cairn.memory.making import vectors_of_latest
from cairn.memory.messages import (
    EmbedMemories,
    ForgetCondemned,
    LearnFacts,
    MemoriesForgotten,
    MemoriesImported,
    MemoryChanged,
    MemoryForgotten,
    MemoryKept,
)
from cairn.memory.models import Memory
from cairn.memory.rules import IMPORTANCE
from cairn.memory.schemas import Forget, Kept, Listing, MemoryPatch, NewMemory, Status
from cairn.memory.searching import search
from cairn.memory.settings import MemorySettings
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork

__all__ = [
    "RELATIONS",
    "Answer",
    "ContradictionOut",
    "Extractor",
    "FactTold",
    "ProfileField",
    "SaidFact",
    "ToRead",
    "around",
    "asks_for_fact",
    "contradiction",
    "contradiction_asked",
    "edit",
    "fact_for",
    "forget",
    "forget_all",
    "get",
    "learnt_from",
    "listing",
    "moved_at",
    "profile",
    "question_to_ask",
    "remember",
    "remember_all",
    "rests_on",
    "search",
    "spoken_of",
    "status",
    "vectors_of_latest",
]

FORGOTTEN_AT_ONCE = 1_000
SET_ASIDE_AT_ONCE = 5_000
"""So that no statement lasts as long as a statement may, on a machine that has much else to do."""
MOST_TOLD = 20
"""Ids in one live event: a client that looks at a list asks for it anew anyway."""

DAY = timedelta(days=1)


async def remember(work: UnitOfWork, new: NewMemory) -> Memory:
    """Keep something that was said. Words find it at once, meaning when the job ran.

    A source that is already kept gives back what was kept then.

    Raises:
        EnoughForToday: it would be more than a person may add in a day; it isn't kept.
    """
    added = await _add(work, [new])
    if not added:
        assert new.source_ref is not None, "only a source can be there already"
        return (await repository.by_source(work, [new.source_ref]))[new.source_ref]
    memory = added[0]
    await work.audit("memory.remember", memory.id, kind="memory")
    await work.publish(MemoryKept(memory_id=memory.id))
    return memory


async def remember_if_room(work: UnitOfWork, new: NewMemory) -> bool:
    """The same where the person has room today; whether it is kept. Where not, nothing was written."""
    try:
        await remember(work, new)
    except EnoughForToday:  # counted before anything is inserted
        return False
    return True


async def remember_all(work: UnitOfWork, items: Sequence[NewMemory]) -> list[Kept]:
    """Keep many things; those whose source is already kept are left as they are.

    Raises:
        EnoughForToday: they would be more than a person may add in a day; none is kept.
    """
    added = await _add(work, items)
    places = {memory.source_ref: memory.id for memory in added if memory.source_ref}
    unnamed = iter([memory.id for memory in added if not memory.source_ref])
    missing = [item.source_ref for item in items if item.source_ref and item.source_ref not in places]
    kept = await repository.by_source(work, missing) if missing else {}
    if added:
        await work.audit("memory.import", kind="memory", detail={"count": len(added)})
        await work.publish(MemoriesImported(count=len(added)))
    told: list[Kept] = []
    seen: set[str] = set()
    for item in items:
        reference = item.source_ref
        if reference is None:
            told.append(Kept(id=next(unnamed), created=True, source_ref=None))
        elif reference in places:
            told.append(Kept(id=places[reference], created=reference not in seen, source_ref=reference))
            seen.add(reference)
        else:
            told.append(Kept(id=kept[reference].id, created=False, source_ref=reference))
    return told


async def _add(work: UnitOfWork, items: Sequence[NewMemory]) -> list[Memory]:
    """Insert memories with all that must follow; the new ones, in the order in which they were given."""
    await repository.add_alone(work)
    await _within_the_day(work, len(items))
    rows = await _rows(work, items)
    inserted = {memory.id: memory for memory in await repository.add(work, rows)}
    added = [inserted[row["id"]] for row in rows if row["id"] in inserted]
    if added:
        await make_findable(work, added)
    return added


async def make_findable(work: UnitOfWork, added: Sequence[Memory], *, read: Collection[UUID] = ()) -> None:
    """Let words find new memories at once, and note what else is to be made of them.

    Args:
        read: Those whose facts are known already.
    """
    await index.keep_words(work, added)
    told = [one.id for one in added if one.kind != "question" and one.id not in read]
    if len(told) == len(added):
        await index.ask(work, told, "vector", "tokens", "learn")
    else:
        await index.ask(work, [one.id for one in added], "vector", "tokens")
        await index.ask(work, told, "learn")
    if told:
        work.enqueue(LearnFacts(user_id=work.user_id))
    work.enqueue(EmbedMemories(user_id=work.user_id))
    await index.changed(work, [one.speaker for one in added])


async def _within_the_day(work: UnitOfWork, more: int) -> None:
    most = work.runtime.settings.of(MemorySettings).memory_daily_limit
    if more + await repository.added_since(work, work.now - DAY) > most:
        raise EnoughForToday


async def _rows(work: UnitOfWork, items: Sequence[NewMemory]) -> list[dict[str, Any]]:
    began: dict[str, datetime] = {}
    for item in items:
        if item.conversation is not None:
            began.setdefault(item.conversation, item.occurred_at or work.now)
    last = await repository.previous(work, began)
    rows = []
    for item in items:
        row = {
            **item.model_dump(),
            "id": work.runtime.new_id(),
            "language": work.actor.locale,
            "occurred_at": item.occurred_at or work.now,
            "importance": IMPORTANCE[item.kind],
            "follows": last.get(item.conversation) if item.conversation else None,
        }
        if item.conversation is not None:
            last[item.conversation] = row["id"]
        rows.append(row)
    return rows


async def get(work: UnitOfWork, memory_id: UUID, *, lock: bool = False) -> Memory:
    """One memory.

    Args:
        lock: Nobody else changes anything of this person's memory until the commit.

    Raises:
        NotFound: this person has none with that id.
    """
    if lock:
        await facts_kept.lock(work)
    return await repository.get(work, memory_id, lock=lock)


async def around(work: UnitOfWork, memory_id: UUID, most: int) -> Sequence[Memory]:
    """What was said before and after a memory in its thread, in order.

    Raises:
        NotFound: this person has none with that id.
    """
    await repository.get(work, memory_id)
    return await repository.around(work, memory_id, most)


async def listing(work: UnitOfWork, page: PageQuery, which: Listing) -> tuple[Sequence[Memory], str | None]:
    """What was said, newest first."""
    return await repository.page(work, page, which)


async def edit(work: UnitOfWork, memory: Memory, patch: MemoryPatch) -> Memory:
    """Put a memory right, pin it or set it aside. Another text is read and embedded anew.

    Raises:
        NothingToChange: the patch names no field.
    """
    changes = patch.model_dump(exclude_none=True)
    if not changes:
        raise NothingToChange
    before = kept.fields_of_memory(memory)
    pinned, aside = changes.pop("pinned", None), changes.pop("set_aside", None)
    if pinned is not None and pinned != (memory.pinned_at is not None):
        memory.pinned_at = work.now if pinned else None
    if aside is not None and aside != (memory.set_aside_at is not None):
        memory.set_aside_at = work.now if aside else None
        await _moved(work, memory)
    reworded = changes.get("text", memory.text) != memory.text
    for name, value in changes.items():
        setattr(memory, name, value)
    await work.session.flush()
    if reworded:
        await _reworded(work, memory)
    await index.refresh(work, [memory.id])
    await index.changed(work)
    edited = changed(before, kept.fields_of_memory(memory))
    await work.audit("memory.edit", memory.id, kind="memory", changes=edited)
    await work.publish(MemoryChanged(memory_id=memory.id, reworded=reworded))
    return memory


async def _moved(work: UnitOfWork, memory: Memory) -> None:
    """What is set aside answers no more, nor does what is known from it alone; what comes back is read again."""
    if memory.set_aside_at is not None:
        await facts.leave_memories(work, [memory.id])
    else:
        await index.ask(work, [memory.id], "learn")
        work.enqueue(LearnFacts(user_id=work.user_id))


async def _reworded(work: UnitOfWork, memory: Memory) -> None:
    await facts.forget_memories(work, [memory.id])
    await repository.remove_pieces(work, memory.id)
    await index.keep_words(work, [memory])
    await index.ask(work, [memory.id], "vector", "tokens", "learn")
    work.enqueue(EmbedMemories(user_id=work.user_id))
    work.enqueue(LearnFacts(user_id=work.user_id))


async def forget(work: UnitOfWork, memory_id: UUID) -> None:
    """Take a memory away: its text, and all that was made of it.

    Raises:
        NotFound: this person has none with that id.
    """
    if not await _remove(work, [memory_id]):
        raise NotFound
    await work.audit("memory.forget", memory_id, kind="memory")


async def forget_these(work: UnitOfWork, memory_ids: Sequence[UUID]) -> int:
    """Take some memories away; how many there were."""
    gone = await _remove(work, memory_ids) if memory_ids else 0
    if gone:
        await work.audit("memory.forget_many", kind="memory", detail={"count": gone})
    return gone


async def fact(work: UnitOfWork, fact_id: UUID) -> FactOut:
    """One fact as it stands.

    Raises:
        NotFound: this person has none with that id.
    """
    return FactOut.model_validate(await facts_kept.get(work, fact_id))


async def forget_all(work: UnitOfWork, forget: Forget) -> int:
    """Take many memories away. What is too much for one transaction is set aside at once, and goes by a job.

    What is known from them alone goes with either.

    Returns:
        How many are gone or going.
    """
    await facts_kept.lock(work)
    ids = await repository.meant(work, forget)
    now, later = ids[:FORGOTTEN_AT_ONCE], ids[FORGOTTEN_AT_ONCE:]
    gone = await _remove(work, now)
    if later:
        for first in range(0, len(later), SET_ASIDE_AT_ONCE):
            await _condemn(work, later[first : first + SET_ASIDE_AT_ONCE])
        work.enqueue(ForgetCondemned(user_id=work.user_id))
    if gone:
        await work.audit("memory.forget_many", kind="memory", detail={"count": len(ids)})
    return gone + len(later)


async def _condemn(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    await repository.condemn(work, ids)
    await index.refresh(work, ids)
    await index.ask(work, ids, "forget")
    await facts.forget_memories(work, ids)


async def forget_condemned(actor: Actor) -> None:
    """Take away what waits for it, in transactions of bearable size."""
    while True:
        async with actor.work() as work:
            waiting = await index.waiting(work, "forget", UUID(int=0), FORGOTTEN_AT_ONCE)
            if not waiting:
                return
            await _remove(work, [one.id for one in waiting])


async def _remove(work: UnitOfWork, ids: Sequence[UUID]) -> int:
    await repository.plan_anew(work)
    await facts_kept.lock(work)
    gone = await repository.hold(work, ids)
    if not gone:
        return 0
    sources = repository.sources(gone.values())
    # Listeners come first, while there is still something by which to find what was made of it.
    await work.publish(MemoriesForgotten(memory_ids=list(gone), source_refs=sources))
    await facts.forget_memories(work, list(gone))
    await repository.remove(work, list(gone))
    await upkeep.stand_again(work, list(gone))
    await index.changed(work)
    if any(memory.speaker != ME for memory in gone.values()):
        await index.fewer_speakers(work)
    await work.publish(MemoryForgotten(memory_ids=list(gone)[:MOST_TOLD]))
    return len(gone)


async def status(work: UnitOfWork) -> Status:
    """How much is kept, and how much waits for what."""
    counts = await index.counts(work)
    model = (await index.state(work)).model
    return Status(
        total=counts.total,
        pending=counts.pending,
        vectors=counts.vectors,
        tokens=counts.tokens,
        unread=counts.unread,
        model=model,
    )
