"""Answering a question from facts: what is so, what was so then, and what must not be told as if it still were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cairn import when
from cairn.memory import index
from cairn.memory.facts import learning, lookups
from cairn.memory.facts import repository as facts
from cairn.memory.facts.closing import covers
from cairn.memory.facts.known import CERTAIN, Closed, Source
from cairn.memory.facts.models import Fact, FactTelling
from cairn.memory.facts.questions import Slot, slot_of, word_of
from cairn.memory.facts.relations import ROLES, relation
from cairn.memory.facts.schemas import AskedFacts, FactTold, QuoteOfFact
from cairn.memory.facts.statement import ME, FactKind
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

AT_ONCE = 8
"""Memories that are read for facts right before an answer, so that what was said a moment ago counts; more wait."""

LONGEST_QUESTION = 200
"""Letters of a question that asks for a fact and names a time."""

MOST = 5
"""Facts that are told at once."""

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


@dataclass(frozen=True, slots=True)
class Tellers:
    """What a question asks for, and the memories that tell it.

    Args:
        latest: Of each fact that answers, the latest first, the memories that say so, the latest first.
        confidence: How sure the surest of these facts is.
    """

    slot: Slot
    latest: list[list[UUID]]
    confidence: float

    def is_about_else(self, words: str, said: Sequence[facts.Said]) -> bool:
        """Whether a memory says nothing but facts that nobody asked for."""
        return bool(said) and not any(self._asks_for(one) for one in said) and covers(words, said)

    def _asks_for(self, said: facts.Said) -> bool:
        slot = self.slot
        if slot.subject == ME != said.subject or (slot.qualifier and said.qualifier not in ("", slot.qualifier)):
            return False
        if said.relation in slot.relations:
            return True
        field = _field(said.relation)
        return field is not None and field in map(_field, slot.relations)


def _field(name: str) -> str | None:
    """The field of the profile that relations fill together; people are each their own."""
    known = relation(name)
    return None if known.kind is FactKind.PERSON else known.field


async def tellers(work: UnitOfWork, question: str, as_of: datetime | None) -> Tellers | None:
    """Which memories tell what a question asks for; None when it asks for no fact.

    Args:
        as_of: Only what was so at that moment.
    """
    slot, past = slot_of(question, work.actor.locale), None
    if slot is None and len(question) <= LONGEST_QUESTION:
        past = when.looking_back(question, work.now.astimezone(work.actor.zone), language=work.actor.locale)
        slot = slot_of(past.rest, work.actor.locale) if past else None
    if slot is None:
        return None
    every = await _every(work, slot)
    if as_of is not None:
        found = [fact for fact in every if _is_certain(fact) and _was_so(fact) and _holds(fact, as_of)]
    else:
        since, until = (past.start, past.end) if past else (None, None)
        found = chosen(every, work.now, since=since, until=until, past=slot.past)
    tellings = await facts.tellings_of(work, [fact.id for fact in found[:MOST]])
    latest = [[one.memory_id for one in reversed(tellings[fact.id]) if one.memory_id] for fact in found[:MOST]]
    return Tellers(slot, latest, max((fact.confidence for fact in found), default=0))


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
        homes = [one for one in every if _is_certain(one) and _was_so(one)]
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
    held = [fact for fact in certain if _was_so(fact)]
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


def _was_so(fact: Fact) -> bool:
    """Whether it ever was so, and is no mere end of something."""
    return fact.closed not in (*_NEVER_HELD, Closed.MARK)


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
