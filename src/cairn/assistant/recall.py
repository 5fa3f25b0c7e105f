"""Answering from what the person said before, with the source of every word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from cairn import when
from cairn.assistant import grammar
from cairn.assistant.grammar import reactions
from cairn.assistant.schemas import Quote, Turn
from cairn.assistant.steps import Step
from cairn.assistant.wording import phrases
from cairn.memory import service as memory
from cairn.memory.schemas import Hit, SearchQuery
from cairn.memory.service import FactTold
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork
from cairn.when.tokens import fold

MOST_QUOTES = 3
MOST_OF_A_TIME = 8
LONGEST_QUESTION = 2_000
LIKELIEST = 5
"""Memories that are looked at for when something happened."""

NAMED = 0.9
"""How much of an event's weight in words a memory has that names it."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a question found.

    Args:
        facts: What is known, when the question asks for a fact.
        quotes: The person's own words, best first.
        known_once: Something is known, but not as it is now.
    """

    facts: list[FactTold] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    known_once: bool = False


def fact_question(turn: Turn, locale: str) -> Step | None:
    """How to answer a message that asks for a fact and nothing else; None when it doesn't. Pure."""
    if len(turn.text) > LONGEST_QUESTION:
        return None
    asked = grammar.asked_of(turn.text, turn.said_here, locale)
    if not memory.asks_for_fact(asked.question, locale):
        return None
    if "?" not in turn.text and memory.spoken_of(turn.text, turn.said_here, locale):
        return None  # "vivo en Lisboa": the question and the statement differ by their mark alone
    return Step(
        do="recall", words=asked.question, when=asked.since, until=asked.until, event=asked.event, asks_fact=True
    )


async def recall(actor: Actor, step: Step, turn: Turn) -> Recalled:
    """What is known or was said about something; nothing when the evidence is weak.

    A question about a time alone ("what did I say yesterday?") is answered with what was said then, in order.
    """
    since, until = step.when, step.until
    if step.event:
        since, until = None, await _when(actor, step.event, turn)
        if until is None:
            return Recalled()
    stale: Sequence[str] = ()
    known = False
    if step.asks_fact:
        asked = await memory.fact_for(actor, step.words, since=since, until=until)
        if asked is not None and asked.told:
            return Recalled(facts=asked.told, quotes=_first_quotes(asked.told, actor.locale))
        if asked is not None:
            stale, known = asked.stale, asked.known
    query = SearchQuery.model_validate(
        {"query": step.words[:LONGEST_QUESTION], "limit": 10, "from": since, "to": until}
    )
    hits = [hit for hit in await _said(actor, query) if not _says(hit.memory.text, stale)]
    about = [hit for hit in hits if not hit.weak]
    if not about and step.when is not None and not step.topic and not step.asks_fact:
        of_that_time = sorted(hits, key=lambda hit: hit.memory.occurred_at)
        return Recalled(quotes=_quotes(of_that_time, MOST_OF_A_TIME))
    return Recalled(quotes=_quotes(about, MOST_QUOTES), known_once=known and until is None)


async def _said(actor: Actor, query: SearchQuery) -> Sequence[Hit]:
    """What memory finds, by meaning also what was said a moment ago."""
    await memory.vectors_of_latest(actor)
    return (await memory.search(actor, query)).items


async def because(actor: Actor, step: Step) -> Recalled:
    """What the answer before rested on: every time that its facts were said, and what it quoted."""
    async with actor.work() as work:
        facts = await memory.rests_on(work, step.told.facts)
        quotes = [quote for fact in facts for quote in quotes_of(fact, actor.locale)]
        for memory_id in step.told.memories[: step.told.shown]:
            if all(quote.memory_id != memory_id for quote in quotes):
                quotes += await _remembered(work, memory_id)
    return Recalled(facts=facts, quotes=quotes[:MOST_OF_A_TIME])


async def _remembered(work: UnitOfWork, memory_id: UUID) -> list[Quote]:
    try:
        found = await memory.get(work, memory_id)
    except NotFound:  # forgotten since
        return []
    why = phrases(work.actor.locale).by_fact
    return [
        Quote(
            memory_id=found.id,
            text=found.text,
            occurred_at=found.occurred_at,
            speaker=found.speaker,
            source=found.kind,
            why=why,
        )
    ]


async def _when(actor: Actor, event: str, turn: Turn) -> datetime | None:
    """When something happened, by what was said of it; None when nothing strong was."""
    if reactions.is_a_move(event, actor.locale) and (moved := await memory.moved_at(actor)) is not None:
        return moved
    for hit in await _said(actor, SearchQuery(query=event, limit=LIKELIEST)):
        # A memory of few things is unsure of everything: one that names the event tells of it all the same.
        if not hit.weak or hit.evidence.coverage >= NAMED:
            return _happened(hit, turn, actor.locale)
    return None


def _happened(hit: Hit, turn: Turn, locale: str) -> datetime:
    """The moment that a memory names, else when it was said."""
    text, said_at = hit.memory.text, hit.memory.occurred_at.astimezone(turn.zone)
    past = reactions.is_of_the_past(text, locale)
    named = when.find(text, said_at, language=locale, prefer="past" if past else "future")
    return next((one.start for one in named if one.rrule is None), said_at)


def quotes_of(fact: FactTold, locale: str) -> list[Quote]:
    """The words that a fact rests on, the latest first."""
    why = phrases(locale).by_fact
    return [
        Quote(memory_id=one.memory_id, text=one.text, occurred_at=one.said_at, speaker="me", source="fact", why=why)
        for one in fact.quotes
        if one.memory_id is not None and one.text
    ]


def _first_quotes(facts: Sequence[FactTold], locale: str) -> list[Quote]:
    """The latest words for each fact, each once."""
    told: dict[tuple[UUID, str], Quote] = {}
    for fact in facts:
        for quote in quotes_of(fact, locale)[:1]:
            told.setdefault((quote.memory_id, quote.text), quote)
    return list(told.values())


def _says(text: str, values: Sequence[str]) -> bool:
    """Whether words say any of these values."""
    return any(
        re.search(rf"(?<!\w){re.escape(fold(value))}(?!\w)", fold(text)) is not None for value in values if value
    )


def _quotes(hits: Sequence[Hit], most: int) -> list[Quote]:
    told: dict[str, Quote] = {}
    for hit in hits:
        found = hit.memory
        told.setdefault(
            " ".join(fold(found.text).split()),
            Quote(
                memory_id=found.id,
                text=found.text,
                occurred_at=found.occurred_at,
                speaker=found.speaker,
                source="message" if (found.source_ref or "").startswith("message:") else found.kind,
                why=hit.why,
            ),
        )
    return list(told.values())[:most]
