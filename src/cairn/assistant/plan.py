"""What to do about what was meant: steps that are fixed before the first is taken.

A turn that is run again takes the same steps: "done" must not finish a second thing because the first is
finished by then.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cairn.assistant import (
    altering,
    at_hand,
    beginning,
    focusing,
    grammar,
    looking,
    preceding,
    quieting,
    reminding,
    repository,
    rescheduling,
)
from cairn.assistant.at_hand import Lately, finish_reminder, finish_task
from cairn.assistant.by_words import reminder_named, shares_words
from cairn.assistant.grammar import Intent
from cairn.assistant.schemas import Before, Turn
from cairn.assistant.steps import Step, fixed, kept
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.routines.medications import service as medications
from cairn.tasks import service as tasks
from cairn.tasks.breakdown import service as breakdown

_LOOKS = (
    grammar.Done,
    grammar.Later,
    grammar.DoNotDisturb,
    grammar.Stop,
    grammar.Nag,
    grammar.NotThat,
    grammar.Taken,
    grammar.Smaller,
    grammar.UndoLast,
    grammar.Focus,
    grammar.Park,
    grammar.BeginRoutine,
    grammar.Change,
    grammar.BeforeEvent,
    grammar.Alter,
)


def needs_look(intents: Sequence[Intent], locale: str) -> bool:
    """Whether the steps depend on what there is."""
    looks = (isinstance(intent, _LOOKS) or reminding.is_about_it(intent) for intent in intents)
    return any(looks) or any(looking.asks_when(intent, locale) for intent in intents)


def refers_back(intents: Sequence[Intent]) -> bool:
    """Whether something is said of a thing that isn't named: it may have been, a moment ago."""
    unnamed = (isinstance(one, grammar.Done | grammar.Smaller | grammar.Nag) and not one.words for one in intents)
    return any(unnamed) or any(isinstance(one, grammar.Alter) or reminding.is_about_it(one) for one in intents)


async def looked_up(
    work: UnitOfWork, intents: Sequence[Intent], turn: Turn, before: Sequence[Before] = ()
) -> list[Step]:
    """The steps of any intents, those about "the last one" and "what rings" settled now.

    Args:
        before: The turns right before in this conversation, the newest first.
    """
    lately = Lately(turn, before)
    found: list[Step] = []
    for intent in intents:
        match intent:
            case grammar.Done():
                found += await _done(work, intent, lately)
            case grammar.Later():
                found += await _later(work, intent, lately)
            case grammar.Taken():
                found += await _taken(work, intent, turn)
            case grammar.NotThat():
                found += await _not_that(work, intent)
            case grammar.Smaller() | grammar.Alter() | grammar.Nag() | grammar.Remind():
                found += await _of_what_was_named(work, intent, lately)
            case grammar.UndoLast():
                found.append(await _undo(work, turn))
            case grammar.BeforeEvent():
                found += _kept_if_asked(Step(**await preceding.settled(work, intent)), turn)
            case grammar.Change():
                found += await changed(work, intent, turn) or await looked_up(work, [intent.otherwise], turn)
            case _:
                settled = await _settled(work, intent)
                found += [Step(**settled)] if settled is not None else fixed([intent], turn)
    return found


async def _settled(work: UnitOfWork, intent: Intent) -> dict[str, Any] | None:
    """The one step of an intent whose part of Cairn settles it; nothing of one that depends on the words alone."""
    match intent:
        case grammar.DoNotDisturb() | grammar.Stop():
            return await quieting.settled(work, intent)
        case grammar.Focus() | grammar.Park():
            return await focusing.settled(work, intent)
        case grammar.BeginRoutine():
            return await beginning.settled(work, intent)
        case grammar.Recall() | grammar.Ask():
            return await looking.settled(work, intent)
        case _:
            return None


async def changed(work: UnitOfWork, intent: grammar.Change, turn: Turn) -> list[Step]:
    """What takes away or moves the thing that is meant; asked which one, the words are kept as well."""
    settled = await rescheduling.settled(work, intent)
    if settled is None:
        return []
    return _kept_if_asked(Step(**settled), turn)


async def _of_what_was_named(
    work: UnitOfWork, intent: grammar.Smaller | grammar.Alter | grammar.Nag | grammar.Remind, lately: Lately
) -> list[Step]:
    match intent:
        case grammar.Smaller():
            return await _smaller(work, intent, lately)
        case grammar.Alter():
            return [await altering.settled(work, intent, lately)]
        case grammar.Nag():
            return await _nag(work, intent, lately)
        case grammar.Remind():
            about = await reminding.steps(work, intent, lately) if reminding.is_about_it(intent) else []
            return about or fixed([intent], lately.turn)


async def _nag(work: UnitOfWork, intent: grammar.Nag, lately: Lately) -> list[Step]:
    if intent.words:
        return _kept_if_asked(Step(**await quieting.settled(work, intent)), lately.turn)
    named = await at_hand.last_named(work, lately)
    reminder = named.id if named is not None and named.kind == "reminder" else None
    return [Step(**await quieting.settled(work, intent, reminder))]


def _kept_if_asked(step: Step, turn: Turn) -> list[Step]:
    answers = step.do == "call" or step.say == "stands_later"
    return [step] if answers else [step, kept(turn.text, turn, quiet=True)]


async def _done(work: UnitOfWork, intent: grammar.Done, lately: Lately) -> list[Step]:
    if not intent.words:
        found = await at_hand.at_hand(work, lately)
        return [found.done if found is not None else Step(do="say", say="nothing_open")]
    ringing = await reminders.current(work)
    if ringing is not None and shares_words(intent.words, ringing.text):
        return [finish_reminder(ringing.id)]
    task = await tasks.find_by_words(work, intent.words)
    if task is not None:
        return [finish_task(task.id)]
    reminder = await reminder_named(work, intent.words)
    if reminder is not None:
        return [finish_reminder(reminder)]
    return [Step(do="say", say="not_found", words=intent.words), kept(intent.said, lately.turn, quiet=True)]


async def _later(work: UnitOfWork, intent: grammar.Later, lately: Lately) -> list[Step]:
    ringing = await reminders.current(work)
    chosen = ringing.id if ringing is not None else None
    if intent.words and not (ringing is not None and shares_words(intent.words, ringing.text)):
        chosen = await reminder_named(work, intent.words, whole=bool(intent.otherwise))
        if chosen is None and intent.anew is not None:
            return fixed([intent.anew], lately.turn)
        if chosen is None:
            return [Step(do="say", say="not_found", words=intent.words), kept(intent.said, lately.turn, quiet=True)]
    if chosen is None:
        if intent.reminds and (named := await reminding.of_named(work, intent.until, lately)) is not None:
            return [named]
        longer = await focusing.longer(work, intent.wait) if intent.longer and intent.wait is not None else None
        if intent.bare:
            return [kept(intent.said, lately.turn)]
        return [longer or Step(do="say", say="nothing_ringing")]
    if intent.until <= work.now:
        return [Step(do="say", say="no_later_past", when=intent.until)]
    there = await reminders.get(work, chosen)
    if there.state == "waiting" and there.due_at > intent.until:
        return [Step(do="say", say="stands_later", title=there.text, when=there.due_at)]
    arguments = {"reminder_id": str(chosen), "until": intent.until.isoformat()}
    return [Step(do="call", tool="snooze_reminder", arguments=arguments)]


async def _taken(work: UnitOfWork, intent: grammar.Taken, turn: Turn) -> list[Step]:
    """Note the medication that is asked for, or that was taken a while ago; else only the words are kept."""
    medication = await medications.asked_for(work) or await medications.taken_lately(work)
    if medication is None:
        return [kept(intent.said, turn)]
    arguments = {"medication_id": str(medication), "again": intent.again}
    return [Step(do="call", tool="take_medication", arguments=arguments)]


async def _not_that(work: UnitOfWork, intent: grammar.NotThat) -> list[Step]:
    """Put off what comes next, and tell what comes instead.

    A dose that rings is left out by "skip it", then the step of the routine that is gone through, then a dose that is
    still open.
    """
    if intent.skips:
        medication = await medications.that_rings(work)
        step = await at_hand.of_routine(work, "skip_step") if medication is None else None
        if step is not None:
            return [step]
        medication = medication or await medications.asked_for(work)
        if medication is not None:
            return [Step(do="call", tool="skip_medication", arguments={"medication_id": str(medication)})]
    following = await tasks.next_one(work)
    if following is None:
        return [Step(do="say", say="nothing_open")]
    put_off = {"task_id": str(following[0].id)}
    return [Step(do="call", tool="put_task_off", arguments=put_off), Step(do="next")]


async def _smaller(work: UnitOfWork, intent: grammar.Smaller, lately: Lately) -> list[Step]:
    """Divide what is named, or is at hand; what isn't there yet is put on the list in steps."""
    if intent.words:
        task = await tasks.find_by_words(work, intent.words)
        if task is None:
            steps = [part.text for part in breakdown.known(intent.words, work.actor.locale).steps]
            return [
                Step(
                    do="call",
                    tool="add_task",
                    arguments={"title": intent.words, "steps": steps},
                    also="first_step",
                    words=steps[0],
                )
            ]
        return [_make_smaller(task.id)]
    task_id = await at_hand.task_at_hand(work, lately)
    return [_make_smaller(task_id)] if task_id is not None else [Step(do="say", say="nothing_open")]


def _make_smaller(task_id: UUID) -> Step:
    return Step(do="call", tool="make_smaller", arguments={"task_id": str(task_id)})


async def _undo(work: UnitOfWork, turn: Turn) -> Step:
    """What the last turn that changed something changed."""
    latest = await repository.undoable(work, besides=turn.id)
    return Step(do="undo", receipts=[one.id for one in latest if one.turn_id == latest[0].turn_id])
