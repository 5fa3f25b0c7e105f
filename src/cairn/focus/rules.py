"""How the time of a session goes. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SHORTEST_ASKED = timedelta(minutes=10)
"""Shorter ones aren't asked how it goes: the question would take longer than it helps."""
LONGEST = timedelta(minutes=480)
LONGEST_PAUSE = timedelta(hours=4)
"""A pause that was forgotten ends its session, quietly."""
LATE = timedelta(minutes=1)


class Happens(StrEnum):
    """What happens to a session by itself."""

    HALF = "half"
    TIME_UP = "time_up"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Course:
    """How far a session is.

    Args:
        half_at: When it is asked how it goes; `None` if it isn't, or was.
        paused_at: Since when it pauses; `None` while it runs.
    """

    ends_at: datetime
    half_at: datetime | None
    paused_at: datetime | None = None


def course(started_at: datetime, minutes: int) -> Course:
    """How a session goes that begins now."""
    length = timedelta(minutes=minutes)
    return Course(started_at + length, started_at + length / 2 if length >= SHORTEST_ASKED else None)


def due(course: Course) -> datetime:
    """When something happens next."""
    if course.paused_at is not None:
        return course.paused_at + LONGEST_PAUSE
    return min(course.ends_at, course.half_at) if course.half_at is not None else course.ends_at


def happens(course: Course, now: datetime) -> Happens | None:
    """What happens now, if anything. Who slept through half way and the end hears of the end alone."""
    if due(course) > now:
        return None
    if course.paused_at is not None:
        return Happens.FORGOTTEN
    return Happens.TIME_UP if course.ends_at <= now else Happens.HALF


def resumed(course: Course, now: datetime) -> Course:
    """The same after a pause: what is left is as long as before it."""
    assert course.paused_at is not None, "only what pauses goes on"
    pause = max(timedelta(), now - course.paused_at)
    return Course(course.ends_at + pause, course.half_at + pause if course.half_at is not None else None)


def left(course: Course, now: datetime) -> timedelta:
    """How much of its time is left."""
    return max(timedelta(), course.ends_at - (course.paused_at or now))


def fits(text: str, most: int) -> str:
    """A text in so many letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
