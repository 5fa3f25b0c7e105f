"""When an automation runs, and what the words for a schedule mean."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

from cairn import when
from cairn.automations.errors import BeginsInThePast, NotAZone, UnreadableSchedule, UnusableSchedule

CLOSEST = timedelta(hours=1)
LOOKED_AT = 60
"""So many times of a rule are looked at for two that lie too close together."""
JUST_NOW = timedelta(minutes=1)
LATE = timedelta(minutes=5)
FARTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rule, the wall time that it counts from, and its first moment."""

    rrule: str
    first_local: datetime
    due_at: datetime


def known_zone(key: str) -> ZoneInfo:
    """A time zone by its IANA name.

    Raises:
        NotAZone: there is none of that name.
    """
    try:
        return ZoneInfo(key)
    except (OSError, ValueError, KeyError) as error:
        raise NotAZone(field="time_zone") from error


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clock on the wall shows."""
    return moment.astimezone(zone).replace(tzinfo=None)


def series(rrule: str, first_local: datetime, zone: ZoneInfo) -> when.Series:
    """All its moments."""
    return when.Series(rrule, first_local, zone)


def by_rule(rrule: str, begins: datetime, now: datetime, zone: ZoneInfo) -> Schedule:
    """A schedule that begins at a moment and goes on by a rule.

    Raises:
        BeginsInThePast: it doesn't begin within a year from now.
        UnusableSchedule: the rule can't be kept, or comes more often than once an hour.
    """
    if not now - JUST_NOW < begins <= now + FARTHEST:
        raise BeginsInThePast(field="begins")
    return _checked(rrule, wall(begins, zone), now, zone, field="rrule")


def in_words(
    words: str, now: datetime, zone: ZoneInfo, locale: str, parts: when.DayParts = when.USUAL_PARTS
) -> Schedule:
    """The schedule that words name; without an hour it is in the morning.

    Raises:
        UnreadableSchedule: they name none that repeats.
        UnusableSchedule: it comes more often than once an hour.
    """
    found = when.read(words, now.astimezone(zone), language=locale, parts=parts)
    if found is None or found.rrule is None:
        raise UnreadableSchedule(field="when")
    start = wall(found.start, zone)
    if found.grain in (when.Grain.DAY, when.Grain.WEEK, when.Grain.MONTH, when.Grain.YEAR):
        start = datetime.combine(start.date(), parts.morning)
    return _checked(found.rrule, start, now, zone, field="when")


def _checked(rrule: str, first_local: datetime, now: datetime, zone: ZoneInfo, *, field: str) -> Schedule:
    try:
        rule = when.checked_rule(rrule, first_local, zone)
    except when.UnusableRule as error:
        raise UnusableSchedule(field=field) from error
    if comes_too_often(rule, first_local):
        raise UnusableSchedule(field=field)
    due_at = series(rule, first_local, zone).after(now - timedelta(microseconds=1))
    if due_at is None:
        raise UnusableSchedule(field=field)
    return Schedule(rule, first_local, due_at)


def comes_too_often(rrule: str, first_local: datetime) -> bool:
    """Whether two of its times are less than an hour apart on the wall, where clocks never change."""
    times = islice(when.occurrences(rrule, first_local, UTC), LOOKED_AT + 1)
    return any(later - earlier < CLOSEST for earlier, later in pairwise(times))


@dataclass(frozen=True, slots=True)
class Due:
    """For which moment an automation runs now, and when it runs next, if it does."""

    scheduled_for: datetime
    following: datetime | None


def due(due_at: datetime, times: when.Series, now: datetime) -> Due:
    """Run once, for the latest moment that has come, and go on with the first that hasn't.

    A worker that was away for days must not make up for each of them.
    """
    return Due(times.latest(due_at, now), times.after(now))


def moved(due_at: datetime, old: ZoneInfo, new: ZoneInfo) -> datetime:
    """The same time on the wall, by another clock."""
    return when.resolve(wall(due_at, old), new)


def day_of(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The person's day, from its midnight to the next."""
    start = datetime.combine(now.astimezone(zone).date(), time())
    return when.resolve(start, zone), when.resolve(start + timedelta(days=1), zone)
