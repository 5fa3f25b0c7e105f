"""What a reading of time hands back."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class DayParts:
    """The hours a person means by the parts of their own day."""

    morning: time = time(9)
    noon: time = time(12)
    afternoon: time = time(15)
    evening: time = time(19)
    night: time = time(21)

    @property
    def in_order(self) -> tuple[time, ...]:
        return (self.morning, self.noon, self.afternoon, self.evening, self.night)


USUAL_PARTS = DayParts()


class Grain(StrEnum):
    """How fine the words were: "tomorrow" is a day, "tomorrow at 15:20" a minute."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Moment:
    """One time named in a text.

    `start` and `end` are aware, in the person's zone. A day or anything coarser starts at its first
    minute; `end` is exclusive, and there only when the words name a stretch ("from 3 to 5", "this
    weekend", "last week"). `rrule` is the value of an RFC 5545 RRULE whose first occurrence is `start`.
    `sure` is False when the words leave room for another reading, so that the time is read back before
    it is trusted. `bounded` tells that an end was said or a length in days ("from the 3rd to the 5th"), and
    not a stretch that has a name of its own ("this weekend"). `without` are days of it on which it doesn't come, which
    an RRULE can't say. `span` is where the words stand in
    the text, with the prepositions that led them.
    """

    start: datetime
    end: datetime | None
    grain: Grain
    rrule: str | None
    sure: bool
    span: tuple[int, int]
    duration: timedelta | None = None
    bounded: bool = False
    without: tuple[date, ...] = ()

    @property
    def until(self) -> datetime | None:
        """Where the stretch ends that was named, or the day, week, month or year; None of an hour or less."""
        match self.grain:
            case _ if self.end is not None:
                return self.end
            case Grain.DAY:
                return self.start + timedelta(days=1)
            case Grain.WEEK:
                return self.start + timedelta(days=7)
            case Grain.MONTH:
                return (self.start + timedelta(days=32)).replace(day=1)
            case Grain.YEAR:
                return self.start.replace(year=self.start.year + 1)
        return None


@dataclass(frozen=True, slots=True)
class Past:
    """A time gone by that a sentence names, from `start` until before `end`; `rest` is the sentence without it."""

    rest: str
    start: datetime
    end: datetime
