"""Which screens a review has, how long they may take, and when one is offered. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from cairn.reviews.models import Kind


class Step(StrEnum):
    """One screen with one question."""

    ENERGY = "energy"
    FIXED = "fixed"
    CHOOSE = "choose"
    FIRST = "first"
    DONE = "done"
    STAYS = "stays"
    THOUGHT = "thought"
    MOOD = "mood"
    CAPTURED = "captured"
    AGAIN = "again"
    WAITING = "waiting"
    SOMEDAY = "someday"
    AHEAD = "ahead"
    CLOSE = "close"


class What(StrEnum):
    """What may become of a thing."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    SOMEDAY = "someday"
    LET_GO = "let_go"
    SMALLER = "smaller"
    KEEP = "keep"
    CAME = "came"
    BACK = "back"
    TASK = "task"


STEPS: Mapping[Kind, Sequence[Step]] = {
    Kind.START: (Step.ENERGY, Step.FIXED, Step.CHOOSE, Step.FIRST),
    Kind.SHUTDOWN: (Step.DONE, Step.STAYS, Step.THOUGHT),
    Kind.WEEK: (
        *(Step.DONE, Step.MOOD, Step.CAPTURED, Step.AGAIN),
        *(Step.WAITING, Step.SOMEDAY, Step.AHEAD, Step.CLOSE),
    ),
}
ALWAYS = frozenset({Step.ENERGY, Step.DONE, Step.THOUGHT, Step.CLOSE})
"""Screens that ask for something even where nothing happened."""

SECONDS: Mapping[Step, int] = {
    Step.ENERGY: 15,
    Step.FIXED: 30,
    Step.CHOOSE: 60,
    Step.FIRST: 30,
    Step.DONE: 60,
    Step.STAYS: 90,
    Step.THOUGHT: 30,
    Step.MOOD: 30,
    Step.CAPTURED: 75,
    Step.AGAIN: 90,
    Step.WAITING: 60,
    Step.SOMEDAY: 60,
    Step.AHEAD: 45,
    Step.CLOSE: 60,
}
"""How long a screen may take: a length that is shown, and no clock that runs."""

CHOICES: Mapping[Step, Sequence[What]] = {
    Step.STAYS: (What.TOMORROW, What.SOMEDAY, What.LET_GO),
    Step.CAPTURED: (What.TASK,),
    Step.AGAIN: (What.SMALLER, What.SOMEDAY, What.LET_GO, What.KEEP),
    Step.WAITING: (What.CAME, What.KEEP, What.LET_GO),
    Step.SOMEDAY: (What.BACK, What.KEEP, What.LET_GO),
}

MOST_CHOSEN = 3
WEEK_ENDS = timedelta(days=2)
"""On Monday and Tuesday a week may still be looked back at, and until then what was done counts as of it."""

DAY_ENDS = timedelta(hours=4)
"""After midnight it is still the day before for who hasn't slept."""

OFFERED_FOR: Mapping[Kind, timedelta] = {
    Kind.START: timedelta(hours=4),
    Kind.SHUTDOWN: timedelta(hours=5),
    Kind.WEEK: timedelta(hours=30),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """When somebody wants to be offered what; a time on their wall, or never."""

    start_at: time | None = None
    shutdown_at: time | None = None
    week_day: int = 6
    week_at: time | None = None


def steps_of(kind: Kind, there: Collection[Step]) -> list[Step]:
    """The screens of a review: those with something on them, and those that always ask.

    Args:
        there: The screens that what happened puts something on.
    """
    return [step for step in STEPS[kind] if step in there or step in ALWAYS]


def after(step: Step, steps: Sequence[Step], *, skip: Collection[Step] = ()) -> Step | None:
    """The screen after one, or nothing when that was the last."""
    rest = steps[steps.index(step) + 1 :]
    return next((one for one in rest if one not in skip), None)


def day_of(kind: Kind, now: datetime) -> date:
    """The day that a review is for; of a week its Monday.

    Args:
        now: In the person's zone.
    """
    wall = now.replace(tzinfo=None) - DAY_ENDS
    if kind is not Kind.WEEK:
        return wall.date()
    day = (wall - WEEK_ENDS).date()
    return day - timedelta(days=day.weekday())


def offer(wishes: Offered, now: datetime, had: Mapping[Kind, date | None]) -> Kind | None:
    """What is offered now, at most one.

    Args:
        now: In the person's zone.
        had: The day for which each kind was had or declined last.
    """
    wall = now.replace(tzinfo=None)
    for kind, at in ((Kind.WEEK, wishes.week_at), (Kind.SHUTDOWN, wishes.shutdown_at), (Kind.START, wishes.start_at)):
        if at is None:
            continue
        begins = _last(wall, at, wishes.week_day if kind is Kind.WEEK else None)
        if not begins <= wall < begins + OFFERED_FOR[kind]:
            continue
        day = had.get(kind)
        if day is None or day < day_of(kind, begins):
            return kind
    return None


def _last(wall: datetime, at: time, weekday: int | None) -> datetime:
    """When a time came last on the wall, of a weekday or of any."""
    begins = datetime.combine(wall.date(), at)
    if weekday is not None:
        begins -= timedelta(days=(begins.weekday() - weekday) % 7)
    if begins > wall:
        begins -= timedelta(days=1 if weekday is None else 7)
    return begins
