"""What a person may mean."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Remind:
    """Say this at that time.

    Args:
        title: The person's own words, without the time.
        when: In the person's zone.
        rrule: How it repeats (RFC 5545).
        sure: False when the words leave room for another time.
        heard: The words that named the time.
        end: When it is over, if they said so.
    """

    title: str
    when: datetime
    rrule: str | None = None
    sure: bool = True
    heard: str = ""
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class AddTask:
    """Put this on the list.

    Args:
        due: The day it is for, at its first minute.
        wants_time: They asked to be reminded and named no time.
        heard: The words that named the day.
    """

    title: str
    due: datetime | None = None
    estimate: timedelta | None = None
    wants_time: bool = False
    heard: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """Remember this.

    Args:
        asked: They said so; else it is what they told of themselves.
    """

    text: str
    asked: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Thought:
    """Nothing of the rest: caught, so that it isn't lost."""

    text: str


@dataclass(frozen=True, slots=True)
class Recall:
    """A question about what was said before.

    Args:
        question: As it was asked.
        topic: What it is about, for the answer; empty when it can't be told.
        since: Only what was said from then on.
        until: Only what was said before then.
        event: Only what was said before this happened ("the operation").
    """

    question: str
    topic: str = ""
    since: datetime | None = None
    until: datetime | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class AboutMe:
    """All that is known of the person."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is not about the past."""

    question: str


@dataclass(frozen=True, slots=True)
class PastTime:
    """Something for a time that has passed: never booked silently.

    Args:
        said: The whole of it, as it was said.
        heard: The words that named the time.
    """

    title: str
    when: datetime
    said: str
    heard: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ListToday:
    """What is there today."""


@dataclass(frozen=True, slots=True)
class Next:
    """The one next thing.

    Args:
        minutes: How much time they have for it, if they said so.
        light: It may take little energy only.
    """

    minutes: int | None = None
    light: bool = False


@dataclass(frozen=True, slots=True)
class NotThat:
    """Something else than what comes next."""


@dataclass(frozen=True, slots=True)
class TooMuch:
    """It is more than they can bear: one thing, and nothing else in sight."""


@dataclass(frozen=True, slots=True)
class Smaller:
    """Divide it into smaller steps.

    Args:
        words: Which; empty for what comes next.
        said: The whole of it.
    """

    words: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """Finished: what rings now, or what the words name.

    Args:
        words: What was finished; empty for what is at hand.
        said: The whole of it, kept when nothing open fits.
    """

    words: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Not now.

    Args:
        words: Which; empty for what rings now.
        until: When it should come again.
    """

    until: datetime
    words: str = ""
    said: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Focus:
    """A time for one thing.

    Args:
        minutes: For how long, if they said so.
        words: What for; empty for nothing in particular.
    """

    does: Literal["start", "pause", "resume", "stop"]
    minutes: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Park:
    """Keep this thought for afterwards."""

    text: str


@dataclass(frozen=True, slots=True)
class UndoLast:
    """Take back what the last turn changed."""


@dataclass(frozen=True, slots=True)
class Help:
    """What can be said here."""


@dataclass(frozen=True, slots=True)
class Courtesy:
    """Hello, thanks, or a word of agreement."""

    kind: Literal["hello", "thanks", "agreed"]


Intent = (
    Courtesy
    | Remind
    | AddTask
    | Note
    | Thought
    | Recall
    | AboutMe
    | Ask
    | PastTime
    | ListToday
    | Next
    | NotThat
    | TooMuch
    | Smaller
    | Done
    | Later
    | Focus
    | Park
    | UndoLast
    | Help
)
