"""When a rule comes round again, on the clock on the wall."""

import re
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from cairn.when.calendar_math import add_months
from cairn.when.values import Rule, Time
from cairn.when.zones import at_wall, resolve

MOST_LEFT_OUT = 1000
_COUNT = re.compile(r"(?<=COUNT=)\d+")
SET_BACK = timedelta(hours=26)
STEPS = {
    "MINUTELY": timedelta(minutes=1),
    "HOURLY": timedelta(hours=1),
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(weeks=1),
}


def next_occurrence(rule: str, start_local: datetime, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The next occurrence strictly after `after`, in UTC, or None when the rule has run out.

    `rule` is an RRULE value and `start_local` the naive wall time of its first occurrence. The time on
    the wall stays the same when the clocks change: in a gap it becomes the next minute there is, in an
    overlap the first of the two.
    """
    # The wall clock may have been set back by up to a few hours around `after`; look from well before.
    wall = after.astimezone(zone).replace(tzinfo=None) - SET_BACK
    found = occurrences(rule, _in_step(rule, start_local, wall), zone)
    local = found.after(wall, inc=True)
    while local is not None:
        moment = resolve(local, zone)
        if moment > after:
            return moment
        local = found.after(local)
    return None


def _in_step(rule: str, start_local: datetime, wall: datetime) -> datetime:
    """A start with the same occurrences from `wall` on, so that one that began years ago isn't counted through.

    A rule with a COUNT is finite and counted from its start; months and years are few enough to count.
    """
    fields = dict(field.upper().partition("=")[::2] for field in rule.split(";"))
    unit = STEPS.get(fields.get("FREQ", ""))
    if unit is None or "COUNT" in fields or wall <= start_local:
        return start_local
    step = unit * int(fields.get("INTERVAL", "1"))
    return start_local + (wall - start_local) // step * step


@lru_cache(maxsize=256)
def occurrences(rule: str, start_local: datetime, zone: tzinfo) -> rrule:
    """The wall times on which a rule falls, from the one that it counts from."""
    fields = []
    for field in rule.split(";"):
        name, _, value = field.partition("=")
        if name.upper() == "UNTIL" and value.upper().endswith("Z"):
            until = datetime.strptime(value.upper(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            value = until.astimezone(zone).strftime("%Y%m%dT%H%M%S")
        fields.append(f"{name}={value}")
    parsed = rrulestr(";".join(fields), dtstart=start_local)
    if not isinstance(parsed, rrule):
        raise ValueError(f"not a single RRULE: {rule!r}")
    return parsed


def first_day(rule: Rule, today: date, earliest: date) -> date | None:
    """The first day on or after `earliest` on which a rule falls when it begins at `today`."""
    if not (rule.by_day or rule.by_month_day or rule.by_month):
        return earliest
    rule = rule._replace(freq="DAILY" if rule.within_a_day else rule.freq)
    text = written(rule._replace(interval=1, times=None, until=None, span=None, by_hour=()), None)
    found = occurrences(text, datetime.combine(today, time()), UTC).after(datetime.combine(earliest, time()), inc=True)
    return found.date() if found else None


def written(rule: Rule, until: datetime | None) -> str:
    """The rule as an RRULE value; `until` is the last moment it may fall on."""
    fields = [f"FREQ={rule.freq}"]
    if rule.interval > 1:
        fields.append(f"INTERVAL={rule.interval}")
    if rule.by_month:
        fields.append("BYMONTH=" + ",".join(map(str, rule.by_month)))
    if rule.by_month_day:
        fields.append("BYMONTHDAY=" + ",".join(map(str, rule.by_month_day)))
    if rule.by_day:
        fields.append("BYDAY=" + ",".join(rule.by_day))
    if rule.by_hour:
        fields.append("BYHOUR=" + ",".join(map(str, rule.by_hour)))
    if rule.by_set_pos:
        fields.append(f"BYSETPOS={rule.by_set_pos}")
    if rule.times:
        fields.append(f"COUNT={rule.times}")
    if until:
        fields.append(f"UNTIL={until.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    return ";".join(fields)


def last_moment(rule: Rule, start: datetime, until: Time | None, day: date | None, zone: tzinfo) -> datetime | None:
    """The end that "until friday" or "for 3 weeks" puts to a rule."""
    if day is not None and until is not None:
        clock = until.clock.time() if until.clock and until.clock.settled else time(23, 59, 59)
        return at_wall(datetime.combine(day, clock), zone)
    if rule.span is not None:
        over = add_months(start.date(), rule.span.months) + timedelta(days=rule.span.days - 1)
        return at_wall(datetime.combine(over, time(23, 59, 59)), zone)
    return None


def left_out(rule: str, start_local: datetime, zone: tzinfo, days: Iterable[date]) -> list[str]:
    """The wall times of a rule on some days, in ISO 8601, as a row keeps what is left out."""
    every, found = occurrences(rule, start_local, zone), list[datetime]()
    for day in sorted(days):
        begins = datetime.combine(day, time())
        found += every.between(begins, begins + timedelta(days=1) - timedelta(microseconds=1), inc=True)
    return [one.isoformat() for one in found]


def begun(rule: str, start_local: datetime, zone: tzinfo, without: Collection[date]) -> tuple[datetime, str] | None:
    """The first wall time of a rule that isn't on a day that is left out, and the rule as it counts from there.

    Nothing where all of its times, or a thousand of them, are left out.
    """
    for gone, found in enumerate(islice(occurrences(rule, start_local, zone), MOST_LEFT_OUT)):
        if found.date() not in without:
            return found, _COUNT.sub(lambda count: str(int(count[0]) - gone), rule)  # noqa: B023
    return None
