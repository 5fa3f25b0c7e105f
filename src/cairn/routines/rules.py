"""When a routine's window is open, and what is to be done next in a run. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cairn import when
from cairn.routines.errors import BadDays
from cairn.routines.models import Routine

USUAL_LENGTH = timedelta(hours=1)
"""How long after a window without an end has opened one may still be told of it."""
_BEFORE = timedelta(days=1)


def checked_days(rrule: str, first_day: date, zone: ZoneInfo) -> str:
    """Days that come round, as they are kept.

    Raises:
        BadDays: they can't be kept.
    """
    try:
        return when.checked_rule(rrule, datetime.combine(first_day, time()), zone, days_only=True)
    except when.UnusableRule as error:
        raise BadDays(field="rrule") from error


def is_on(routine: Routine, day: date, zone: ZoneInfo) -> bool:
    """Whether a day is one of its days."""
    return _next_day(routine, day - _BEFORE, zone) == day


def window(routine: Routine, day: date, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The window that opens on a day; none for a routine that fits any time."""
    if routine.window_from is None:
        return None
    start = when.resolve(datetime.combine(day, routine.window_from), zone)
    if routine.window_to is None:
        return start, start + USUAL_LENGTH
    over = day if routine.window_to > routine.window_from else day + _BEFORE
    return start, when.resolve(datetime.combine(over, routine.window_to), zone)


def is_now(routine: Routine, now: datetime, zone: ZoneInfo) -> bool:
    """Whether its window is open: today's, or yesterday's that reaches past midnight."""
    today = now.astimezone(zone).date()
    for day in (today, today - _BEFORE):
        found = window(routine, day, zone)
        if found is not None and is_on(routine, day, zone) and found[0] <= now < found[1]:
            return True
    return False


def next_nudge(routine: Routine, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The next opening of its window that lies ahead, where the person wants to be told of it."""
    if not routine.nudge or routine.window_from is None:
        return None
    day: date | None = now.astimezone(zone).date() - _BEFORE
    while day is not None:
        day = _next_day(routine, day, zone)
        if day is not None:
            found = window(routine, day, zone)
            assert found is not None, "it has a window"
            if found[0] > now:
                return found[0]
    return None


def still_worth_it(routine: Routine, nudge_at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the window that opened then is open still: nobody is told of one that they can't use any more."""
    found = window(routine, nudge_at.astimezone(zone).date(), zone)
    return found is not None and now < max(found[1], nudge_at + timedelta(minutes=1))


def ticked(steps: Sequence[dict[str, Any]], step_id: str, state: str, at: datetime) -> list[dict[str, Any]] | None:
    """The steps with one of them in another state; none when there is no such step."""
    if all(step["id"] != step_id for step in steps):
        return None
    moment = None if state == "open" else at.isoformat()
    return [{**step, "state": state, "at": moment} if step["id"] == step_id else dict(step) for step in steps]


def opened(steps: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps of which nothing was said yet, in their order."""
    return [step for step in steps if step["state"] == "open"]


def last_touched(steps: Sequence[dict[str, Any]], started_at: datetime) -> datetime:
    """When something was done last in a run that nobody ended."""
    return max([datetime.fromisoformat(step["at"]) for step in steps if step["at"]], default=started_at)


def _next_day(routine: Routine, after: date, zone: ZoneInfo) -> date | None:
    if routine.rrule is None:
        return after + timedelta(days=1)
    return when.next_day(routine.rrule, datetime.combine(routine.first_day, time()), zone, after)
