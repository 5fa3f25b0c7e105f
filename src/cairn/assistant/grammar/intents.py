"""What a person may mean."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
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
        place: Where it is, if it lasts and they said so.
        travel: How long it takes to get there, if they said so.
        ready: How long it takes to get ready, if they said so.
        all_day: It is about whole days, from `when` until before `end`.
        bring: What to take along, if they said so.
    """

    title: str
    when: datetime
    rrule: str | None = None
    sure: bool = True
    heard: str = ""
    end: datetime | None = None
    place: str = ""
    travel: timedelta | None = None
    ready: timedelta | None = None
    all_day: bool = False
    bring: str = ""

    @property
    def is_event(self) -> bool:
        """Whether it lasts, has a way to it, or something to take along: then it stands in the calendar."""
        return self.end is not None or self.travel is not None or bool(self.bring)


@dataclass(frozen=True, slots=True)
class AddTask:
    """Put this on the list.

    Args:
        due: The day it is for, at its first minute.
        wants_time: They asked to be reminded and named no time.
        heard: The words that named the day.
        rrule: How it comes again, from `due` on (RFC 5545).
    """

    title: str
    due: datetime | None = None
    estimate: timedelta | None = None
    wants_time: bool = False
    heard: str = field(default="", compare=False)
    rrule: str | None = None


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
class WhenToLeave:
    """When they have to leave for what comes next."""


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
    """Something else than what comes next.

    Args:
        skips: They said to leave it out: also a dose that is asked for.
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


@dataclass(frozen=True, slots=True)
class Later:
    """Not now.

    Args:
        words: Which; empty for what rings now.
        until: When it should come again.
        wait: How long they said to wait, if they did.
    """

    until: datetime
    words: str = ""
    said: str = ""
    sure: bool = True
    wait: timedelta | None = field(default=None, compare=False)


Moods = Literal["great", "good", "okay", "flat", "rough"]
Energies = Literal["low", "medium", "high"]


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
class Automate:
    """Tell the day, or open the week, again and again.

    Args:
        when: The first moment, aware.
        rrule: How it repeats.
        sure: False when the moment rests on a guess.
        heard: The words that name the time.
    """

    does: Literal["digest", "week"]
    when: datetime
    rrule: str
    sure: bool
    heard: str


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
class DoNotDisturb:
    """Let nothing make a noise until then; without a moment, be reachable again."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Come after me no more: whatever rings, and when nothing does, everything for now."""


@dataclass(frozen=True, slots=True)
class Nag:
    """Let what rings now come again until it's done, or no longer."""

    on: bool = True


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
    | Automate
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
