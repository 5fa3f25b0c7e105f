"""Steps: what a turn does or says, and those that depend on nothing but the words."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, TypeAdapter

from cairn.assistant import grammar, quieting
from cairn.assistant.grammar import Intent
from cairn.assistant.schemas import Told, Turn

Looks = Literal["today", "list", "ahead", "coming", "leave", "next"]


class Step(BaseModel):
    """One thing to do or to say.

    Args:
        do: `call` runs a tool, `say` says a sentence of the catalogue, `free` is for a model, if there is one.
        tool: What `call` runs, with its arguments.
        also: A sentence of the catalogue that is told beside what was done.
        words: What is asked, or what fills the sentence.
        heard: The words that named a time.
        quiet: What was done is told by another step.
        of_booked: The argument that is the id of the reminder or the task that was made last in this turn.
        event: What happened right after the time that is asked about ("before I moved").
        asks_fact: The question asks for a fact and nothing else.
        told: What the answer before rested on.
        proposals: What was proposed, and is decided now.
    """

    do: Literal[
        "call",
        "say",
        "undo",
        "recall",
        "free",
        "today",
        "list",
        "ahead",
        "coming",
        "leave",
        "next",
        "why",
        "about_me",
        "confirm",
        "refuse",
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
    of_booked: Literal["", "reminder_id", "task_id"] = ""
    event: str = ""
    asks_fact: bool = False
    told: Told = Told()
    proposals: list[UUID] = []


STEPS = TypeAdapter(list[Step])
CHANGING = frozenset({"call", "undo"})
"""Steps of a person's own words that change something without a question."""
_COMMANDS: dict[type, list[Step]] = {
    grammar.ListToday: [Step(do="today")],
    grammar.ListTasks: [Step(do="list")],
    grammar.WhenToLeave: [Step(do="leave")],
    grammar.AboutMe: [Step(do="about_me")],
    grammar.TooMuch: [Step(do="say", say="too_much"), Step(do="next")],
    grammar.Help: [Step(do="say", say="help")],
}
_LABELS = ("rrule", "after_done", "important", "energy", "someday", "waiting_for", "context", "tags")


def fixed(intents: Sequence[Intent], turn: Turn) -> list[Step]:
    """The steps of intents that depend on nothing but the words."""
    if all(_free(intent) for intent in intents):
        asks = any(isinstance(intent, grammar.Ask) for intent in intents)
        return [Step(do="free", words=turn.text, say="ask" if asks else "")]
    return [step for intent in intents for step in _steps(intent, turn)]


def _free(intent: Intent) -> bool:
    """Whether a model may find more in it than the grammar did."""
    return isinstance(intent, grammar.Ask) or (isinstance(intent, grammar.Thought) and not intent.asked)


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
        case grammar.Feeling() | grammar.Next() | grammar.Review() | grammar.Agenda():
            return _of_the_day(intent)
        case _ if type(intent) in _COMMANDS:
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


def _of_the_day(intent: grammar.Feeling | grammar.Next | grammar.Review | grammar.Agenda) -> list[Step]:
    """Open a review, or note how they are; who has little energy is told of something light, as who asks for it."""
    if isinstance(intent, grammar.Agenda):
        return [Step(do="ahead", arguments={"first": intent.first.isoformat(), "days": intent.days})]
    if isinstance(intent, grammar.Review):
        return [Step(do="call", tool="begin_review", arguments={"kind": intent.kind})]
    if isinstance(intent, grammar.Next):
        given = {"minutes": intent.minutes, "energy": intent.energy, "context": intent.context}
        return [Step(do="next", arguments=given)]
    arguments = {"mood": intent.mood, "energy": intent.energy, "note": intent.note}
    said = Step(do="call", tool="say_mood", arguments=arguments)
    return [said, Step(do="next")] if intent.energy == "low" else [said]


def kept(text: str, turn: Turn, *, question: bool = False, quiet: bool = False) -> Step:
    """Catch these words, as of the moment they were said."""
    arguments = {"text": text, "said_at": turn.said_at.isoformat(), "is_question": question}
    return Step(do="call", tool="keep_thought", arguments=arguments, quiet=quiet)


def remind(intent: grammar.Remind) -> Step:
    """Book it, on the clock of the place where it was said."""
    if intent.follows == "reminder":
        return _ahead(intent)
    arguments: dict[str, Any] = {
        "text": intent.title,
        "when": intent.when.isoformat(),
        "zone": intent.when.tzinfo.key if isinstance(intent.when.tzinfo, ZoneInfo) else None,
        "rrule": intent.rrule,
        "sure": intent.sure,
    }
    if intent.without:
        arguments["without"] = [day.isoformat() for day in intent.without]
    if intent.nags is not None:
        every, times = quieting.insisting(intent.nags)
        arguments |= {"nag_minutes": every, "nag_times": times}
    return Step(
        do="call",
        tool="add_reminder",
        arguments=arguments,
        heard=intent.heard,
        title=intent.title,
        when=intent.when,
        of_booked="task_id" if intent.follows == "task" else "",
        also="stays_there" if intent.ahead_of else "",
        words=intent.ahead_of,
    )


def _ahead(intent: grammar.Remind) -> Step:
    """Book it so long before what was booked right before it."""
    return Step(
        do="call",
        tool="remind_ahead",
        arguments={
            "when": intent.when.isoformat(),
            "text": intent.title if intent.says_its_own else None,
            "keeps_clock": intent.keeps_clock,
        },
        of_booked="reminder_id",
        title=intent.title,
        when=intent.when,
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
        "without": [day.isoformat() for day in intent.without] or None,
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
        arguments |= {"due_at": intent.due.isoformat(), "due_date_only": not intent.at_clock}
    if intent.estimate is not None:
        minutes = int(intent.estimate.total_seconds() // 60)
        if 1 <= minutes <= 7 * 24 * 60:
            arguments["estimate_minutes"] = minutes
    arguments |= {name: value for name in _LABELS if (value := getattr(intent, name))}
    if intent.without:
        arguments["without"] = [day.isoformat() for day in intent.without]
    return Step(do="call", tool="add_task", arguments=arguments, also="when_remind" if intent.wants_time else "")


def passed_by(step: Step, now: datetime) -> bool:
    """Whether the moment of a reminder or an event passed between saying and arriving."""
    return step.tool in ("add_reminder", "remind_ahead", "add_event") and step.when is not None and step.when <= now
