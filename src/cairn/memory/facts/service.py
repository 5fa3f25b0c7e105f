"""Settling what is said against what is known, and the person's own hand in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from cairn.memory import index, kept
from cairn.memory.errors import NothingToChange
from cairn.memory.facts import buried, closing, doubts, repository, untelling
from cairn.memory.facts.known import Bury, Closed, Contradiction, Ignore, Known, Lift, Source, Tombstone
from cairn.memory.facts.models import Fact
from cairn.memory.facts.relations import relation
from cairn.memory.facts.repository import Evidence
from cairn.memory.facts.schemas import FactPatch, NewFact
from cairn.memory.facts.settle import apply, settle, settle_again
from cairn.memory.facts.statement import Stance, Statement
from cairn.memory.facts.values import value_key
from cairn.memory.messages import FactsChanged, FactsForgotten
from cairn.platform import trail
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork

BY_HAND = Evidence(None, "")

MOST_TOLD = 50
"""Facts that one event names; whoever hears it looks at all of them again."""


async def take(
    work: UnitOfWork, statement: Statement, said_at: datetime, source: Source, evidence: Evidence
) -> list[UUID]:
    """Settle a statement against what is known of the same.

    Returns:
        The facts that are new or changed.
    """
    vocabulary = relation(statement.relation)
    key = fingerprint(work, statement.value)
    if vocabulary.many and key:
        known = await repository.slot_of_value(work, statement.subject, statement.relation, key)
    else:
        known = await repository.slot(work, statement.subject, statement.relation)
    changes = settle(
        statement,
        said_at,
        known,
        await buried.tombstones(work, statement.subject, statement.relation),
        single_valued=not vocabulary.many,
        value_key=key,
        source=source,
        recorded_at=work.now,
        new_id=work.runtime.new_id,
    )
    after = apply(known, changes)
    changed = await repository.keep(work, known, after, statement.kind, statement.importance, evidence)
    for change in changes:
        match change:
            case Bury(tombstone=stone):
                await buried.bury(work, stone)
            case Lift(tombstone=stone):
                await buried.lift(work, stone)
            case Contradiction(fact_id=fact_id, new=new):
                await doubts.contradict(work, fact_id, new)
            case Ignore(reason="known"):
                await _said_again(work, known, statement, said_at, source, evidence)
            case _:
                pass
    if vocabulary.opposite and statement.stance is Stance.IS:
        changed += await _end_opposite(work, vocabulary.opposite, statement, said_at, source, evidence)
    return changed


async def _said_again(
    work: UnitOfWork,
    known: Iterable[Known],
    statement: Statement,
    said_at: datetime,
    source: Source,
    evidence: Evidence,
) -> None:
    """The very same from another memory: the fact rests on both, so that it stays when one is forgotten."""
    key = fingerprint(work, statement.value)
    for fact in known:
        told = next((one for one in fact.tellings if one.said_at == said_at), None)
        if fact.value_key == key and told is not None and evidence.memory_id is not None:
            rests_on = (await repository.tellings_of(work, [fact.id]))[fact.id]
            if all(one.memory_id != evidence.memory_id for one in rests_on):
                await repository.tell(work, fact.id, replace(told, source=source), evidence)
            return


async def _end_opposite(
    work: UnitOfWork, opposite: str, statement: Statement, said_at: datetime, source: Source, evidence: Evidence
) -> list[UUID]:
    key = fingerprint(work, statement.value)
    held = await repository.slot_of_value(work, statement.subject, opposite, key)
    if not any(fact.value_key == key and fact.holds(statement.since or said_at) for fact in held):
        return []
    ended = replace(statement, relation=opposite, stance=Stance.ENDED, until=None)
    return await take(work, ended, said_at, source, evidence)


def fingerprint(work: UnitOfWork, value: str) -> str:
    """What values are compared by: keyed, so that a tombstone doesn't tell what it stands for."""
    key = value_key(value) if value else ""
    return work.runtime.key_ring.blind_index(key, "fact").hex() if key else ""


async def announce(work: UnitOfWork, changed: Sequence[UUID]) -> None:
    """Let what rests on facts follow them, and tell open clients."""
    if not changed:
        return
    await closing.follow(work, changed)
    await index.changed(work)
    await work.publish(FactsChanged(fact_ids=list(dict.fromkeys(changed))[:MOST_TOLD]))


async def forget_memories(work: UnitOfWork, memory_ids: Sequence[UUID]) -> None:
    """What rests on these alone goes, and with it every copy; what they had closed opens again."""
    gone = await _untell(work, memory_ids)
    if gone:
        await work.publish(FactsForgotten(fact_ids=gone))


async def leave_memories(work: UnitOfWork, memory_ids: Sequence[UUID]) -> None:
    """What rests on these alone is known no more, until they are read again. What was told of it stays where it is."""
    gone = await _untell(work, memory_ids)
    if gone:
        await index.changed(work)
        await work.publish(FactsChanged(fact_ids=gone[:MOST_TOLD]))


async def _untell(work: UnitOfWork, memory_ids: Sequence[UUID]) -> list[UUID]:
    """Let nothing rest on some memories any more; the facts that are gone."""
    await repository.lock(work)
    changed: list[UUID] = []
    slots, gone = await untelling.untell(work, memory_ids)
    for subject, name in await untelling.hush(work, slots):
        changed += await reckon_again(work, subject, name)
    await announce(work, changed)
    return gone


async def reckon_again(work: UnitOfWork, subject: str, name: str, *, but_not_wrong: UUID | None = None) -> list[UUID]:
    """Work out a subject's relation anew from what is still said.

    Args:
        but_not_wrong: A fact that was denied and counts again.
    """
    known = await repository.slot(work, subject, name)
    changed: list[UUID] = []
    for qualifier in sorted({fact.qualifier for fact in known}):
        here = [fact for fact in known if fact.qualifier == qualifier]
        vocabulary = relation(name)
        counted = [replace(fact, closed=None) if fact.id == but_not_wrong else fact for fact in here]
        changes = settle_again(counted, single_valued=not vocabulary.many, new_id=work.runtime.new_id)
        after = apply(counted, changes)
        changed += await repository.keep(work, here, after, vocabulary.kind, vocabulary.importance, BY_HAND)
    return changed


async def write(work: UnitOfWork, new: NewFact) -> Fact:
    """Take what the person wrote: certain, and ahead of what was read."""
    await repository.lock(work)
    vocabulary = relation(new.relation)
    statement = Statement(
        subject=new.subject,
        relation=new.relation,
        value=new.value,
        kind=vocabulary.kind,
        confidence=1.0,
        importance=vocabulary.importance,
        since=new.since,
        until=new.until,
        qualifier=new.qualifier,
    )
    changed = await take(work, statement, work.now, Source.HAND, BY_HAND)
    await announce(work, changed)
    key = fingerprint(work, new.value)
    known = await repository.slot(work, new.subject, new.relation)
    mine = [fact for fact in known if fact.value_key == key and fact.qualifier == new.qualifier]
    fact = await repository.get(work, max(mine, key=lambda fact: (fact.valid_from, fact.recorded_at)).id)
    await work.audit("fact.write", fact.id, kind="fact")
    return fact


async def edit(work: UnitOfWork, fact: Fact, patch: FactPatch) -> Fact:
    """Pin a fact, set it aside, or put its value right: the old one never held then.

    Raises:
        NothingToChange: the patch names no field.
    """
    if patch.value is None and patch.pinned is None and patch.set_aside is None:
        raise NothingToChange
    before = kept.fields_of_fact(fact)
    if patch.pinned is not None and patch.pinned != (fact.pinned_at is not None):
        fact.pinned_at = work.now if patch.pinned else None
    if patch.set_aside is not None and patch.set_aside != (fact.set_aside_at is not None):
        fact.set_aside_at = work.now if patch.set_aside else None
    await work.session.flush()
    another = patch.value is not None and fingerprint(work, patch.value) != fact.value_key
    after = kept.fields_of_fact(fact) | ({"value": trail.masked(None, patch.value)} if another else {})
    await work.audit("fact.edit", fact.id, kind="fact", changes=trail.changed(before, after))
    if patch.value is not None and another:
        began = min(fact.valid_from, work.now)
        await _say_by_hand(work, fact, Stance.NEVER, work.now)
        return await write(
            work,
            NewFact(
                subject=fact.subject,
                relation=fact.relation,
                value=patch.value,
                qualifier=fact.qualifier,
                since=began,
                until=fact.valid_to if fact.valid_to and fact.valid_to > began else None,
            ),
        )
    await announce(work, [fact.id])
    return fact


async def end(work: UnitOfWork, fact: Fact, at: datetime | None) -> Fact:
    """It was so, and is no longer."""
    await _say_by_hand(work, fact, Stance.ENDED, at or work.now)
    await work.audit("fact.end", fact.id, kind="fact")
    return await repository.get(work, fact.id)


async def deny(work: UnitOfWork, fact: Fact) -> Fact:
    """It never was so; it is not learnt again."""
    holds = fact.valid_to is None or fact.valid_to > work.now
    await _say_by_hand(work, fact, Stance.NEVER, work.now if holds else fact.valid_from)
    await work.audit("fact.deny", fact.id, kind="fact")
    return await repository.get(work, fact.id)


async def _say_by_hand(work: UnitOfWork, fact: Fact, stance: Stance, at: datetime) -> None:
    await repository.lock(work)
    statement = Statement(
        subject=fact.subject,
        relation=fact.relation,
        value=fact.value,
        kind=relation(fact.relation).kind,
        stance=stance,
        confidence=1.0,
        importance=fact.importance,
        since=at,
        qualifier=fact.qualifier,
    )
    await announce(work, await take(work, statement, work.now, Source.HAND, BY_HAND))
    await work.session.refresh(fact)


async def forget(work: UnitOfWork, fact: Fact) -> None:
    """Take a fact away with its words, and don't learn it again. The memories it was read in stay."""
    await repository.lock(work)
    await buried.bury(work, Tombstone(fact.subject, fact.relation, fact.value_key, work.now))
    fact_id, rests_on = fact.id, await repository.resting_on(work, [fact.id])
    await remove(work, fact)
    await closing.look_again(work, rests_on)
    await work.audit("fact.forget", fact_id, kind="fact")


async def remove(work: UnitOfWork, fact: Fact) -> None:
    """Let nobody have said this of its subject, whenever it was; what it had closed opens again."""
    subject, name, fact_id = fact.subject, fact.relation, fact.id
    await work.publish(FactsForgotten(fact_ids=await untelling.remove_value(work, fact)))
    await announce(work, await reckon_again(work, subject, name))
    await index.changed(work)
    await work.publish(FactsChanged(fact_ids=[fact_id]))


async def settle_contradiction(work: UnitOfWork, contradiction_id: UUID, keep: UUID | None) -> None:
    """The person says which of two is right; without one, both stand.

    Raises:
        NotFound: no such question of this person, or the fact to keep is neither of the two.
    """
    question = await doubts.contradiction(work, contradiction_id)
    if keep is not None:
        if keep not in (question.fact_id, question.other_id):
            raise NotFound
        wrong = await repository.get(work, question.other_id if keep == question.fact_id else question.fact_id)
        await deny(work, wrong)
    question.settled_at = work.now
    await work.audit("contradiction.settle", contradiction_id, kind="contradiction")


async def reopen_contradiction(work: UnitOfWork, contradiction_id: UUID) -> None:
    """Take back what the person said of two: what they took for wrong is as it was, and which is right is open again.

    Raises:
        NotFound: no such question of this person.
    """
    question = await doubts.contradiction(work, contradiction_id)
    if question.settled_at is None:
        return
    both = (await repository.get_all(work, [question.fact_id, question.other_id])).values()
    wrong = [fact for fact in both if fact.closed == Closed.WRONG]
    for fact in wrong:
        stones = await buried.tombstones(work, fact.subject, fact.relation)
        for stone in stones:
            if stone.value_key == fact.value_key and stone.created_at == question.settled_at:
                await buried.lift(work, stone)
        await announce(work, await reckon_again(work, fact.subject, fact.relation, but_not_wrong=fact.id))
    question.settled_at = None
    await work.audit("contradiction.reopen", contradiction_id, kind="contradiction")
