"""Answering a question from facts: what is so, what was so then, and what must not be told as if it still were."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from cairn.memory import index
from cairn.memory.facts import learning, lookups
from cairn.memory.facts import repository as facts
from cairn.memory.facts.known import CERTAIN, Closed, Source
from cairn.memory.facts.models import Fact, FactTelling
from cairn.memory.facts.questions import Slot, slot_of, word_of
from cairn.memory.facts.relations import ROLES
from cairn.memory.facts.schemas import AskedFacts, FactTold, QuoteOfFact
from cairn.memory.facts.statement import ME
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

AT_ONCE = 8
"""Memories that are read for facts right before an answer, so that what was said a moment ago counts; more wait."""

MOST = 5
_INSTANT = timedelta(microseconds=1)
_NEVER_HELD = frozenset({Closed.WRONG, Closed.OUTWEIGHED})


def asks_for_fact(question: str, language: str) -> bool:
    """Whether a question asks for a fact and nothing else. Pure."""
    return slot_of(question, language) is not None


async def answer(
    actor: Actor, question: str, *, since: datetime | None = None, until: datetime | None = None
) -> AskedFacts | None:
    """What is known to a question that asks for a fact, the latest first; None when it asks for none.

    Args:
        question: Without its words of time.
        since: Only what was so from then on.
        until: What was so at the end of this time: without `since`, right before it.
    """
    slot = slot_of(question, actor.locale)
    if slot is None:
        return None
    await learn_latest(actor)
    async with actor.work() as work:
        every = await _every(work, slot)
        found = chosen(every, work.now, since=since, until=until, past=slot.past)[:MOST]
        tellings = await facts.tellings_of(work, [fact.id for fact in found])
        told = [_told(work, slot, fact, tellings[fact.id]) for fact in found]
        return AskedFacts(told=told, stale=stale(every, work.now), known=bool(every))


async def learn_latest(actor: Actor) -> None:
    """Read what was said a moment ago, so that no answer is older than it."""
    async with actor.work() as work:
        waiting = len(await index.waiting(work, "learn", UUID(int=0), AT_ONCE + 1))
    if 0 < waiting <= AT_ONCE:
        await learning.learn(actor)


async def rests_on(work: UnitOfWork, fact_ids: Sequence[UUID]) -> list[FactTold]:
    """Some facts with every time that somebody said so."""
    rows = await facts.get_all(work, fact_ids)
    tellings = await facts.tellings_of(work, fact_ids)
    return [_told(work, None, rows[one], tellings[one]) for one in fact_ids if one in rows]


async def moved_at(actor: Actor) -> datetime | None:
    """When the person came to live where they live now, or left where they last lived."""
    await learn_latest(actor)
    async with actor.work() as work:
        every = await lookups.of_slots(work, [ME], ["lives_in"])
        homes = [one for one in every if _is_certain(one) and one.closed not in (*_NEVER_HELD, Closed.MARK)]
        began = [home.valid_from for home in homes if _holds(home, work.now)]
        left = [home.valid_to for home in homes if home.valid_to is not None and home.valid_to <= work.now]
    return max(began or left, default=None)


async def learnt_from(work: UnitOfWork, memory_ids: Sequence[UUID]) -> list[FactTold]:
    """What is so by these memories, read now if nobody read them yet."""
    waiting = {one.id for one in await index.waiting(work, "learn", UUID(int=0), AT_ONCE)}
    if waiting & set(memory_ids):
        await facts.lock(work)
        await learning.read_again(work, [one for one in memory_ids if one in waiting])
    said = await facts.said_in(work, memory_ids)
    every = [one.fact_id for memory_id in memory_ids for one in said.get(memory_id, [])]
    return [fact for fact in await rests_on(work, list(dict.fromkeys(every))) if fact.is_now]


def chosen(
    every: Sequence[Fact], now: datetime, *, since: datetime | None, until: datetime | None, past: bool
) -> list[Fact]:
    """The facts that answer. Pure.

    Args:
        every: All of what is asked for, the latest first.
    """
    certain = [fact for fact in every if _is_certain(fact) and fact.closed not in _NEVER_HELD]
    held = [fact for fact in certain if fact.closed != Closed.MARK]
    current = [fact for fact in held if _holds(fact, now)]
    if until is not None:
        moment = min(until, now) - _INSTANT
        then = [fact for fact in held if _holds(fact, moment)]
        return then or _during(certain, since, moment)
    if past:
        values = {fact.value_key for fact in current}
        return [fact for fact in certain if fact not in current and fact.value_key not in values] or current
    return current


def stale(every: Sequence[Fact], now: datetime) -> list[str]:
    """Values that aren't so now. Pure."""
    current = {fact.value_key for fact in every if _is_certain(fact) and _holds(fact, now)}
    return list(dict.fromkeys(fact.value for fact in every if fact.value_key not in current and _is_certain(fact)))


def _during(certain: Sequence[Fact], since: datetime | None, moment: datetime) -> list[Fact]:
    """What was so at some time of a span, or, without a beginning, the last that was so before its end."""
    if since is not None:
        return [fact for fact in certain if fact.valid_from <= moment and (fact.valid_to or moment) >= since]
    ended = [fact for fact in certain if fact.valid_to is not None and fact.valid_to <= moment]
    latest = max((fact.valid_to for fact in ended if fact.valid_to is not None), default=None)
    return [fact for fact in ended if fact.valid_to == latest]


def _holds(fact: Fact, moment: datetime) -> bool:
    return fact.valid_from <= moment and (fact.valid_to is None or moment < fact.valid_to)


def _is_certain(fact: Fact) -> bool:
    return fact.source == Source.HAND or fact.confidence >= CERTAIN


async def _every(work: UnitOfWork, slot: Slot) -> list[Fact]:
    subjects = [slot.subject, *await _also_called(work, slot.subject)]
    every = await lookups.of_slots(work, subjects, slot.relations)
    if slot.qualifier:
        return [fact for fact in every if fact.qualifier == slot.qualifier]
    return list(every)


async def _also_called(work: UnitOfWork, subject: str) -> list[str]:
    """A sister's name for "sister", and "sister" for her name."""
    if subject == ME:
        return []
    people = await lookups.of_people(work, list({relation for relation, _ in ROLES.values()}))
    if subject in ROLES:
        relation, qualifier = ROLES[subject]
        return [one.value.lower() for one in people if (one.relation, one.qualifier) == (relation, qualifier)]
    named = {(one.relation, one.qualifier) for one in people if one.value.lower() == subject}
    return [role for role, related in ROLES.items() if related in named]


def _told(work: UnitOfWork, slot: Slot | None, fact: Fact, tellings: Sequence[FactTelling]) -> FactTold:
    subject = fact.subject if slot is None else slot.subject
    role = fact.qualifier or fact.relation if fact.subject == ME else subject
    is_mark = fact.closed == Closed.MARK
    return FactTold(
        id=fact.id,
        subject=subject,
        relation=fact.relation,
        qualifier=fact.qualifier,
        value=fact.value,
        role=role if role in ROLES else "",
        word=word_of(role, work.actor.locale) if role in ROLES else "",
        since=None if is_mark else fact.valid_from,
        until=fact.valid_to,
        is_now=not is_mark and fact.closed not in _NEVER_HELD and _holds(fact, work.now),
        quotes=[
            QuoteOfFact(memory_id=one.memory_id, text=one.quote, said_at=one.said_at, by_hand=one.source == Source.HAND)
            for one in reversed(tellings)
        ],
    )
