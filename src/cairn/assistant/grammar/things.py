"""What is put somewhere, and what is done to what is there: reminders, tasks, notes, and what changes them."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from cairn.assistant.grammar.phrase import CLOCK
from cairn.when import Moment


@dataclass(frozen=True, slots=True)
class Insistence:
    """Come again until it's done.

    Args:
        every: How long lies between, if they said so.
        times: How often, if they said so.
    """

    every: timedelta | None = None
    times: int | None = None


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
        without: Days of `rrule` on which it doesn't come.
        nags: It comes again until it's done, if they said so.
        about: `it` is what was named a moment ago; nothing but to be reminded at that time may be about it.
        ahead_of: What it is told ahead of.
        follows: That is said right before it: a reminder, with which it moves and ends, or a task, with which it ends.
        keeps_clock: It is at its own hour of an earlier day, whatever the hour of that.
        says_its_own: It reminds of something else than that.
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
    without: tuple[date, ...] = ()
    nags: Insistence | None = None
    about: Literal["", "it", "bare"] = ""
    ahead_of: str = ""
    follows: Literal["", "reminder", "task"] = ""
    keeps_clock: bool = False
    says_its_own: bool = False

    @property
    def is_event(self) -> bool:
        """Whether it lasts, has a way to it, or takes getting ready or something along: then it is in the calendar."""
        return self.end is not None or self.travel is not None or self.ready is not None or bool(self.bring)


@dataclass(frozen=True, slots=True)
class AddTask:
    """Put this on the list.

    Args:
        due: The day it is for, at its first minute; with `at_clock` the moment by which it is to be done.
        wants_time: They asked to be reminded and named no time.
        heard: The words that named the day.
        rrule: How it comes again, from `due` on (RFC 5545).
        after_done: It comes again so long after it was done.
        without: Days of `rrule` on which it doesn't come.
        important: They said that it matters.
        energy: How much it takes out of them, if they said so.
        someday: It is for some other time.
        waiting_for: Whom or what it waits for.
        context: Where or with what it can be done: "@phone".
        tags: "#garden".
        sure: Whether the words can mean no other day.
    """

    title: str
    due: datetime | None = None
    estimate: timedelta | None = None
    wants_time: bool = False
    heard: str = field(default="", compare=False)
    rrule: str | None = None
    after_done: bool = False
    without: tuple[date, ...] = ()
    important: bool = False
    energy: Literal["low", "medium", "high"] | None = None
    someday: bool = False
    waiting_for: str = ""
    context: str = ""
    tags: tuple[str, ...] = ()
    at_clock: bool = False
    sure: bool = field(default=True, compare=False)


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
    """Nothing of the rest: caught, so that it isn't lost.

    Args:
        asked: They said that it is one ("idea: red bike").
    """

    text: str
    asked: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Later:
    """Not now.

    Args:
        words: Which; empty for what rings now.
        until: When it should come again.
        wait: How long they said to wait, if they did.
        otherwise: What goes on the list where nothing is called so: "later call Ana"; with `rings` it rings at `until`.
        longer: They asked for so much more time, which what is in focus may have as well.
        reminds: They asked to be reminded of it: where nothing rings, that is what was named a moment ago.
        bare: Only how long was said: where nothing rings, that is nothing but their words.
        day: The day that they named, for what goes on the list.
    """

    until: datetime
    words: str = ""
    said: str = ""
    sure: bool = True
    wait: timedelta | None = field(default=None, compare=False)
    otherwise: str = field(default="", compare=False)
    rings: bool = field(default=False, compare=False)
    longer: bool = field(default=False, compare=False)
    reminds: bool = field(default=False, compare=False)
    bare: bool = field(default=False, compare=False)
    day: datetime | None = field(default=None, compare=False)

    @property
    def anew(self) -> Remind | AddTask | None:
        """What it is where nothing is called so; nothing where that is nothing to do."""
        if not self.otherwise:
            return None
        return (
            Remind(self.otherwise, self.until, sure=self.sure)
            if self.rings
            else AddTask(self.otherwise, due=self.day, wants_time=self.reminds and self.day is None)
        )


Does = Literal["cancel", "move"]
ChangedKind = Literal["reminder", "task", "event"]


@dataclass(frozen=True, slots=True)
class Change:
    """Take away or move something that is there.

    Args:
        verb: The word that says so, folded.
        words: What names it; empty where only its kind was said.
        kind: Of which kind it is, if they said so.
        explicit: They said that it is a reminder or on the list: nothing else can be meant.
        otherwise: What it is when nothing of that name is there.
        on: When it is now: a day, or with `at_clock` a moment.
        heard: The words that named the new time, which is `target`, or how much later it is to be: `shift`.
        directed: The new time was said as one ("to Friday"), and doesn't only stand beside it; or the word for what is
            done is said of what comes again alone ("skip").
        whole: All times of what comes again; `once`: only one of them.
        named: It was quoted, or said to be on the list.
    """

    does: Does
    verb: str
    words: str
    kind: ChangedKind | None
    explicit: bool
    otherwise: Thought | AddTask | Remind | Later
    on: datetime | None = None
    at_clock: bool = False
    heard: str = ""
    target: Moment | None = None
    shift: timedelta | None = None
    directed: bool = False
    whole: bool = False
    once: bool = False
    named: bool = False

    @property
    def anew(self) -> Thought | AddTask | Remind | Later | None:
        """What it is where nothing is called so; nothing where they said that it is there."""
        return None if self.explicit else self.otherwise

    @property
    def to_a_clock(self) -> bool:
        """Whether the new time names an hour."""
        return self.target is not None and self.target.grain in CLOCK


@dataclass(frozen=True, slots=True)
class Alter:
    """Do something to what was named a moment ago.

    Args:
        does: `cancel` takes it away, `rename` calls it `title`, `label` notes what `label` or `project` says of it.
    """

    does: Literal["cancel", "rename", "label"]
    title: str = ""
    label: AddTask | None = None
    project: str = ""


@dataclass(frozen=True, slots=True)
class BeforeEvent:
    """Say this so long before something in the calendar.

    Args:
        title: What to say; empty for the event itself.
        words: What names the event.
        on: The day on which it is, if they said so.
    """

    title: str
    lead: timedelta
    words: str
    said: str
    on: datetime | None = None
