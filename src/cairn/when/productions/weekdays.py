"""Weekdays, and days told by their place in a week, month or year."""

from collections.abc import Callable
from datetime import date, timedelta

from cairn.when.calendar_math import (
    day_of,
    monday_of,
    month_period,
    next_month_named,
    next_weekday,
    nth_weekday,
    unit_period,
)  # fmt: skip
from cairn.when.moment import Grain
from cairn.when.productions.clocks import clock_hour_settled
from cairn.when.productions.registry import produces
from cairn.when.values import Clock, Context, Duration, PartName, Period, Time, Weak

MOST_WORKDAYS = 260


@produces("day")
def weekday_alone(_: Context, weekday: int) -> Time:
    return Time(weekday=int(weekday), weak=isinstance(weekday, Weak))


@produces("atom")
def cut_weekday(_: Context, weekday: int, clock: Clock) -> Time:
    """ "mer 14h", where without the hour it would be the sea."""
    return Time(weekday=weekday, clock=clock)


@produces("atom")
def cut_weekday_hour(context: Context, weekday: int, hour: int) -> Time | None:
    clock = clock_hour_settled(context, hour)
    return Time(weekday=weekday, clock=clock) if clock else None


@produces("atom")
def cut_weekday_part(_: Context, weekday: int, part: PartName) -> Time:
    """ "mon morning", where "mon" alone may be a name."""
    return Time(weekday=int(weekday), part=part)


@produces("day")
def weekday_led(_: Context, weekday: int) -> Time:
    return Time(weekday=int(weekday))


@produces("day")
def weekday_coming(context: Context, weekday: int) -> Time:
    """ "jeudi prochain"; on the day before, who means tomorrow would rather say so."""
    day = next_weekday(weekday, context.today)
    return Time(fixed=day, doubtful=day == context.today + timedelta(days=1))


@produces("day")
def weekday_past(context: Context, weekday: int) -> Time:
    return Time(fixed=next_weekday(weekday, context.today, -1), past=True)


@produces("day")
def weekday_of_next_week(context: Context, weekday: int) -> Time:
    """English "next friday": of the week after this one, which not everybody means."""
    day = monday_of(context.today) + timedelta(days=7 + weekday)
    return Time(fixed=day, doubtful=day != next_weekday(weekday, context.today))


@produces("day")
def weekday_after_next(context: Context, weekday: int) -> Time:
    return Time(fixed=next_weekday(weekday, context.today, 2))


@produces("day")
def weekday_ago(context: Context, count: int, weekday: int) -> Time | None:
    return Time(fixed=next_weekday(weekday, context.today, -count), past=True) if 0 < count < 500 else None


@produces("day")
def weekday_hence(context: Context, count: int, weekday: int) -> Time | None:
    return Time(fixed=next_weekday(weekday, context.today, count)) if 0 < count < 500 else None


@produces("day")
def weekday_plus_days(context: Context, weekday: int, days: int) -> Time:
    """ "friday week", "lundi en huit" (8 counts the day itself)."""
    base = next_weekday(weekday, context.today - timedelta(days=1))
    return Time(fixed=base + timedelta(days=7 if days == 8 else 14))


@produces("day")
def days_plus_weekday(context: Context, days: int, weekday: int) -> Time:
    """ "a week on tuesday"."""
    return weekday_plus_days(context, weekday, days)


@produces("day")
def weekday_in_weeks(context: Context, weekday: int, length: Duration) -> Time | None:
    """ "wednesday in two weeks": that of the week which lies so far ahead."""
    weeks, odd = divmod(length.days, 7)
    if odd or length.seconds or length.months or not 0 < weeks < 500:
        return None
    return Time(fixed=monday_of(context.today) + timedelta(weeks=weeks, days=int(weekday)))


@produces("day")
def in_weeks_weekday(context: Context, length: Duration, weekday: int) -> Time | None:
    """ "in two weeks on wednesday"."""
    return weekday_in_weeks(context, weekday, length)


@produces("day")
def day_plus_days(context: Context, day: Time, days: int) -> Time | None:
    """ "de hoje a oito", "de hoy en quince": the day itself is counted."""
    if day.fixed is None or day.has_clock():
        return None
    return Time(fixed=day.fixed + timedelta(days=7 if days == 8 else 14))


@produces("day")
def nth_nearest_weekday(context: Context, nth: int, weekday: int, day: Time) -> Time | None:
    """ "the second closest monday to october 5th"."""
    found = None if day.has_clock() or day.period else day_of(day, context)
    if found is None or not 1 <= nth <= 10:
        return None
    base = found[0]
    near = [next_weekday(weekday, base, step) for step in (*range(-nth, 0), *range(1, nth + 1))]
    near += [base] if base.weekday() == weekday else []
    return Time(fixed=sorted(near, key=lambda one: (abs((one - base).days), one))[nth - 1], doubtful=not found[1])


@produces("day")
def nearest_weekday(context: Context, weekday: int, day: Time) -> Time | None:
    return nth_nearest_weekday(context, 1, weekday, day)


@produces("day")
def weekday_beside(context: Context, weekday: int, step: int, day: Time) -> Time | None:
    """ "the friday before christmas"."""
    found = None if day.has_clock() or day.period else day_of(day, context)
    return Time(fixed=next_weekday(weekday, found[0], step), doubtful=not found[1]) if found else None


@produces("day")
def short_weekday_of(_: Context, weekday: int, day: Time) -> Time | None:
    """ "jeu 3 déc"."""
    dated = day.month is not None and day.day is not None and day.weekday is None and not day.has_clock()
    return day._replace(weekday=weekday) if dated else None


@produces("day")
def weekday_before(context: Context, weekday: int, day: Time) -> Time | None:
    return weekday_beside(context, weekday, -1, day)


@produces("day")
def weekday_after(context: Context, weekday: int, day: Time) -> Time | None:
    return weekday_beside(context, weekday, 1, day)


@produces("day")
def nth_weekday_after(context: Context, nth: int, weekday: int, day: Time) -> Time | None:
    return weekday_beside(context, weekday, nth, day) if 1 <= nth <= 10 else None


@produces("day")
def weeks_on_weekday(context: Context, count: float, unit: str, weekday: int) -> Time | None:
    """ "two weeks on friday"."""
    if unit != "week" or count != int(count) or not 0 < count < 100:
        return None
    return Time(fixed=next_weekday(weekday, context.today) + timedelta(weeks=int(count)))


@produces("day")
def weekday_of_week(context: Context, weekday: int, period: Period) -> Time | None:
    if period.grain is not Grain.WEEK:
        return None
    day = nth_weekday(period, int(weekday), 1)
    return Time(fixed=day, past=day < context.today) if day else None


@produces("day")
def weekday_in_week(context: Context, period: Period, weekday: int) -> Time | None:
    """ "next week wednesday"."""
    return weekday_of_week(context, weekday, period)


@produces("day")
def nth_weekday_of(context: Context, nth: int, weekday: int, period: Period) -> Time | None:
    if period.grain not in (Grain.MONTH, Grain.YEAR):
        return None
    day = nth_weekday(period, int(weekday), nth)
    if day and not period.said_year and context.future and day < context.today:
        later = month_period(period.start.year + 1, period.start.month, said_year=False)
        day = nth_weekday(later, int(weekday), nth)
    return _told(lambda within: nth_weekday(within, int(weekday), nth), period, context, day)


@produces("day")
def last_weekday_of(context: Context, weekday: int, period: Period) -> Time | None:
    return nth_weekday_of(context, -1, weekday, period)


@produces("day")
def workdays_from_now(context: Context, count: int, _workday: str) -> Time | None:
    """ "in 3 working days": no day of a weekend counts."""
    if not 0 < count <= MOST_WORKDAYS:
        return None
    weeks, rest = divmod(count, 5)
    day = context.today - timedelta(days=max(0, context.today.weekday() - 4)) + timedelta(weeks=weeks)
    over = day.weekday() + rest > 4
    return Time(fixed=day + timedelta(days=rest + 2 * over))


@produces("day")
def nth_workday_of(context: Context, nth: int, _workday: str, period: Period) -> Time | None:
    """ "the first working day of the month"."""
    if period.grain is not Grain.MONTH or not nth:
        return None
    return _told(lambda within: _nth_workday(within, nth), period, context)


@produces("day")
def last_workday_of(context: Context, workday: str, period: Period) -> Time | None:
    return nth_workday_of(context, -1, workday, period)


@produces("day")
def nth_day_of(context: Context, nth: int, period: Period) -> Time | None:
    if period.grain not in (Grain.MONTH, Grain.YEAR) or nth < 1:
        return None
    return _told(lambda within: _nth_day(within, nth), period, context)


@produces("day")
def nth_last_day_of(context: Context, nth: int, period: Period) -> Time | None:
    return _told(lambda within: _nth_day(within, -nth), period, context) if nth >= 1 else None


@produces("day")
def last_day_of(context: Context, period: Period) -> Time | None:
    return nth_last_day_of(context, 1, period)


@produces("day")
def end_of(context: Context, period: Period) -> Time:
    if period.until - period.start == timedelta(days=1):
        return Time(fixed=period.start, part="evening")
    return Time(fixed=period.until - timedelta(days=1), doubtful=period.grain is not Grain.MONTH)


@produces("day")
def close_of(_: Context, day: Time) -> Time | None:
    """ "end of day friday"."""
    return None if day.has_clock() else day._replace(part="evening", weak=False)


@produces("day")
def start_of(context: Context, period: Period) -> Time:
    return Time(fixed=period.start, part="morning" if period.grain is Grain.DAY else None)


@produces("day")
def early_in_month(context: Context, month: int) -> Time:
    """ "early march"."""
    return Time(fixed=next_month_named(int(month), context).start, doubtful=True)


@produces("day")
def late_in_month(context: Context, month: int) -> Time:
    return Time(fixed=next_month_named(int(month), context).until - timedelta(days=1), doubtful=True)


@produces("day")
def middle_of(context: Context, period: Period) -> Time:
    days = (period.until - period.start).days
    return Time(fixed=period.start + timedelta(days=(days - 1) // 2), doubtful=True)


@produces("day")
def weekday_this_week(context: Context, weekday: int, unit: str) -> Time | None:
    """ "terça desta semana", the week being named without more."""
    period = unit_period(unit, 0, context.today)
    return weekday_of_week(context, weekday, period) if period else None


def _nth_day(period: Period, nth: int) -> date | None:
    day = (period.start if nth > 0 else period.until) + timedelta(days=nth - 1 if nth > 0 else nth)
    return day if period.start <= day < period.until else None


def _nth_workday(period: Period, nth: int) -> date | None:
    every = [period.start + timedelta(days=step) for step in range((period.until - period.start).days)]
    workdays = [day for day in every if day.weekday() < 5]
    return workdays[nth - 1 if nth > 0 else nth] if abs(nth) <= len(workdays) else None


def _told(
    pick: Callable[[Period], date | None], period: Period, context: Context, picked: date | None = None
) -> Time | None:
    """A day by its place in a period; of "the month" that of the next one, once it has gone by.

    Args:
        picked: The day where it was looked for already, and stays, be it past: "first monday in the month".
    """
    day = picked or pick(period)
    if day is None:
        return None
    if picked is None and period.running and context.future and day < context.today:
        day = pick(month_period(period.until.year, period.until.month)) or day
    doubtful = not period.said_year and day.year != context.today.year
    told = Time(fixed=day, past=day < context.today, doubtful=doubtful)
    if not period.running or not context.future or day > context.today:
        return told
    return told._replace(later=pick(month_period(period.until.year, period.until.month)))
