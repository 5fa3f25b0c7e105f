"""What pieces of a phrase mean before the whole is settled on the calendar.

Named tuples and not dataclasses: a phrase makes dozens of them, and they are cheaper to make.
"""

from datetime import date, datetime, time, tzinfo
from typing import Any, Literal, NamedTuple

from cairn.when.moment import DayParts, Grain

PartName = Literal["morning", "noon", "afternoon", "evening", "night"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "year", "quarter", "weekend", "workday"]


class Weak(int):
    """The number of a weekday or month whose name is an ordinary word too ("sun", "may").

    Standing alone in a sentence it is no time.
    """


class Context(NamedTuple):
    """What a phrase is read against."""

    now: datetime  # aware, in the person's zone
    wall: datetime  # the same without zone
    today: date
    zone: tzinfo
    parts: DayParts
    future: bool
    month_first: bool
    clock_of_24: bool
    fortnight: int = 14  # the days that people say for two weeks


class Clock(NamedTuple):
    hour: int
    minute: int = 0
    second: int = 0
    settled: bool = True  # False: may be twelve hours later as well
    grain: Grain = Grain.MINUTE

    def time(self) -> time:
        return time(self.hour, self.minute, self.second)


class Duration(NamedTuple):
    months: int = 0
    days: int = 0
    seconds: int = 0
    grain: Grain = Grain.MINUTE

    def __bool__(self) -> bool:
        return bool(self.months or self.days or self.seconds)


class Period(NamedTuple):
    """A stretch of whole days; `until` is the day after the last."""

    start: date
    until: date
    grain: Grain
    said_year: bool = True
    running: bool = False  # "the month", whichever that is
    ahead: bool = False  # "the next 6 weeks", counted from now by what comes again


class Rule(NamedTuple):
    freq: str
    interval: int = 1
    by_day: tuple[str, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    by_hour: tuple[int, ...] = ()
    times: int | None = None
    until: "Time | None" = None
    span: "Duration | None" = None
    by_set_pos: int | None = None
    since: "Time | None" = None  # the day that it counts from, if that was said
    guessed: bool = False  # days or hours stand in it that nobody said

    @property
    def within_a_day(self) -> bool:
        """Whether it comes again after hours or minutes."""
        return self.freq in ("HOURLY", "MINUTELY")


class Time(NamedTuple):
    """Everything a phrase has said so far; `merged` adds what the next words say."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    fixed: date | None = None
    period: Period | None = None
    clock: Clock | None = None
    there: tzinfo | None = None  # the zone of the clock, when one was named
    instant: datetime | None = None
    end: "Time | None" = None
    rule: Rule | None = None
    duration: Duration | None = None
    part: PartName | None = None
    same_clock: bool = False  # "in 3 days": at the time of day it is now, unless another is said
    grain: Grain | None = None
    past: bool = False
    doubtful: bool = False
    weak: bool = False
    midnight: bool = False
    without: tuple["Time", ...] = ()  # days on which it doesn't come
    later: date | None = None  # the day that is meant once the hour has gone by on the first

    def has_day(self) -> bool:
        return (
            self.fixed is not None
            or self.day is not None
            or self.weekday is not None
            or self.month is not None
            or self.period is not None
        )

    def has_clock(self) -> bool:
        return self.clock is not None or self.part is not None


# So many fields, counted from the first, may be said only once.
_SINGLE = Time._fields.index("part")


def merged(left: Time, right: Time) -> Time | None:
    """Both said together, or None when they contradict each other or cannot stand side by side."""
    if left.instant or right.instant or (left.part and right.part and left.part != right.part):
        return None
    if (left.end and right.has_clock()) or (right.end and left.has_clock()):
        return None
    if (left.rule and _ends_on_a_date(right)) or (right.rule and _ends_on_a_date(left)):
        return None
    if (left.rule and right.has_day()) or (right.rule and left.has_day()):
        return None
    if (left.grain and right.grain) or not _days_agree(left, right):
        return None
    fields: dict[str, Any] = {}
    for name, one, other in zip(Time._fields[:_SINGLE], left, right, strict=False):
        if one is not None and other is not None:
            return None
        fields[name] = other if one is None else one
    return Time(
        **fields,
        part=left.part or right.part,
        same_clock=left.same_clock or right.same_clock,
        grain=left.grain or right.grain,
        past=left.past or right.past,
        doubtful=left.doubtful or right.doubtful,
        weak=left.weak and right.weak,
        midnight=left.midnight or right.midnight,
        without=left.without + right.without,
        later=left.later or right.later,
    )


def _ends_on_a_date(said: Time) -> bool:
    """Whether an end is a date, as no time of what comes again ends: "mondays 5-6pm until june"."""
    end = said.end
    return end is not None and (end.day is not None or end.fixed is not None or end.period is not None)


def _days_agree(left: Time, right: Time) -> bool:
    if left.period is not None and (right.month is not None or right.day is not None):
        return False  # "la facture de novembre le 10 décembre"
    for one, other in ((left, right), (right, left)):
        if one.fixed is None:
            continue
        if other.weekday is not None and one.fixed.weekday() != other.weekday:
            return False
        if other.day is not None and one.fixed.day != other.day:
            return False
        if other.month is not None and one.fixed.month != other.month:
            return False
        if other.period is not None:
            return False
    return True
