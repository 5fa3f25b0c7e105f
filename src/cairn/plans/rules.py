"""When a plan begins next, and which words it hears. Pure."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from cairn import when
from cairn.calendar.schemas import Occurrence
from cairn.plans.errors import UnusableDays
from cairn.when.tokens import fold

LATE = timedelta(hours=1)
"""Longer after its cue nobody is told: what was to follow has no place any more."""
AHEAD = timedelta(days=8)
"""So far it is looked for events; every night anew."""
AGAIN = timedelta(minutes=2)
"""A phone that says twice within this that it is there has arrived once."""
EVERY_DAY = "FREQ=DAILY"


def first_of(at: time, now: datetime, zone: ZoneInfo) -> datetime:
    """The wall time that the days of a plan are counted from."""
    return datetime.combine(now.astimezone(zone).date(), at)


def checked_days(days: str | None, first_local: datetime, zone: ZoneInfo) -> str:
    """Days that come round, as they are kept.

    Raises:
        UnusableDays: they can't be kept, or never come.
    """
    try:
        rule = when.checked_rule(days or EVERY_DAY, first_local, zone, days_only=True)
    except when.UnusableRule as error:
        raise UnusableDays(field="days") from error
    return rule


def next_time(rrule: str, first_local: datetime, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The next of its times."""
    return when.Series(rrule, first_local, zone).after(after)


def next_end(events: Iterable[Occurrence], words: str, after: datetime) -> datetime | None:
    """The next end of an event with an hour whose title holds these words."""
    ends = [one.end for one in events if not one.all_day and one.end > after and _names(one.title, words)]
    return min(ends, default=None)


def _names(title: str, words: str) -> bool:
    """Whether a title holds all of these words, in any order."""
    return set(_words(words)) <= set(_words(title))


def _words(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in fold(text)).split()


def key_of(said: str) -> str:
    """A word as it is compared: without case, accents and what stands around it."""
    return " ".join(_words(said))


def still_worth_it(due_at: datetime, now: datetime) -> bool:
    """Whether it may still be told."""
    return now - due_at <= LATE


def is_again(last: datetime | None, now: datetime) -> bool:
    """Whether a phone only says once more what it has said."""
    return last is not None and now - last < AGAIN
