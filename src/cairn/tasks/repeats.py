"""On which days a task comes again, and what it is then. Pure."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cairn import when
from cairn.tasks.errors import BadRule, UnreadableRule
from cairn.tasks.models import Task

KEPT = (
    "title",
    "notes",
    "due_date_only",
    "estimate_minutes",
    "energy",
    "important",
    "project",
    "context",
    "tags",
)
"""What the next occurrence takes over. What one waits for, or that it can wait, is its own."""
_COUNTED_FROM_DONE = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}


def checked(rrule: str, first_local: datetime, zone: ZoneInfo, *, after_done: bool) -> str:
    """A rule for days, as it is kept.

    Raises:
        BadRule: it can't be kept; counted from when it was done, it can only name a length.
    """
    try:
        rule = when.checked_rule(rrule, first_local, zone, days_only=True)
    except when.UnusableRule as error:
        raise BadRule(field="rrule") from error
    if after_done and _parts(rule).keys() - _COUNTED_FROM_DONE:
        raise BadRule(field="rrule")
    return rule


def read(words: str, now: datetime, locale: str) -> str:
    """The rule that words name.

    Raises:
        UnreadableRule: they name none.
    """
    found = when.read(words, now, language=locale)
    if found is None or found.rrule is None:
        raise UnreadableRule(field="repeats")
    return found.rrule


def first_local(due_at: datetime, zone: ZoneInfo) -> datetime:
    """The wall time that a rule counts from."""
    return due_at.astimezone(zone).replace(tzinfo=None)


def falls_on(rule: str, first: datetime, zone: ZoneInfo, day: date) -> bool:
    return when.next_day(rule, first, zone, day - timedelta(days=1)) == day


def following(task: Task, today: date, zone: ZoneInfo) -> date | None:
    """The day of the occurrence after this one, when it is done or left out today; none when this is the last.

    It lies ahead: what was done late doesn't come again for days gone by.
    """
    assert task.rrule is not None
    if task.after_done:
        times = int(_parts(task.rrule).get("COUNT", "0"))
        return None if times and task.turn >= times else when.day_after(task.rrule, today, zone)
    return next_on(task, zone, max(taken(task, zone), today))


def next_on(task: Task, zone: ZoneInfo, day: date) -> date | None:
    """The first day after one on which its rule has it come, and which isn't left out."""
    assert task.rrule is not None
    following = when.next_day(task.rrule, _first(task), zone, day)
    while following is not None and following in task.without:
        following = when.next_day(task.rrule, _first(task), zone, following)
    return following


def latest(task: Task, today: date, zone: ZoneInfo) -> date | None:
    """The day of the last occurrence that has come, if that is a later one than this."""
    if task.rrule is None or task.after_done:
        return None
    day = when.last_day(task.rrule, _first(task), zone, today)
    while day is not None and day in task.without:
        day = when.last_day(task.rrule, _first(task), zone, day - timedelta(days=1))
    return day if day is not None and day > taken(task, zone) else None


def comes_again_at(task: Task, zone: ZoneInfo) -> datetime | None:
    """When the next occurrence takes the place of this one, should it still be open then."""
    if task.rrule is None or task.after_done:
        return None
    day = next_on(task, zone, taken(task, zone))
    return None if day is None else begins(day, zone)


def begins(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day."""
    return when.resolve(datetime.combine(day, time()), zone)


def due_on(day: date, task: Task, zone: ZoneInfo) -> datetime:
    """When an occurrence is for: the noon that stands for its day, or the time of day that it always has."""
    clock = time(12) if task.due_date_only else _first(task).time()
    return when.resolve(datetime.combine(day, clock), zone)


def goes_over(task: Task) -> dict[str, Any]:
    """What the next occurrence takes over: all but what was changed for this one only."""
    return {name: getattr(task, name) for name in KEPT} | task.this_only


def untouched(task: Task, before: Task) -> bool:
    """Whether an occurrence is still as it followed another: nothing was done to it that would be lost with it."""
    return (
        not task.this_only
        and not task.waiting_for
        and not task.someday
        and (task.rrule, task.after_done) == (before.rrule, before.after_done)
        and goes_over(task) == goes_over(before)
        and [(step.text, step.minutes, None) for step in before.steps]
        == [(step.text, step.minutes, step.done_at) for step in task.steps]
    )


def _first(task: Task) -> datetime:
    assert task.first_local is not None
    return task.first_local


def taken(task: Task, zone: ZoneInfo) -> date:
    """The day up to which this occurrence stands: its own, or the later one that it was moved to."""
    assert task.occurs_on is not None
    assert task.due_at is not None
    return max(task.occurs_on, task.due_at.astimezone(zone).date())


def _parts(rule: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in rule.split(";"))
