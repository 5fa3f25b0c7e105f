"""What a text would do if it were said: shown while somebody types. Pure."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from cairn import when
from cairn.assistant import grammar
from cairn.assistant.grammar import Intent
from cairn.assistant.replies import Reader
from cairn.assistant.schemas import Understood
from cairn.tasks import service as tasks


def understood(
    text: str, said_at: datetime, zone: ZoneInfo, locale: str, parts: when.DayParts = when.USUAL_PARTS
) -> Sequence[Understood]:
    """The things a text says, in the order they are said.

    Args:
        said_at: Times in it count from then.
        zone: Where it is said.
        parts: The hours that the person means by the parts of a day.
    """
    reader = Reader(locale, zone, said_at)
    intents = grammar.understand(text, said_at.astimezone(zone), locale, parts)
    return [_of(intent, text.strip(), reader) for intent in intents]


def _of(intent: Intent, said: str, reader: Reader) -> Understood:
    match intent:
        case grammar.Change() | grammar.Later() if intent.anew is not None:
            return _of(intent.anew, said, reader)
        case grammar.Remind():
            return Understood(
                kind="event" if intent.is_event else "reminder",
                title=intent.title,
                when=intent.when,
                end=intent.end,
                place=intent.place or None,
                bring=intent.bring or None,
                rrule=intent.rrule,
                rule_words=when.say_rule(intent.rrule, reader.locale) if intent.rrule else None,
                when_words=reader.told(intent.when),
                heard=intent.heard,
                sure=intent.sure,
            )
        case grammar.PastTime():
            # Nothing is booked for a time that has passed: the person is asked for another.
            told = reader.told(intent.when)
            return Understood(
                kind="reminder",
                title=intent.title,
                when=intent.when,
                when_words=told,
                heard=intent.heard,
                sure=False,
            )
        case grammar.AddTask(title, due):
            day = reader.moment(due).text if due is not None else None
            if day is not None and not intent.at_clock:
                day = day.split(",", maxsplit=1)[0]
            return Understood(
                kind="task",
                title=title,
                when=due,
                when_words=day,
                rrule=intent.rrule,
                rule_words=_again(intent, reader),
                heard=intent.heard,
                sure=intent.sure,
            )
        case grammar.BeforeEvent():
            return Understood(kind="reminder", title=intent.title or intent.words, sure=False)
        case grammar.Note(text):
            return Understood(kind="memory", title=text)
        case grammar.Thought(text):
            return Understood(kind="thought", title=text)
        case grammar.AboutMe():
            return Understood(kind="recall", title=said)
        case grammar.Recall():
            return Understood(kind="recall", title=intent.topic or said)
        case grammar.Ask() | grammar.Agenda():
            return Understood(kind="question", title=said)
        case _:
            return Understood(kind="command", title=said)


def _again(intent: grammar.AddTask, reader: Reader) -> str | None:
    """How a task comes again, as a receipt says it."""
    if intent.rrule is None or not intent.after_done:
        return when.say_rule(intent.rrule, reader.locale) if intent.rrule else None
    return tasks.again(intent.rrule, reader.locale, after_done=True).rstrip(".")
