"""Which rules of repetition may be kept: those that come round, and whose days can be found in no time."""

import re
from collections.abc import Mapping, Set
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from cairn.when.recurrence import next_occurrence, occurrences
from cairn.when.zones import resolve

CLOSEST_MINUTES = 5

# Parts beside these, or beside these frequencies, can ask for days that never come, and looking for those costs
# seconds: "daily, on the 30th of February".
_DAYS: Mapping[str, Set[str]] = {
    "DAILY": {"BYDAY", "BYMONTH"},
    "WEEKLY": {"BYDAY", "BYMONTH"},
    "MONTHLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
}
_TIMES: Mapping[str, Set[str]] = {
    "MINUTELY": {"BYDAY", "BYHOUR"},
    "HOURLY": {"BYDAY", "BYHOUR", "BYMINUTE"},
    **{frequency: parts | {"BYHOUR", "BYMINUTE"} for frequency, parts in _DAYS.items()},
}
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_INTERVALS = {"MINUTELY": (CLOSEST_MINUTES, 1440), "HOURLY": (1, 24)}
_RULE = re.compile(r"FREQ=[A-Z]+(?:;[A-Z]+=[A-Z0-9,+-]+)*")
_COUNTED_DAY = re.compile(r"([+-]?\d+)[A-Z]{2}")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# Days of the week and leap years come again as they were after so many years.
_CYCLE = 400
_LAST_YEAR = 9999
_LOOKED_THROUGH = 100
"""So many years, at least, are looked through for the first time of a rule."""


class UnusableRule(ValueError):
    """A rule can't be read, never comes round, or asks for what isn't offered."""


def checked_rule(rrule: str, first_local: datetime, zone: ZoneInfo, *, days_only: bool = False) -> str:
    """An RRULE value that comes round, and not too often, as it is kept.

    Args:
        first_local: The wall time that it counts from.
        days_only: It names days, and no times of day.

    Raises:
        UnusableRule: it can't be kept.
    """
    rule = rrule.strip().upper().removeprefix("RRULE:")
    if not _RULE.fullmatch(rule):
        raise UnusableRule(rrule)
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    frequency, offered = parts["FREQ"], _DAYS if days_only else _TIMES
    if frequency not in offered or len(parts) != rule.count(";") + 1 or set(parts) - _ALWAYS - offered[frequency]:
        raise UnusableRule(rrule)
    least, most = _INTERVALS.get(frequency, (1, 1000))
    try:
        if not least <= int(parts.get("INTERVAL", "1")) <= most or int(parts.get("COUNT", "1")) > 10_000:
            raise UnusableRule(rrule)
        if not _has_days(parts) or _too_close(parts, first_local) or not _comes(parts, first_local):
            raise UnusableRule(rrule)
        just_before = resolve(first_local, zone) - timedelta(microseconds=1)
        if next_occurrence(rule, first_local, zone, just_before) is None:
            raise UnusableRule(rrule)
    except (ValueError, OverflowError, TypeError) as error:
        raise UnusableRule(rrule) from error
    return rule


def _numbers(parts: Mapping[str, str], name: str) -> Set[int]:
    return {int(one) for one in parts[name].split(",")} if name in parts else set()


def _has_days(parts: Mapping[str, str]) -> bool:
    """Whether there can be days of a month, and a place among them, as the rule names them."""
    months, days = _numbers(parts, "BYMONTH"), _numbers(parts, "BYMONTHDAY")
    if not months <= set(range(1, 13)):
        return False
    longest = max((_LONGEST[month - 1] for month in months), default=31)
    if days and all(abs(day) > longest for day in days):
        return False
    yearly = parts["FREQ"] == "YEARLY"
    # In a whole year the 53rd Monday can be named; in a month, the fifth.
    weeks = 53 if yearly and not months else 5
    weekdays = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    counted = [int(found[1]) for one in weekdays if (found := _COUNTED_DAY.fullmatch(one))]
    if any(abs(one) > weeks for one in counted):
        return False
    often = (len(months) or 12) if yearly else 1
    most = [len(days) * often] if days else []
    if weekdays:
        span = often if weeks == 5 else 1
        most.append((len(counted) + (len(weekdays) - len(counted)) * weeks) * span)
    times = (len(_numbers(parts, "BYHOUR")) or 1) * (len(_numbers(parts, "BYMINUTE")) or 1)
    places = min(most, default=len(months) if yearly and months else 1) * times
    return all(abs(place) <= places for place in _numbers(parts, "BYSETPOS"))


def _too_close(parts: Mapping[str, str], first_local: datetime) -> bool:
    """Whether two of the times of a day lie closer together than is offered."""
    minutes = _numbers(parts, "BYMINUTE") or {first_local.minute}
    hours = _numbers(parts, "BYHOUR") or {first_local.hour}
    if parts["FREQ"] == "MINUTELY":
        return False  # Its interval tells.
    if parts["FREQ"] == "HOURLY" and "BYHOUR" not in parts:
        step = int(parts.get("INTERVAL", "1"))
        hours = set(range(first_local.hour % step, 24, step)) if 24 % step == 0 else set(range(24))
    times = sorted(hour * 60 + minute for hour in hours for minute in minutes)
    if len(times) == 1:
        return False
    return any(later - earlier < CLOSEST_MINUTES for earlier, later in pairwise([*times, times[0] + 24 * 60]))


def _comes(parts: Mapping[str, str], first_local: datetime) -> bool:
    """Whether it ever comes round, wherever it ends. What never does is looked for up to the last year there is:
    it is tried out as late as the same calendar allows, so that it isn't looked for through eight thousand years.
    """
    cycles = max(0, _LAST_YEAR - _LOOKED_THROUGH - first_local.year) // _CYCLE
    late = first_local.replace(year=first_local.year + cycles * _CYCLE)
    rule = ";".join(f"{name}={value}" for name, value in parts.items() if name != "UNTIL")
    return occurrences(rule, late, UTC).after(late, inc=True) is not None
