"""What bounds something that comes again: where it begins, the stretch it is within, the days it leaves out."""

from datetime import timedelta

from cairn.when.calendar_math import next_month_named
from cairn.when.moment import Grain
from cairn.when.productions.clocks import in_half
from cairn.when.productions.registry import produces
from cairn.when.productions.repeats import DAY_NAMES
from cairn.when.values import Context, Duration, Period, Rule, Time

_MONTHS = tuple(range(1, 13))


@produces("time")
def rule_from(_: Context, time: Time, start: Time) -> Time | None:
    """ "every day starting monday"."""
    if time.rule is None or time.rule.since or start.rule or start.end or not start.has_day():
        return None
    if start.has_clock() and time.has_clock():
        return None
    day = start._replace(clock=None, part=None, weak=False)
    clock, part = time.clock or start.clock, time.part or start.part
    return time._replace(rule=time.rule._replace(since=day), clock=clock, part=part, weak=False)


@produces("time")
def from_then_rule(_: Context, start: Time, time: Time) -> Time | None:
    """ "from monday on, every day"."""
    return rule_from(_, time, start)


@produces("time")
def rule_until(context: Context, time: Time, end: Time) -> Time | None:
    rule = _in_every_week(time).rule
    if rule is None or rule.until or rule.times or rule.span:
        return None
    last = end if _is_day(end) else _hour_ahead(context, time, end)
    return time._replace(rule=rule._replace(until=last)) if last is not None else None


def _hour_ahead(context: Context, time: Time, end: Time) -> Time | None:
    """The next such hour, at which something that comes again within a day ends: "every 20 minutes until 3pm"."""
    if time.rule is None or not time.rule.within_a_day or time.has_clock():
        return None
    if end.clock is None or end != Time(clock=end.clock, midnight=end.midnight):
        return None
    clock = end.clock if end.clock.settled else in_half(end.clock, "pm") or end.clock
    ahead = timedelta(days=0 if clock.time() > context.wall.time() else 1)
    return Time(fixed=context.today + ahead, clock=clock._replace(settled=True))


@produces("time")
def rule_times(_: Context, time: Time, count: int) -> Time | None:
    if time.rule is None or time.rule.until or time.rule.times or time.rule.span or not 0 < count < 10_000:
        return None
    return time._replace(rule=time.rule._replace(times=count))


@produces("time")
def time_for(_: Context, time: Time, length: Duration) -> Time | None:
    """ "every day for 3 weeks" ends the rule, "tomorrow at 3 for 20 minutes" says how long it takes."""
    if length.days or length.months:
        if time.rule is None and not time.duration and not time.end and time.has_day() and not time.has_clock():
            return None if length.seconds or time.same_clock else time._replace(duration=length, weak=False)
        rule = _in_every_week(time).rule
        if rule is None or rule.until or rule.times or rule.span or length.seconds:
            return None
        return time._replace(rule=rule._replace(span=length))
    if time.duration or time.end:
        return None
    return time._replace(duration=length)


@produces("time")
def rule_between(_: Context, time: Time, start: Time, end: Time) -> Time | None:
    """ "every monday from january 4 to february 8"."""
    begun = rule_from(_, time, start)
    return rule_until(_, begun, end) if begun else None


@produces("time")
def rule_within_month(context: Context, time: Time, month: int) -> Time | None:
    """ "todos los días de diciembre"."""
    return rule_within(context, time, next_month_named(int(month), context))


@produces("time")
def rule_within(_: Context, time: Time, period: Period) -> Time | None:
    """ "every day next week", "every morning in december"."""
    rule = (_in_every_week(time) if period.ahead else time).rule
    if rule is None or rule.since or rule.until or rule.times or rule.span:
        return None
    if rule.freq == "YEARLY":
        if period.grain is not Grain.MONTH or period.said_year or rule.by_month:
            return None
        return time._replace(rule=rule._replace(by_month=(period.start.month,), by_month_day=(1,)))
    if period.ahead and period.grain in (Grain.WEEK, Grain.MONTH):
        return time._replace(rule=rule._replace(span=_length(period)))
    last = Time(fixed=period.until - timedelta(days=1))
    return time._replace(rule=rule._replace(since=Time(fixed=period.start), until=last))


def _length(period: Period) -> Duration:
    if period.grain is Grain.WEEK:
        return Duration(days=(period.until - period.start).days, grain=Grain.DAY)
    years, months = period.until.year - period.start.year, period.until.month - period.start.month
    return Duration(months=12 * years + months, grain=Grain.MONTH)


@produces("time")
def rule_on_weekdays_only(_: Context, time: Time, weekdays: tuple[int, ...]) -> Time | None:
    """ "daily at 9:45, mon to fri"."""
    rule = time.rule
    if rule is None or rule.freq != "DAILY" or rule.interval > 1 or rule.by_day or rule.until or rule.times:
        return None
    by_day = tuple(DAY_NAMES[day] for day in weekdays)
    return time._replace(rule=rule._replace(freq="WEEKLY", by_day=by_day), weak=False)


@produces("leftdays")
def left_weekdays(_: Context, weekdays: tuple[int, ...]) -> tuple[int, ...]:
    return weekdays


@produces("leftdays")
def left_weekend(_: Context, unit: str) -> tuple[int, ...] | None:
    return (5, 6) if unit == "weekend" else None


@produces("leftdays")
def left_workdays(_: Context, _workday: str) -> tuple[int, ...]:
    return (0, 1, 2, 3, 4)


@produces("leftdays")
def left_more(_: Context, first: tuple[int, ...], rest: tuple[int, ...]) -> tuple[int, ...]:
    return (*first, *rest)


@produces("time")
def rule_without_days(_: Context, time: Time, left: tuple[int, ...]) -> Time | None:
    """ "every day except sundays"; None where nothing would be left, or nothing is taken away."""
    rule = time.rule
    if rule is None or rule.freq not in ("MINUTELY", "HOURLY", "DAILY", "WEEKLY") or not left:
        return None
    if rule.freq == "WEEKLY" and not rule.by_day:
        return None
    days = rule.by_day or DAY_NAMES
    kept = tuple(day for day in days if day not in {DAY_NAMES[one] for one in left})
    if not kept or len(kept) == len(days):
        return None
    weekly = rule.freq == "DAILY" and rule.interval == 1
    return time._replace(rule=rule._replace(freq="WEEKLY" if weekly else rule.freq, by_day=kept))


@produces("time")
def rule_without_month(_: Context, time: Time, month: int) -> Time | None:
    """ "every month except august"."""
    rule = time.rule
    if rule is None or rule.freq == "YEARLY" or month not in (rule.by_month or _MONTHS):
        return None
    kept = tuple(one for one in rule.by_month or _MONTHS if one != month)
    return time._replace(rule=rule._replace(by_month=kept)) if kept else None


@produces("time")
def rule_without_date(_: Context, time: Time, day: Time) -> Time | None:
    """ "every monday except december 28": an RRULE can't say it, so it is told beside it and read back."""
    if time.rule is None or day.rule or day.end or day.has_clock() or not day.has_day():
        return None
    if (time.doubtful and not time.without) or (day.day is None and day.fixed is None):
        return None
    return time._replace(doubtful=True, without=(*time.without, day))


@produces("time")
def rule_without_more(context: Context, time: Time, day: Time) -> Time | None:
    """ "every monday except december 28 and january 4"."""
    return rule_without_date(context, time, day) if time.without else None


@produces("monthdays")
def month_days(_: Context, first: int, last: int) -> tuple[int, ...] | None:
    return month_days_more(_, first, (last,))


@produces("monthdays")
def month_days_more(_: Context, first: int, rest: tuple[int, ...]) -> tuple[int, ...] | None:
    return (first, *rest) if all(1 <= day <= 31 for day in (first, *rest)) and first not in rest else None


@produces("dates")
def days_before_month(_: Context, days: tuple[int, ...], month: int) -> tuple[Time, ...]:
    """ "24 et 25 décembre", which only where days are left out are dates for sure."""
    return tuple(Time(month=int(month), day=day) for day in days)


@produces("dates")
def days_behind_month(_: Context, month: int, days: tuple[int, ...]) -> tuple[Time, ...]:
    """ "december 24 and 25"."""
    return days_before_month(_, days, month)


@produces("time")
def rule_without_dates(context: Context, time: Time, days: tuple[Time, ...]) -> Time | None:
    """ "every weekday except december 24 and 25"."""
    fewer: Time | None = time
    for day in days:
        fewer = rule_without_date(context, fewer, day) if fewer is not None else None
    return fewer


@produces("rule")
def times_per_unit(_: Context, times: int, unit: str) -> Rule | None:
    """ "three times a week": spread over it as evenly as a person would, and read back where the days are a guess."""
    if unit == "day":
        hours = {1: (), 2: (9, 21), 3: (9, 15, 21), 4: (9, 13, 17, 21)}.get(times)
        return None if hours is None else Rule("DAILY", by_hour=hours, guessed=times > 1)
    if unit == "week":
        days = {1: (), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4), 6: (0, 1, 2, 3, 4, 5)}.get(times)
        if days is None:
            return None
        return Rule("WEEKLY", by_day=tuple(DAY_NAMES[day] for day in days), guessed=times > 1)
    if unit == "month":
        numbers = {1: (), 2: (1, 15), 3: (1, 11, 21)}.get(times)
        return None if numbers is None else Rule("MONTHLY", by_month_day=numbers, guessed=times > 1)
    if unit == "year" and times in (1, 2, 3, 4, 6):
        return Rule("YEARLY") if times == 1 else Rule("MONTHLY", 12 // times, guessed=True)
    if unit == "hour" and times in (1, 2, 3, 4):
        return Rule("HOURLY") if times == 1 else Rule("MINUTELY", 60 // times)
    return None


def _in_every_week(time: Time) -> Time:
    """Weekdays in a row come every week where an end is said: "mon, wed and fri for 8 weeks"."""
    rule = time.rule
    once = rule is not None and rule.times == len(rule.by_day) > 1 and time.doubtful
    return time._replace(rule=rule._replace(times=None)) if rule is not None and once else time


def _is_day(time: Time) -> bool:
    return time.has_day() and not time.rule and not time.end
