"""What a person may want of Cairn: to be left alone, to stay with one thing, to let something happen by itself."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from cairn.assistant.grammar.things import Insistence


@dataclass(frozen=True, slots=True)
class BeginRoutine:
    """Begin a routine of theirs.

    Args:
        words: What it is called; empty for the one there is.
        said: The whole of it, for the list when there is no such routine.
    """

    words: str
    said: str


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
class DoNotDisturb:
    """Let nothing make a noise until then; without a moment, be reachable again."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Come after me no more: whatever rings, and when nothing does, everything for now."""


@dataclass(frozen=True, slots=True)
class Nag:
    """Let what rings now come again until it's done, or no longer.

    Args:
        words: What it is about; empty for what rings now, or was booked just now.
        how: How often, and how soon.
    """

    on: bool = True
    words: str = ""
    how: Insistence = field(default_factory=Insistence)


@dataclass(frozen=True, slots=True)
class Focus:
    """A time for one thing.

    Args:
        does: `left` asks how long it still goes on.
        minutes: For how long, or how much longer, if they said so.
        words: What for; empty for nothing in particular.
    """

    does: Literal["start", "pause", "resume", "stop", "extend", "left"]
    minutes: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Park:
    """Keep this thought for afterwards."""

    text: str
