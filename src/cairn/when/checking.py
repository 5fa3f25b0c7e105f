"""Which rules of repetition may be kept: those that come round, and whose days can be found in no time."""

import re
from collections.abc import Mapping, Set
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cairn.when.recurrence import next_occurrence
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
        just_before = resolve(first_local, zone) - timedelta(microseconds=1)
        if next_occurrence(rule, first_local, zone, just_before) is None:
            raise UnusableRule(rrule)
    except (ValueError, OverflowError, TypeError) as error:
        raise UnusableRule(rrule) from error
    return rule
