"""What the assistant may do with memory."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from cairn.memory import checking, service
from cairn.memory.facts import repository as facts_kept
from cairn.memory.facts import retracting
from cairn.memory.facts import service as facts
from cairn.memory.permissions import READ, WRITE
from cairn.memory.schemas import CheckedFound, MemoryPatch, NewMemory
from cairn.platform.actor import Actor
from cairn.platform.tools import Outcome, Speaker, Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()


@tools.offer(needs=WRITE)
async def remember(
    work: UnitOfWork, text: str, said_at: AwareDatetime | None = None, *, speaker: Speaker = "me"
) -> Outcome:
    """Keep something the person wants to be remembered.

    Args:
        text: What to keep, in the person's own words.
        said_at: When they said it; now, if left out.
        speaker: Whose words these are.
    """
    new = NewMemory(text=text, kind="note", occurred_at=said_at, speaker=speaker)
    memory = await service.remember(work, new)
    return Outcome(
        kind="memory.kept",
        subject_kind="memory",
        subject_id=memory.id,
        title=memory.text,
        undo=Undo(tool="forget_memory", arguments={"memory_id": str(memory.id)}),
    )


@tools.offer(needs=READ)
async def search_memory(actor: Actor, query: str) -> CheckedFound:
    """Find what the person said earlier. Each hit has their own words, when they said it, and whether it is weak.
    What stands in `no_longer_so` was so before: never tell it as if it still were.

    Args:
        query: The question, in the person's own words.
    """
    return await checking.checked(actor, query)


class Forgotten(BaseModel):
    """A memory that is gone."""

    memory_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def forget_memory(work: UnitOfWork, memory_id: UUID) -> Forgotten:
    """Forget a memory.

    Args:
        memory_id: Which.
    """
    await service.forget(work, memory_id)
    return Forgotten(memory_id=memory_id)


class TakenBack(BaseModel):
    """What was done is as if it had not been."""

    subject_id: UUID


@tools.offer(needs=WRITE, inner=True)
async def deny_fact(work: UnitOfWork, fact_id: UUID, memory_id: UUID | None = None) -> Outcome:
    """Take out a fact that the person said never was so.

    Args:
        fact_id: Which.
        memory_id: The memory it was told from; the receipt goes with it.
    """
    fact = await service.fact(work, fact_id)
    until = fact.valid_to
    await retracting.deny(work, fact_id)
    return Outcome(
        kind="fact.denied",
        subject_kind="memory" if memory_id else "fact",
        subject_id=memory_id or fact_id,
        title=fact.value,
        undo=Undo(
            tool="believe_fact", arguments={"fact_id": str(fact_id), "until": until.isoformat() if until else None}
        ),
    )


@tools.offer(needs=WRITE, hidden=True)
async def believe_fact(work: UnitOfWork, fact_id: UUID, until: AwareDatetime | None = None) -> TakenBack:
    """Let a fact be so after all.

    Args:
        fact_id: Which.
        until: Until when it was so, if it had ended.
    """
    await retracting.believe_again(work, fact_id, until)
    return TakenBack(subject_id=fact_id)


@tools.offer(needs=WRITE, inner=True)
async def end_fact(
    work: UnitOfWork, fact_id: UUID, memory_id: UUID | None = None, at: AwareDatetime | None = None
) -> Outcome:
    """Close a fact that was so and is no longer. It stays in the history.

    Args:
        fact_id: Which.
        memory_id: The memory it was told from; the receipt goes with it.
        at: When it ended; now, if left out.
    """
    ended, mark_id = await retracting.end(work, fact_id, at)
    return Outcome(
        kind="fact.ended",
        subject_kind="memory" if memory_id else "fact",
        subject_id=memory_id or fact_id,
        title=ended.value,
        undo=Undo(tool="drop_fact", arguments={"fact_id": str(mark_id)}) if mark_id else None,
    )


@tools.offer(needs=WRITE, hidden=True)
async def drop_fact(work: UnitOfWork, fact_id: UUID) -> TakenBack:
    """Let a fact, or the end of one, never have been written.

    Args:
        fact_id: Which.
    """
    await retracting.drop(work, fact_id)
    return TakenBack(subject_id=fact_id)


@tools.offer(needs=WRITE, inner=True)
async def correct_memory(work: UnitOfWork, text: str, said_at: AwareDatetime | None = None) -> Outcome:
    """Keep what the person said against what was known, and let it count at once.

    Args:
        text: Their own words.
        said_at: When they said it; now, if left out.
    """
    await facts_kept.lock(work)
    memory = await service.remember(work, NewMemory(text=text, kind="note", occurred_at=said_at))
    now_so = await retracting.learn_now(work, memory)
    return Outcome(
        kind="fact.corrected" if now_so else "memory.kept",
        subject_kind="memory",
        subject_id=memory.id,
        title=", ".join(fact.value for fact in now_so) or memory.text,
        undo=Undo(tool="forget_memory", arguments={"memory_id": str(memory.id)}),
    )


@tools.offer(needs=WRITE, inner=True)
async def correct_fact(work: UnitOfWork, fact_id: UUID, value: str) -> Outcome:
    """Put another value in the place of one that was told.

    Args:
        fact_id: The fact that was told.
        value: What is so instead.
    """
    fact = await retracting.put_right(work, fact_id, value)
    return Outcome(
        kind="fact.corrected",
        subject_kind="fact",
        subject_id=fact.id,
        title=fact.value,
        undo=Undo(tool="drop_fact", arguments={"fact_id": str(fact.id)}),
    )


@tools.offer(needs=WRITE, inner=True)
async def set_memory_aside(work: UnitOfWork, memory_id: UUID) -> Outcome:
    """Keep a memory out of every answer.

    Args:
        memory_id: Which.
    """
    memory = await service.edit(work, await service.get(work, memory_id, lock=True), MemoryPatch(set_aside=True))
    return Outcome(
        kind="memory.set_aside",
        subject_kind="memory",
        subject_id=memory.id,
        title=memory.text,
        undo=Undo(tool="use_memory", arguments={"memory_id": str(memory.id)}),
    )


@tools.offer(needs=WRITE, hidden=True)
async def use_memory(work: UnitOfWork, memory_id: UUID) -> TakenBack:
    """Let a memory answer again.

    Args:
        memory_id: Which.
    """
    await service.edit(work, await service.get(work, memory_id, lock=True), MemoryPatch(set_aside=False))
    return TakenBack(subject_id=memory_id)


@tools.offer(needs=WRITE, inner=True)
async def forget_told(work: UnitOfWork, memory_ids: list[UUID], fact_ids: list[UUID]) -> Outcome:
    """Forget what was told, for good: the memories, those that the facts rest on, and the facts.

    Args:
        memory_ids: The memories.
        fact_ids: The facts.
    """
    rest_on = await retracting.forget_facts(work, fact_ids)
    gone = await service.forget_these(work, list(dict.fromkeys([*memory_ids, *rest_on])))
    # The receipt says how much is gone and nothing of what it was.
    return Outcome(kind="memory.forgotten", subject_kind="memory", title=str(gone or len(fact_ids)))


@tools.offer(needs=WRITE, inner=True)
async def settle_contradiction(work: UnitOfWork, contradiction_id: UUID, keep: UUID | None = None) -> Outcome:
    """Settle which of two facts is right, as the person said.

    Args:
        contradiction_id: The question.
        keep: The fact that is right; both are, if left out.
    """
    question = await service.contradiction(work, contradiction_id)
    await facts.settle_contradiction(work, contradiction_id, keep)
    right = [one.value for one in (question.fact, question.other) if keep in (None, one.id)]
    (first,) = (await service.rests_on(work, [keep or question.fact.id]))[:1]
    memory_id = next((one.memory_id for one in first.quotes if one.memory_id), None)
    return Outcome(
        kind="fact.settled",
        subject_kind="memory" if memory_id else "fact",
        subject_id=memory_id or first.id,
        title=", ".join(right),
        undo=Undo(tool="reopen_contradiction", arguments={"contradiction_id": str(contradiction_id)}),
    )


@tools.offer(needs=WRITE, hidden=True)
async def reopen_contradiction(work: UnitOfWork, contradiction_id: UUID) -> TakenBack:
    """Let it be open again which of two facts is right.

    Args:
        contradiction_id: The question.
    """
    await facts.reopen_contradiction(work, contradiction_id)
    return TakenBack(subject_id=contradiction_id)
