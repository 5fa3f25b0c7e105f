"""What a sentence means, told without doing any of it."""

from datetime import datetime, time, timedelta
from typing import Literal

from pydantic import BaseModel

from cairn.assistant import grammar
from cairn.assistant.grammar import (
    LONGEST_WAIT,
    Automate,
    BeginRoutine,
    Done,
    DoNotDisturb,
    Help,
    IfThen,
    Intent,
    Later,
    ListTasks,
    ListToday,
    Nag,
    Next,
    NotThat,
    Review,
    Smaller,
    Stop,
    Taken,
    TooMuch,
    UndoLast,
    WhenToLeave,
)

Kind = Literal["reminder", "task", "event", "memory", "recall", "command", "note", "ask"]

_COMMANDS = {
    Taken: "done",
    UndoLast: "undo",
    Help: "help",
    Next: "next",
    NotThat: "next",
    ListToday: "today",
    ListTasks: "today",
    WhenToLeave: "today",
    TooMuch: "too much",
    Stop: "stop",
}

_REVIEWS = {"start": "start day", "shutdown": "end day", "week": "weekly review"}


class Meaning(BaseModel):
    """One thing that somebody means.

    Args:
        kind: `memory` is what they ask to remember, `note` what they only tell.
        title: What it is about, in their own words.
        moment: When it is for; of a `recall`, from when on it is about.
        rrule: How it repeats (RFC 5545).
        command: Of a `command`: which.
        sure: False when the words leave room for another time: then it is read back, or asked which one is meant.
    """

    kind: Kind
    title: str = ""
    moment: datetime | None = None
    end: datetime | None = None
    rrule: str | None = None
    command: str | None = None
    sure: bool = True


def meaning_of(text: str, at: datetime, language: str) -> list[Meaning]:
    """All that a sentence means, as it would be done. Pure.

    Args:
        at: When it was said, aware, in the person's zone.
        language: A tag such as `en`; English is understood beside every other language.
    """
    alone = grammar.time_alone(text, at, language)
    if alone is not None and alone.corrects:
        moment, end, sure = alone.moment.start, alone.moment.end, alone.moment.sure
        return [Meaning(kind="command", command="correct", moment=moment, end=end, sure=sure)]
    return [_told(intent, at) for intent in grammar.understand(text, at, language)]


def _told(intent: Intent, at: datetime) -> Meaning:
    intent = _by_itself(intent, at)
    match intent:
        case grammar.Change():
            return _change(intent)
        case grammar.Remind() | grammar.AddTask() | grammar.Note() | grammar.Thought() | grammar.BeforeEvent():
            return _put(intent)
        case grammar.Recall():
            return _meaning("recall", intent.topic or intent.question, intent.since, intent.until)
        case grammar.AboutMe():
            return _meaning("recall")
        case grammar.Agenda():
            first = datetime.combine(intent.first, time(), at.tzinfo)
            return _meaning("recall", intent.question, first, first + timedelta(days=intent.days))
        case grammar.Ask():
            return _meaning("ask", intent.question)
        case grammar.PastTime():
            return _meaning("ask", intent.title, intent.when)
        case grammar.Courtesy():
            return _meaning("note")
        case grammar.Feeling(_, _, note):
            return _meaning("note", note)
        case grammar.Alter():
            return _meaning("command", intent.title or intent.project, command=intent.does)
        case grammar.Focus() | grammar.Park():
            return _of_focus(intent)
        case _:
            return _command(intent, at)


def _by_itself(intent: Intent, at: datetime) -> Intent:
    """What stands where nothing is there that could be meant; to be reminded soon, of nothing, puts off what rings."""
    match intent:
        case grammar.Change() | grammar.Later() if intent.anew is not None:
            return intent.anew
        case grammar.Remind(about="bare") if intent.rrule is None and intent.when - at <= LONGEST_WAIT:
            return Later(until=intent.when, wait=intent.when - at)
        case _:
            return intent


def _put(intent: grammar.Remind | grammar.AddTask | grammar.Note | grammar.Thought | grammar.BeforeEvent) -> Meaning:
    """What is put somewhere."""
    match intent:
        case grammar.Remind():
            kind: Kind = "event" if intent.is_event else "reminder"
            told = _meaning(kind, intent.title, intent.when, intent.end, intent.rrule)
            return told.model_copy(update={"sure": intent.sure})
        case grammar.AddTask():
            listed = _meaning("task", intent.title, intent.due, rrule=intent.rrule)
            return listed.model_copy(update={"sure": intent.sure})
        case grammar.Note():
            return _meaning("memory" if intent.asked else "note", intent.text)
        case grammar.Thought():
            return _meaning("note", intent.text)
        case grammar.BeforeEvent():
            return _meaning("reminder", intent.title or intent.words)


def _change(intent: grammar.Change) -> Meaning:
    """What is certainly about something that is there."""
    moment = intent.target.start if intent.target is not None else intent.on
    return _meaning("command", intent.words, moment, command=intent.does)


def _of_focus(intent: grammar.Focus | grammar.Park) -> Meaning:
    if isinstance(intent, grammar.Park):
        return _meaning("command", intent.text, command="park")
    return _meaning("command", intent.words, command=f"focus {intent.does}")


def _command(
    intent: Done
    | Later
    | DoNotDisturb
    | Nag
    | Stop
    | Smaller
    | Next
    | NotThat
    | Taken
    | ListToday
    | ListTasks
    | WhenToLeave
    | TooMuch
    | UndoLast
    | Help
    | Review
    | Automate
    | BeginRoutine
    | IfThen,
    at: datetime,
) -> Meaning:
    match intent:
        case grammar.Automate():
            return _meaning("command", moment=intent.when, rrule=intent.rrule, command=f"automate {intent.does}")
        case grammar.IfThen():
            return _meaning("command", intent.deed, command=f"plan {intent.cue}")
        case grammar.Later():
            return _meaning("command", intent.words, intent.until, command=_later(intent))
        case grammar.DoNotDisturb():
            return _meaning("command", moment=intent.until, command="quiet" if intent.until else "loud")
        case grammar.Nag():
            return _meaning("command", command="nag" if intent.on else "stop nagging")
        case grammar.Done():
            return _meaning("command", intent.words, command="done")
        case grammar.BeginRoutine():
            return _meaning("command", intent.words, command="routine")
        case grammar.Smaller():
            return _meaning("command", intent.words, command="smaller")
        case grammar.Review(kind):
            return Meaning(kind="command", command=_REVIEWS[kind])
        case _:
            return Meaning(kind="command", command=_COMMANDS[type(intent)])


def _later(intent: Later) -> str:
    """ "later", unless a number of minutes was said."""
    minutes = 0 if intent.wait is None else intent.wait / timedelta(minutes=1)
    return f"snooze {minutes:.0f}" if minutes >= 1 and minutes == int(minutes) else "later"


def _meaning(
    kind: Kind,
    title: str = "",
    moment: datetime | None = None,
    end: datetime | None = None,
    rrule: str | None = None,
    command: str | None = None,
) -> Meaning:
    return Meaning(kind=kind, title=title, moment=moment, end=end, rrule=rrule, command=command)
