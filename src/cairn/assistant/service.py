"""Answering one message."""

from collections.abc import Sequence
from typing import Any

from cairn.assistant import (
    commanding,
    follow_up,
    grammar,
    meaning,
    medicating,
    own_words,
    proposals,
    reacting,
    recall,
    repository,
    telling,
    understanding,
    undoing,
)
from cairn.assistant.answering import Answering
from cairn.assistant.grammar import reactions
from cairn.assistant.plan import looked_up, needs_look, refers_back
from cairn.assistant.schemas import Answer, Ledger, Turn, Watcher
from cairn.assistant.steps import CHANGING, STEPS, Step, fixed
from cairn.assistant.telling import plain
from cairn.assistant.wording import phrases
from cairn.plans import service as plans
from cairn.plans.permissions import WRITE
from cairn.platform.actor import Actor
from cairn.platform.tools import Receipt
from cairn.routines.medications.permissions import READ as MEDICATIONS

KEPT = frozenset({"memory.kept", "thought.kept"})
"""Receipts of words that memory keeps now."""

MEMORY_KINDS = KEPT | frozenset(
    {
        "fact.denied",
        "fact.ended",
        "fact.corrected",
        "fact.settled",
        "memory.set_aside",
        "memory.forgotten",
        "plan.began",
    }
)
"""Receipts of what memory holds already, or was told to let go, and of a word that only has its plan begin: a message
that did only this is no memory itself."""

meaning_of = meaning.meaning_of
of_turns = repository.of_turns
understood = understanding.understood
PROPOSAL_LASTS = proposals.LASTS
UNATTENDED_LASTS = proposals.UNATTENDED_LASTS
proposal_in_words = proposals.in_words
is_as_shown = proposals.is_as_shown
told = telling.told
undo = undoing.undo
written = telling.written


async def answer(actor: Actor, turn: Turn, ledger: Ledger, watcher: Watcher) -> Answer:
    """Do what a message asks and say what was done.

    Every change is a tool's, in a unit of work of its own, with a receipt; the reply is written from receipts.
    Run again, it does nothing twice.
    """
    answering = Answering(actor, turn, ledger, watcher)
    if await ledger.recorded("stop"):
        await answering.end_stopped()
        return answering.answer()
    await answering.take_back()
    steps = await _steps(actor, turn, ledger)
    for step in steps:
        await answering.take(step)
        if answering.stopped:
            break
    await answering.close(steps)
    return answering.answer()


def is_question(turn: Turn, locale: str) -> bool:
    """Whether a message only asks, so that it can't answer itself later."""
    if recall.fact_question(turn, locale) is not None:
        return True
    meant = grammar.understand(turn.text, turn.said_here, locale, turn.parts)
    return all(isinstance(one, grammar.Recall | grammar.Ask | grammar.AboutMe) for one in meant)


def is_command(turn: Turn, locale: str) -> bool:
    """Whether a message says nothing about the person's life: "next", "undo", "thanks", "at 4pm"."""
    return commanding.is_command(turn.text, turn.said_here, locale)


def tells_stored_words(turn: Turn, plan: Sequence[dict[str, Any]], receipts: Sequence[Receipt], locale: str) -> bool:
    """Whether the answer to an earlier turn named something kept before it, which a model isn't told again."""
    return own_words.tells_stored_words(turn, plan, receipts, locale)


def only_remembered(text: str, receipts: Sequence[Receipt]) -> bool:
    """Whether a turn did nothing but keep what this message said, or let go of something.

    What a model kept in words of its own is no memory of the message.
    """
    told = [one.read() for one in receipts]
    return bool(told) and all(
        one.kind in MEMORY_KINDS and (one.kind not in KEPT or own_words.says_no_more(one.title, [text])) for one in told
    )


def failed_answer(locale: str) -> Answer:
    """What a person reads when a turn failed again and again."""
    return Answer(plain(phrases(locale).failed))


async def _steps(actor: Actor, turn: Turn, ledger: Ledger) -> list[Step]:
    decided = await ledger.recorded("plan")
    if decided:
        return STEPS.validate_python(decided[0]["steps"])
    steps = (
        await _answering_us(actor, turn, ledger) or await _of_a_plan(actor, turn) or await _of_a_medication(actor, turn)
    )
    if not steps and (question := recall.fact_question(turn, actor.locale)) is not None:
        return [question]
    if not steps:
        intents = grammar.understand(turn.text, turn.said_here, actor.locale, turn.parts)
        if not needs_look(intents, actor.locale):
            return _as_nobody_is_there(fixed(intents, turn), turn)
        before = await ledger.lately() if refers_back(intents) else []
        async with actor.work() as work:
            steps = _as_nobody_is_there(await looked_up(work, intents, turn, before), turn)
    await ledger.record("plan", 0, {"steps": STEPS.dump_python(steps, mode="json")})
    return steps


def _as_nobody_is_there(steps: list[Step], turn: Turn) -> list[Step]:
    """What an automation says is a question to the assistant: "suggest a dinner" would be a new task each day."""
    if turn.unattended and any(step.do in CHANGING for step in steps):
        return [Step(do="free", words=turn.text, say="ask")]
    return steps


async def _of_a_plan(actor: Actor, turn: Turn) -> list[Step]:
    """What to do about a word that a plan of the person waits for; nothing when it is none."""
    if turn.unattended or not actor.may(WRITE):
        return []
    async with actor.work() as work:
        plan_id = await plans.of_word(work, turn.text)
    return [Step(do="call", tool="begin_plan", arguments={"plan_id": str(plan_id)})] if plan_id is not None else []


async def _of_a_medication(actor: Actor, turn: Turn) -> list[Step]:
    """What to do about a medication of the person that is called by its name; nothing when none is."""
    said = grammar.dose_said(turn.text, actor.locale)
    if said is None or turn.unattended or not actor.may(MEDICATIONS):
        return []
    async with actor.work() as work:
        return await medicating.steps(work, said)


async def _answering_us(actor: Actor, turn: Turn, ledger: Ledger) -> list[Step]:
    """What to do about an answer to our own question; nothing when the message is none.

    An automation answers nothing: a prompt that reads "yes" agrees to no change that a run before it proposed.
    """
    if turn.unattended:
        return []
    answers = follow_up.may_answer(turn, actor.locale)
    if not answers and not reacting.may_react(turn, actor.locale):
        return []
    before = await ledger.preceding()
    if before is None:
        return []
    decided = reactions.decision(turn.text, actor.locale) if before.proposals else None
    if decided is not None:  # some wait for a day; a yes to one that waits no more is told so, and isn't just "good"
        return [Step(do="confirm" if decided else "refuse", proposals=list(before.proposals))]
    if not follow_up.in_time(turn, before):
        return []
    async with actor.work() as work:
        steps = await follow_up.steps(work, turn, before) if answers else []
        return steps or await reacting.steps(work, turn, before)
