"""What a person may mean."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from cairn.assistant.grammar.things import AddTask, Alter, BeforeEvent, Change, Later, Note, Remind, Thought
from cairn.assistant.grammar.wishes import Automate, BeginRoutine, DoNotDisturb, Focus, Nag, Park, Stop


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
class ListTasks:
    """What is on their list."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is there for some days that are still to come.

    Args:
        first: The first of them.
        days: How many.
        question: As it was asked.
    """

    first: date
    days: int = 1
    question: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class WhenToLeave:
    """When they have to leave for what comes next."""


Energies = Literal["low", "medium", "high"]


@dataclass(frozen=True, slots=True)
class Next:
    """The one next thing.

    Args:
        minutes: How much time they have for it, if they said so.
        energy: How much energy they have, if they said so; it may take no more.
        context: Where they are, if they said so.
    """

    minutes: int | None = None
    energy: Energies | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class NotThat:
    """Something else than what comes next.

    Args:
        skips: They said to leave it out: also a dose that is asked for, or the step of a routine.
    """

    skips: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """The medication that is asked for was taken.

    Args:
        said: The whole of it, kept when none is asked for.
        again: They took more than what was noted.
    """

    said: str = field(default="", compare=False)
    again: bool = False


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


Moods = Literal["great", "good", "okay", "flat", "rough"]


@dataclass(frozen=True, slots=True)
class Feeling:
    """How they are.

    Args:
        note: Their own words, where these say more than the two.
    """

    mood: Moods | None = None
    energy: Energies | None = None
    note: str = ""


Reviews = Literal["start", "shutdown", "week"]


@dataclass(frozen=True, slots=True)
class Review:
    """Go through the beginning of the day, its end, or the week."""

    kind: Reviews


@dataclass(frozen=True, slots=True)
class IfThen:
    """A plan: what they do whenever something happens.

    Args:
        cue: What it waits for.
        about: The event, the word or the place.
        at: The time of the day, on the clock where they are.
    """

    cue: Literal["time", "event", "word", "arrival"]
    deed: str
    about: str = ""
    at: time | None = None


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
    | Alter
    | BeforeEvent
    | Change
    | Automate
    | BeginRoutine
    | IfThen
    | Remind
    | AddTask
    | Note
    | Thought
    | Recall
    | AboutMe
    | Ask
    | PastTime
    | ListToday
    | ListTasks
    | Agenda
    | WhenToLeave
    | Next
    | NotThat
    | Taken
    | TooMuch
    | Smaller
    | Done
    | Later
    | DoNotDisturb
    | Stop
    | Nag
    | Feeling
    | Review
    | Focus
    | Park
    | UndoLast
    | Help
)
