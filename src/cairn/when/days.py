"""On which days a rule falls: for what has a day and no hour."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cairn.when.calendar_math import add_months
from cairn.when.recurrence import occurrences

_WHOLE_DAY = time(23, 59, 59, 999_999)


def next_day(rule: str, first_local: datetime, zone: ZoneInfo, after: date) -> date | None:
    """The first day after another on which a rule falls; none when it has run out.

    Args:
        first_local: The wall time that it counts from.
    """
    found = occurrences(rule, first_local, zone).after(datetime.combine(after, _WHOLE_DAY))
    return found.date() if found else None


def last_day(rule: str, first_local: datetime, zone: ZoneInfo, upto: date) -> date | None:
    """The last day up to another, that one included, on which a rule falls."""
    found = occurrences(rule, first_local, zone).before(datetime.combine(upto, _WHOLE_DAY))
    return found.date() if found else None


def day_after(rule: str, done: date, zone: ZoneInfo) -> date | None:
    """The day that lies one interval of a rule after another; none when it lies behind the rule's end.

    "Every month" after the 31st of January is the last day of February: nothing is skipped.
    """
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    every = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "DAILY":
            day = done + timedelta(days=every)
        case "WEEKLY":
            day = done + timedelta(weeks=every)
        case "MONTHLY":
            day = add_months(done, every)
        case _:
            day = add_months(done, 12 * every)
    until = parts.get("UNTIL")
    return None if until is not None and day > _day_of(until, zone) else day


def _day_of(until: str, zone: ZoneInfo) -> date:
    if until.endswith("Z"):
        return datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(zone).date()
    return datetime.strptime(until[:8], "%Y%m%d").date()  # noqa: DTZ007 -- a day on the wall has no zone
