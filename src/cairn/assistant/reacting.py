"""What a person says about our last answer: that it is wrong or over, what is right instead, to forget it, or why.

Only the turn right before counts, as with answers to our questions. What it told is known by ids, which it recorded.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cairn.assistant import grammar, repository
from cairn.assistant.grammar import reactions
from cairn.assistant.grammar.reactions import Reaction
from cairn.assistant.schemas import Before, Told, Turn
from cairn.assistant.steps import Step
from cairn.memory import service as memory
from cairn.memory.service import RELATIONS, FactTold
from cairn.platform.work import UnitOfWork
from cairn.when.tokens import fold

SHORT = 60
"""Letters of a message that may be nothing but the answer to which of two is right, or to what is right."""

WHICH = "which_is_wrong"
"""The question that shows several memories of which one isn't right."""

MOST_WORDS = 5
_PARTED = re.compile(r"[,.;:!–—-]\s*$")
_KEPT = ("memory.kept", "thought.kept", "fact.corrected")


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a message about the turn before is about.

    Args:
        facts: What that turn told, or what was learnt from what it kept.
        memories: What it quoted or kept.
        kept: The person told it there, and nobody answered with it.
    """

    told: Told
    facts: Sequence[FactTold]
    memories: Sequence[UUID]
    kept: bool


def may_react(turn: Turn, locale: str) -> bool:
    """Whether a message could be about the answer before it. Pure."""
    return (
        len(turn.text) <= SHORT
        or reactions.reaction(turn.text, locale) is not None
        or reactions.instead(turn.text, locale) is not None
    )


async def steps(work: UnitOfWork, turn: Turn, before: Before) -> list[Step]:
    """What to do about what the person said of the answer before; nothing when it is about something else."""
    locale = work.actor.locale
    if before.told.contradiction is not None:
        settled = await _settled(work, turn, before.told.contradiction)
        if settled is not None:
            return [settled]
    if before.told.unsure and (chosen := _chosen(turn, before, locale)):
        return chosen
    reaction = reactions.reaction(turn.text, locale)
    against = reactions.instead(turn.text, locale)
    if reaction is None and against is None and not before.told.asks:
        return []
    meant = await _meant(work, before)
    if reaction is None or reaction.kind == "about_me":
        return _corrected(turn, against, meant, locale)
    match reaction.kind:
        case "wrong":
            return [] if _means_the_next(turn, meant, locale) else _wrong(meant)
        case "no":
            return _wrong(meant) if meant.facts and not meant.kept and not meant.told.broad else []
        case "over":
            return _over(turn, meant)
        case "forget":
            return _forgotten(meant, reaction)
        case "why":
            return _why(meant)


def _means_the_next(turn: Turn, meant: _Meant, locale: str) -> bool:
    """Whether "not that" is said where nothing was told: then it is about what comes next."""
    told = bool(meant.facts or meant.memories)
    return not told and grammar.understand(turn.text, turn.said_here, locale, turn.parts) == [grammar.NotThat()]


async def _meant(work: UnitOfWork, before: Before) -> _Meant:
    told = before.told
    if told.facts or told.memories:
        return _Meant(told, await memory.rests_on(work, told.facts), told.memories, kept=False)
    receipts = await repository.of_turns(work, [before.turn.id])
    kept = [one.read().subject_id for one in receipts if one.read().kind in _KEPT and one.undone_at is None]
    memories = [one for one in kept if one is not None]
    return _Meant(told, await memory.learnt_from(work, memories), memories, kept=bool(memories))


async def _settled(work: UnitOfWork, turn: Turn, contradiction_id: UUID) -> Step | None:
    """Which of two is right, by its name, its place, or both; none when the message says something else."""
    locale, said = work.actor.locale, fold(turn.text)
    question = await memory.contradiction(work, contradiction_id)
    both = (question.fact, question.other)
    arguments: dict[str, object] = {"contradiction_id": str(contradiction_id)}
    meant = reactions.of_two(turn.text, locale)
    if meant == "both":
        return Step(do="call", tool="settle_contradiction", arguments=arguments)
    if meant == "neither":
        return Step(do="say", say="nothing_meant")
    named = [one for one in both if fold(one.value) in said]
    place = reactions.place(turn.text, locale)
    if len(named) == 1 and len(turn.text) <= SHORT:
        chosen = named[0]
    elif place is not None and place < len(both):
        chosen = both[place]
    else:
        return None
    return Step(do="call", tool="settle_contradiction", arguments={**arguments, "keep": str(chosen.id)})


def _chosen(turn: Turn, before: Before, locale: str) -> list[Step]:
    """Which of those that were shown isn't right, by its place or all of them, where that was asked."""
    if all(step.get("say") != WHICH for step in before.plan):
        return []
    shown = before.told.memories[: before.told.shown]
    place = reactions.place(turn.text, locale)
    if reactions.of_two(turn.text, locale) == "both":
        wrong = shown
    else:
        wrong = shown[place : place + 1] if place is not None else []
    return [_set_aside(one) for one in wrong]


def _set_aside(memory_id: UUID, *, quiet: bool = False) -> Step:
    return Step(do="call", tool="set_memory_aside", arguments={"memory_id": str(memory_id)}, quiet=quiet)


def _wrong(meant: _Meant) -> list[Step]:
    """Facts that were told are denied; a quote that was told, or what was kept and taught nothing, is set aside.

    Of several memories, of which nobody knows on which the answer rested, it is asked which is meant.
    """
    if meant.told.broad:
        return [Step(do="say", say="forget_much")]
    if meant.told.unsure:
        return [Step(do="why", say=WHICH, told=meant.told)]
    denied = [_denial(fact) for fact in meant.facts]
    if meant.kept or not meant.facts:
        denied += [_set_aside(one, quiet=bool(meant.facts)) for one in meant.memories[:1]]
    if not denied:
        return [Step(do="say", say="what_is_wrong")]
    asks = [Step(do="say", say="what_instead", told=Told(facts=[one.id for one in meant.facts], asks=True))]
    return denied + (asks if meant.facts else [])


def _denial(fact: FactTold, *, quiet: bool = False) -> Step:
    arguments = {"fact_id": str(fact.id), "memory_id": _memory_of(fact)}
    return Step(do="call", tool="deny_fact", arguments=arguments, quiet=quiet)


def _over(turn: Turn, meant: _Meant) -> list[Step]:
    ended = [fact for fact in meant.facts if fact.is_now]
    if not ended or meant.told.broad:
        return []
    return [
        Step(
            do="call",
            tool="end_fact",
            arguments={"fact_id": str(fact.id), "memory_id": _memory_of(fact), "at": turn.said_at.isoformat()},
        )
        for fact in ended
    ]


def _forgotten(meant: _Meant, reaction: Reaction) -> list[Step]:
    """Gone for good, so it must be plain what is meant."""
    if meant.told.broad:
        return [Step(do="say", say="forget_much")]
    memories = list(meant.memories)
    if not meant.facts and not meant.kept and meant.told.shown > 1 and not reaction.every:
        if reaction.which is None or reaction.which >= meant.told.shown:
            return [Step(do="say", say="forget_which", told=meant.told)]
        memories = [memories[reaction.which]]
    if not memories and not meant.facts:
        return []
    arguments = {
        "memory_ids": [str(one) for one in memories],
        "fact_ids": [str(fact.id) for fact in meant.facts],
    }
    return [Step(do="call", tool="forget_told", arguments=arguments)]


def _why(meant: _Meant) -> list[Step]:
    if meant.kept or not (meant.facts or meant.memories):
        return [Step(do="say", say="because_nothing")]
    return [Step(do="why", told=meant.told)]


def _corrected(turn: Turn, against: str | None, meant: _Meant, locale: str) -> list[Step]:
    """What is right instead: a whole sentence of the same, or its value alone when one thing was told.

    What a value is put in the place of was never so. A sentence may tell a change, "no, I moved to Braga": what was
    so before then stays in the history.
    """
    about = {(fact.subject, fact.relation) for fact in meant.facts}
    if not about or meant.told.broad:
        return []
    spoken = about & _slots(turn.text, turn.said_here, locale)
    if spoken:
        arguments = {"text": turn.text.strip(), "said_at": turn.said_at.isoformat()}
        wrong = [fact for fact in meant.facts if against and _is_replaced(fact, against, spoken)]
        return [*_denials(wrong), Step(do="call", tool="correct_memory", arguments=arguments)]
    value = _value(turn, against, locale)
    if len(about) > 1 or not value or (meant.kept and against is None):
        return []
    arguments = {"fact_id": str(meant.facts[0].id), "value": value}
    return [*_denials(meant.facts), Step(do="call", tool="correct_fact", arguments=arguments)]


def _value(turn: Turn, against: str | None, locale: str) -> str:
    """The value that is given instead of the one that was told; empty when the message is about something else."""
    rest = against if against is not None else turn.text
    if "?" in rest or len(rest.split()) > MOST_WORDS or memory.spoken_of(rest, turn.said_here, locale):
        return ""
    value = reactions.value_alone(rest, locale)
    if not value or not value[0].isalnum() or reactions.is_no_value(value, locale):
        return ""
    if against is not None and len(value) < len(against):
        return value  # "no, it's Porto"
    parted = against is None or _PARTED.search(turn.text[: turn.text.find(against)]) is not None
    named = value[0].isupper() or value[0].isdigit()
    return value if (parted or named) and _is_bare(rest, turn, locale) else ""


def _is_replaced(fact: FactTold, sentence: str, spoken: Set[tuple[str, str]]) -> bool:
    """Whether a sentence says otherwise where several hold at once; where one alone does, the newer replaces it."""
    known = RELATIONS.get(fact.relation)
    many = known is not None and known.many
    return many and (fact.subject, fact.relation) in spoken and fold(fact.value) not in fold(sentence)


def _denials(facts: Sequence[FactTold]) -> list[Step]:
    return [_denial(fact, quiet=True) for fact in facts if fact.is_now]


def _slots(text: str, said_at: datetime, locale: str) -> set[tuple[str, str]]:
    return memory.spoken_of(text, said_at, locale)


def _is_bare(text: str, turn: Turn, locale: str) -> bool:
    """Whether a message is a value and nothing that could be meant otherwise."""
    meant = grammar.understand(text, turn.said_here, locale, turn.parts)
    return all(isinstance(one, grammar.Thought) for one in meant)


def _memory_of(fact: FactTold) -> str | None:
    return next((str(one.memory_id) for one in fact.quotes if one.memory_id is not None), None)
