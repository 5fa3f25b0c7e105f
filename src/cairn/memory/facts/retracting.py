"""Taking back, in conversation, what is known: said to be wrong, said to be over, put right, or forgotten."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from cairn.memory import index
from cairn.memory.facts import buried, doubts, learning, repository, service
from cairn.memory.facts.distil import distil
from cairn.memory.facts.known import Closed, Source, Tombstone
from cairn.memory.facts.models import Fact
from cairn.memory.facts.repository import Evidence
from cairn.memory.facts.schemas import ContradictionOut, FactOut, NewFact
from cairn.memory.messages import FactsChanged
from cairn.memory.models import Memory
from cairn.platform.work import UnitOfWork


async def deny(work: UnitOfWork, fact_id: UUID) -> Fact:
    """It never was so. The mark of an end is set aside instead: it claims nothing that could be wrong now.

    Raises:
        NotFound: this person has none with that id.
    """
    fact = await repository.get(work, fact_id, alone=True)
    if fact.closed == Closed.MARK:
        fact.set_aside_at = work.now
        await work.session.flush()
        await index.changed(work)
        return fact
    return await service.deny(work, fact)


async def believe_again(work: UnitOfWork, fact_id: UUID, until: datetime | None) -> None:
    """What was denied, ended or set aside is so after all: as it was said, or by hand where only a hand had said it.

    Raises:
        NotFound: this person has none with that id.
    """
    await repository.lock(work)
    fact = await repository.get(work, fact_id)
    if fact.closed == Closed.MARK:
        fact.set_aside_at = None
        await work.session.flush()
        await index.changed(work)
        return
    memories = await repository.resting_on(work, [fact_id])
    new = NewFact(
        subject=fact.subject,
        relation=fact.relation,
        value=fact.value,
        qualifier=fact.qualifier,
        since=fact.valid_from,
        until=until,
    )
    await buried.lift(work, Tombstone(fact.subject, fact.relation, fact.value_key, work.now))
    if fact.source == Source.HAND or not memories:
        await service.write(work, new)
    else:
        await learning.read_again(work, memories)
        await index.changed(work)
    await work.audit("fact.believe", fact_id, kind="fact")


async def end(work: UnitOfWork, fact_id: UUID, said_at: datetime | None) -> tuple[Fact, UUID | None]:
    """It was so, and is no longer; with the mark that says so."""
    fact = await repository.get(work, fact_id, alone=True)
    ended = await service.end(work, fact, min(said_at or work.now, work.now))
    return ended, ended.superseded_by


async def drop(work: UnitOfWork, fact_id: UUID) -> None:
    """Let a fact, or the end that was said of one, never have been written. Nothing keeps it from being learnt.

    Raises:
        NotFound: this person has none with that id.
    """
    await _take_back(work, await repository.get(work, fact_id, alone=True))


async def put_right(work: UnitOfWork, fact_id: UUID, value: str) -> Fact:
    """Another value in the place of one that was told, for as long as that was said to be so, as if written by hand."""
    fact = await repository.get(work, fact_id)
    new = NewFact(
        subject=fact.subject,
        relation=fact.relation,
        qualifier=fact.qualifier,
        value=value,
        since=min(fact.valid_from, work.now),
    )
    return await service.write(work, new)


async def _take_back(work: UnitOfWork, fact: Fact) -> None:
    await repository.lock(work)
    await work.session.delete(fact)
    await work.session.flush()
    await service.announce(work, await service.reckon_again(work, fact.subject, fact.relation))
    await index.changed(work)
    await work.publish(FactsChanged(fact_ids=[fact.id]))


async def learn_now(work: UnitOfWork, memory: Memory) -> list[Fact]:
    """Read a memory at once; the facts that hold by it."""
    await repository.lock(work)
    changed: list[UUID] = []
    said_at = memory.occurred_at.astimezone(work.actor.zone)
    for one in distil(memory.text, said_at=said_at, language=memory.language):
        evidence = Evidence(memory.id, one.quote)
        changed += await service.take(work, one, memory.occurred_at, Source.GRAMMAR, evidence)
    await service.announce(work, changed)
    rows = await repository.get_all(work, changed)
    return [row for row in rows.values() if row.closed is None and row.value]


def spoken_of(text: str, said_at: datetime, language: str) -> set[tuple[str, str]]:
    """The subjects and relations of which a text says something. Pure."""
    return {(one.subject, one.relation) for one in distil(text, said_at=said_at, language=language)}


async def question_to_ask(work: UnitOfWork) -> ContradictionOut | None:
    """A contradiction that nobody was asked about yet."""
    row = await doubts.unasked(work)
    return None if row is None else await contradiction(work, row.id)


async def contradiction(work: UnitOfWork, contradiction_id: UUID) -> ContradictionOut:
    """One contradiction with both of its facts.

    Raises:
        NotFound: this person has none with that id.
    """
    row = await doubts.contradiction(work, contradiction_id)
    both = await repository.get_all(work, [row.fact_id, row.other_id])
    return ContradictionOut(
        id=row.id,
        fact=FactOut.model_validate(both[row.fact_id]),
        other=FactOut.model_validate(both[row.other_id]),
        found_at=row.found_at,
    )


async def asked(work: UnitOfWork, contradiction_id: UUID) -> None:
    """Note that the person was asked: it happens once."""
    row = await doubts.contradiction(work, contradiction_id)
    row.asked_at = row.asked_at or work.now


async def forget_facts(work: UnitOfWork, fact_ids: Sequence[UUID]) -> list[UUID]:
    """Take away facts that rest on nothing but a hand; of the others, the memories they rest on are named to go."""
    await repository.lock(work)
    rows = await repository.get_all(work, fact_ids)
    memories = await repository.resting_on(work, list(rows))
    tellings = await repository.tellings_of(work, list(rows))
    for fact in rows.values():
        if all(one.memory_id is None for one in tellings[fact.id]) and fact in work.session:
            await service.remove(work, fact)
    return memories
