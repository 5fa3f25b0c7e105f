"""What to do about what was meant: steps that are fixed before the first is taken.

A turn that is run again takes the same steps: "done" must not finish a second thing because the first is
finished by then.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, TypeAdapter

from cairn.assistant import grammar, quieting, repository, rescheduling
from cairn.assistant.grammar import Intent
from cairn.assistant.schemas import Told, Turn
from cairn.focus import service as focus
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.routines.medications import service as medications
from cairn.tasks import service as tasks
from cairn.tasks.breakdown import service as breakdown
from cairn.when.tokens import fold


class Step(BaseModel):
    """One thing to do or to say.

    Args:
        do: `call` runs a tool, `say` says a sentence of the catalogue, `free` is for a model, if there is one.
        tool: What `call` runs, with its arguments.
        also: A sentence of the catalogue that is told beside what was done.
        words: What is asked, or what fills the sentence.
        heard: The words that named a time.
        quiet: What was done is told by another step.
        event: What happened right after the time that is asked about ("before I moved").
        asks_fact: The question asks for a fact and nothing else.
        told: What the answer before rested on.
        proposals: What was proposed, and is decided now.
    """

    do: Literal[
        "call", "say", "undo", "recall", "free", "today", "leave", "next", "why", "about_me", "confirm", "refuse"
    ]
    tool: str = ""
    arguments: dict[str, Any] = {}
    say: str = ""
    also: str = ""
    words: str = ""
    title: str = ""
    heard: str = ""
    topic: str = ""
    when: AwareDatetime | None = None
    until: AwareDatetime | None = None
    receipts: list[UUID] = []
    quiet: bool = False
    event: str = ""
    asks_fact: bool = False
    told: Told = Told()
    proposals: list[UUID] = []


STEPS = TypeAdapter(list[Step])
_LINKS = frozenset(
    ["the", "and", "for", "with", "about", "los", "las", "una", "del", "con", "para", "les", "des", "une", "mon"]
)
_COMMANDS: dict[type, list[Step]] = {
    grammar.ListToday: [Step(do="today")],
    grammar.WhenToLeave: [Step(do="leave")],
    grammar.AboutMe: [Step(do="about_me")],
    grammar.TooMuch: [Step(do="say", say="too_much"), Step(do="next")],
    grammar.Help: [Step(do="say", say="help")],
}
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
)


def needs_look(intents: Sequence[Intent], locale: str) -> bool:
    """Whether the steps depend on what there is."""
    return any(isinstance(intent, _LOOKS) or rescheduling.asked(intent, locale) for intent in intents)


def fixed(intents: Sequence[Intent], turn: Turn) -> list[Step]:
    """The steps of intents that depend on nothing but the words."""
    if all(isinstance(intent, grammar.Thought | grammar.Ask) for intent in intents):
        asks = any(isinstance(intent, grammar.Ask) for intent in intents)
        return [Step(do="free", words=turn.text, say="ask" if asks else "")]
    return [step for intent in intents for step in _steps(intent, turn)]


async def looked_up(work: UnitOfWork, intents: Sequence[Intent], turn: Turn) -> list[Step]:
    """The steps of any intents, those about "the last one" and "what rings" settled now."""
    found: list[Step] = []
    for intent in intents:
        match intent:
            case grammar.Done():
                found += await _done(work, intent, turn)
            case grammar.Later():
                found += await _later(work, intent, turn)
            case grammar.DoNotDisturb() | grammar.Nag() | grammar.Stop():
                found.append(Step(**await quieting.settled(work, intent)))
            case grammar.Taken():
                found += await _taken(work, intent, turn)
            case grammar.NotThat():
                found += await _not_that(work, intent)
            case grammar.Smaller():
                found += await _smaller(work, intent)
            case grammar.Focus() | grammar.Park():
                found.append(await _focus(work, intent))
            case grammar.UndoLast():
                found.append(await _undo(work, turn))
            case _:
                found += await _of_an_event(work, intent, turn) or fixed([intent], turn)
    return found


async def _of_an_event(work: UnitOfWork, intent: Intent, turn: Turn) -> list[Step]:
    """What cancels or moves an event that is meant; asked which one, the words are kept as well."""
    settled = await rescheduling.settled(work, intent)
    if settled is None:
        return []
    step = Step(**settled)
    return [step] if step.do == "call" else [step, kept(turn.text, turn, quiet=True)]


def _steps(intent: Intent, turn: Turn) -> list[Step]:
    match intent:
        case grammar.Remind():
            return [add_event(intent) if intent.is_event else remind(intent)]
        case grammar.AddTask():
            return [_add_task(intent)]
        case grammar.Note(text):
            return [Step(do="call", tool="remember", arguments={"text": text, "said_at": turn.said_at.isoformat()})]
        case grammar.Thought(text):
            return [kept(text, turn)]
        case grammar.Recall():
            return [
                Step(
                    do="recall",
                    words=intent.question,
                    topic=intent.topic,
                    when=intent.since,
                    until=intent.until,
                    event=intent.event,
                )
            ]
        case grammar.Ask(question):
            return [Step(do="free", words=question, say="ask")]
        case grammar.PastTime():
            return [
                Step(do="say", say="passed", title=intent.title, when=intent.when),
                kept(intent.said, turn, quiet=True),
            ]
        case grammar.Courtesy(kind):
            return [Step(do="say", say=kind)]
        case grammar.Automate() | grammar.IfThen():
            return [_by_itself(intent)]
        case grammar.Feeling() | grammar.Next() | grammar.Review():
            return _of_the_day(intent)
        case grammar.AboutMe() | grammar.ListToday() | grammar.WhenToLeave() | grammar.TooMuch() | grammar.Help():
            return _COMMANDS[type(intent)]
        case _:
            raise AssertionError("these depend on what there is")


def _by_itself(intent: grammar.Automate | grammar.IfThen) -> Step:
    """Keep what is to happen again and again without being asked for."""
    if isinstance(intent, grammar.Automate):
        begins = intent.when.isoformat()
        arguments = {"what": intent.does, "begins": begins, "rrule": intent.rrule, "sure": intent.sure}
        return Step(do="call", tool="add_automation", arguments=arguments, heard=intent.heard)
    at = f"{intent.at:%H:%M}" if intent.at is not None else None
    planned = {"cue": intent.cue, "deed": intent.deed, "about": intent.about, "at": at}
    return Step(do="call", tool="add_plan", arguments=planned)


def _of_the_day(intent: grammar.Feeling | grammar.Next | grammar.Review) -> list[Step]:
    """Open a review, or note how they are; who has little energy is told of something light, as who asks for it."""
    if isinstance(intent, grammar.Review):
        return [Step(do="call", tool="begin_review", arguments={"kind": intent.kind})]
    if isinstance(intent, grammar.Next):
        return [Step(do="next", arguments={"minutes": intent.minutes, "energy": "low" if intent.light else None})]
    arguments = {"mood": intent.mood, "energy": intent.energy, "note": intent.note}
    said = Step(do="call", tool="say_mood", arguments=arguments)
    return [said, Step(do="next")] if intent.energy == "low" else [said]


def kept(text: str, turn: Turn, *, question: bool = False, quiet: bool = False) -> Step:
    """Catch these words, as of the moment they were said."""
    arguments = {"text": text, "said_at": turn.said_at.isoformat(), "is_question": question}
    return Step(do="call", tool="keep_thought", arguments=arguments, quiet=quiet)


def remind(intent: grammar.Remind) -> Step:
    """Book it, on the clock of the place where it was said."""
    arguments = {
        "text": intent.title,
        "when": intent.when.isoformat(),
        "zone": intent.when.tzinfo.key if isinstance(intent.when.tzinfo, ZoneInfo) else None,
        "rrule": intent.rrule,
        "sure": intent.sure,
    }
    return Step(
        do="call", tool="add_reminder", arguments=arguments, heard=intent.heard, title=intent.title, when=intent.when
    )


def add_event(intent: grammar.Remind) -> Step:
    """Put it into the calendar, on the clock of the place where it was said."""
    arguments = {
        "title": intent.title,
        "start": intent.when.isoformat(),
        "end": intent.end.isoformat() if intent.end is not None else None,
        "place": intent.place,
        "bring": intent.bring,
        "travel_minutes": _minutes(intent.travel),
        "ready_minutes": _minutes(intent.ready),
        "rrule": intent.rrule,
        "sure": intent.sure,
        "all_day": intent.all_day,
        "zone": intent.when.tzinfo.key if isinstance(intent.when.tzinfo, ZoneInfo) else None,
    }
    return Step(
        do="call", tool="add_event", arguments=arguments, heard=intent.heard, title=intent.title, when=intent.when
    )


def _minutes(length: timedelta | None) -> int:
    return 0 if length is None else int(length / timedelta(minutes=1))


def _add_task(intent: grammar.AddTask) -> Step:
    arguments: dict[str, Any] = {"title": intent.title}
    if intent.due is not None:
        arguments |= {"due_at": intent.due.isoformat(), "due_date_only": True}
    if intent.rrule is not None:
        arguments["rrule"] = intent.rrule
    if intent.estimate is not None:
        minutes = int(intent.estimate.total_seconds() // 60)
        if 1 <= minutes <= 7 * 24 * 60:
            arguments["estimate_minutes"] = minutes
    return Step(do="call", tool="add_task", arguments=arguments, also="when_remind" if intent.wants_time else "")


async def _done(work: UnitOfWork, intent: grammar.Done, turn: Turn) -> list[Step]:
    ringing = await reminders.current(work)
    if not intent.words:
        if ringing is not None:
            return [_finish_reminder(ringing.id)]
        following = await tasks.next_one(work)
        if following is None:
            return [Step(do="say", say="nothing_open")]
        return [_finish_task(following[0].id)]
    if ringing is not None and _shares_words(intent.words, ringing.text):
        return [_finish_reminder(ringing.id)]
    task = await tasks.find_by_words(work, intent.words)
    if task is not None:
        return [_finish_task(task.id)]
    reminder = await _named(work, intent.words)
    if reminder is not None:
        return [_finish_reminder(reminder)]
    return [Step(do="say", say="not_found", words=intent.words), kept(intent.said, turn, quiet=True)]


async def _later(work: UnitOfWork, intent: grammar.Later, turn: Turn) -> list[Step]:
    ringing = await reminders.current(work)
    chosen = ringing.id if ringing is not None else None
    if intent.words and not (ringing is not None and _shares_words(intent.words, ringing.text)):
        chosen = await _named(work, intent.words)
        if chosen is None:
            return [Step(do="say", say="not_found", words=intent.words), kept(intent.said, turn, quiet=True)]
    if chosen is None:
        return [Step(do="say", say="nothing_ringing")]
    if intent.until <= work.now:
        return [Step(do="say", say="no_later_past", when=intent.until)]
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
    """Put off what comes next, and tell what comes instead. A dose that is asked for is left out by "skip it"."""
    medication = await medications.asked_for(work) if intent.skips else None
    if medication is not None:
        return [Step(do="call", tool="skip_medication", arguments={"medication_id": str(medication)})]
    following = await tasks.next_one(work)
    if following is None:
        return [Step(do="say", say="nothing_open")]
    put_off = {"task_id": str(following[0].id)}
    return [Step(do="call", tool="put_task_off", arguments=put_off), Step(do="next")]


async def _smaller(work: UnitOfWork, intent: grammar.Smaller) -> list[Step]:
    """Divide what is named, or what comes next; what isn't there yet is put on the list in steps."""
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
    following = await tasks.next_one(work)
    return [_make_smaller(following[0].id)] if following is not None else [Step(do="say", say="nothing_open")]


def _make_smaller(task_id: UUID) -> Step:
    return Step(do="call", tool="make_smaller", arguments={"task_id": str(task_id)})


async def _focus(work: UnitOfWork, intent: grammar.Focus | grammar.Park) -> Step:
    """Start a time for what is named, on the list or not; do something to the one that is on; or park a thought."""
    if isinstance(intent, grammar.Park):
        return Step(do="call", tool="park_thought", arguments={"text": intent.text})
    running = await focus.running(work)
    if intent.does == "start":
        if running is not None and running.ends_at > work.now:
            return Step(do="say", say="focus_runs")
        arguments: dict[str, Any] = {} if intent.minutes is None else {"minutes": intent.minutes}
        task = await tasks.find_by_words(work, intent.words) if intent.words else None
        named = {"task_id": str(task.id)} if task is not None else {"about": intent.words}
        return Step(do="call", tool="start_focus", arguments=arguments | named)
    if running is None:
        return Step(do="say", say="focus_none")
    return Step(do="call", tool=f"{intent.does}_focus", arguments={"focus_id": str(running.id)})


async def _undo(work: UnitOfWork, turn: Turn) -> Step:
    """What the last turn that changed something changed."""
    latest = await repository.undoable(work, besides=turn.id)
    return Step(do="undo", receipts=[one.id for one in latest if one.turn_id == latest[0].turn_id])


def _finish_reminder(reminder_id: UUID) -> Step:
    return Step(do="call", tool="finish_reminder", arguments={"reminder_id": str(reminder_id)})


def _finish_task(task_id: UUID) -> Step:
    return Step(do="call", tool="finish_task", arguments={"task_id": str(task_id)})


async def _named(work: UnitOfWork, words: str) -> UUID | None:
    """The open reminder that shares most words with these."""
    page = await reminders.listing(work, PageQuery(limit=200))
    scored = [(len(_content(words) & _content(item.text)), -place, item.id) for place, item in enumerate(page.items)]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] else None


def _shares_words(words: str, text: str) -> bool:
    return bool(_content(words) & _content(text))


def _content(text: str) -> set[str]:
    return {word for word in fold(text).replace("'", " ").split() if len(word) > 2} - _LINKS


def passed_by(step: Step, now: datetime) -> bool:
    """Whether the moment of a reminder or an event passed between saying and arriving."""
    return step.tool in ("add_reminder", "add_event") and step.when is not None and step.when <= now
