"""Weeks, weekends, months and years."""

from datetime import timedelta

from cairn.when.calendar_math import (
    add_months,
    day_of,
    monday_of,
    month_period,
    next_month_named,
    nth_weekday,
    unit_period,
    year_period,
)  # fmt: skip
from cairn.when.moment import Grain
from cairn.when.productions.registry import produces
from cairn.when.values import Context, Period, Time


@produces("period")
def month_named(context: Context, month: int) -> Period:
    return next_month_named(int(month), context)


@produces("period")
def month_stepped(context: Context, step: int, month: int) -> Period | None:
    period = next_month_named(int(month), context)
    year = period.start.year
    if step > 0 and period.start <= context.today:
        year += 1
    if step < 0:
        year = context.today.year if month < context.today.month else context.today.year - 1
    return month_period(year, int(month))


@produces("period")
def month_of_year(_: Context, month: int, year: int) -> Period:
    return month_period(year, int(month))


@produces("period")
def year_named(_: Context, year: int) -> Period:
    return year_period(year)


@produces("period")
def unit_stepped(context: Context, step: int, unit: str) -> Period | None:
    return None if unit == "day" else unit_period(unit, step, context.today)


@produces("period")
def unit_then_step(context: Context, unit: str, step: int) -> Period | None:
    return unit_stepped(context, step, unit)


@produces("period")
def unit_coming(context: Context, unit: str) -> Period | None:
    """Portuguese "para a semana": the next one."""
    return unit_stepped(context, 1, unit)


@produces("period")
def unit_after_next(context: Context, unit: str) -> Period | None:
    """ "the week after next"."""
    return None if unit == "day" else unit_period(unit, 2, context.today)


@produces("period")
def month_after_next(context: Context, month: int) -> Period:
    """ "march after next"."""
    following = next_month_named(int(month), context)
    return month_period(following.start.year + 1, int(month))


@produces("period")
def nth_unit_of(context: Context, nth: int, unit: str, within: Period) -> Period | None:
    """ "the first week of october", which begins in it; "the third quarter of 2027"."""
    if unit == "quarter" and within.grain is Grain.YEAR and nth in (1, 2, 3, 4, -1):
        start = add_months(within.start, 3 * ((nth if nth > 0 else 4) - 1))
        return Period(start, add_months(start, 3), Grain.MONTH)
    first = {"week": 0, "weekend": 5}.get(unit)
    if first is None or within.grain not in (Grain.MONTH, Grain.YEAR):
        return None
    if not within.said_year and context.future and within.until <= context.today:
        return None
    day = nth_weekday(within, first, nth)
    if day is None:
        return None
    days, grain = (7, Grain.WEEK) if unit == "week" else (2, Grain.DAY)
    return Period(day, day + timedelta(days=days), grain, within.said_year)


@produces("period")
def last_unit_of(context: Context, unit: str, within: Period) -> Period | None:
    return nth_unit_of(context, -1, unit, within)


@produces("period")
def week_of_day(context: Context, day: Time) -> Period | None:
    """ "the week of october 6th"."""
    found = None if day.has_clock() or day.period else day_of(day, context)
    if found is None:
        return None
    start = monday_of(found[0])
    return Period(start, start + timedelta(days=7), Grain.WEEK)


@produces("period")
def unit_this(context: Context, unit: str) -> Period | None:
    return unit_period(unit, 0, context.today)


@produces("period")
def period_same(_: Context, period: Period) -> Period:
    return period


@produces("within")
def within_period(_: Context, period: Period) -> Period:
    return period


@produces("within")
def within_year(_: Context, year: int) -> Period:
    return year_period(year)


@produces("within")
def within_unit(context: Context, unit: str) -> Period | None:
    period = unit_period(unit, 0, context.today)
    return period._replace(running=unit == "month") if period else None


@produces("within")
def within_month(context: Context, month: int) -> Period:
    return next_month_named(int(month), context)


@produces("period")
def units_ahead(context: Context, count: int, unit: str) -> Period | None:
    """ "the next 3 days"."""
    if not 0 < count < 1000:
        return None
    first, last = (
        unit_period(unit, 0 if unit == "day" else 1, context.today),
        unit_period(unit, count, context.today),
    )
    if first is None or last is None:
        return None
    return Period(first.start, last.start if unit == "day" else last.until, last.grain, ahead=True)


@produces("period")
def units_behind(context: Context, count: int, unit: str) -> Period | None:
    if not 0 < count < 1000:
        return None
    first, last = unit_period(unit, -count, context.today), unit_period(unit, 0, context.today)
    return Period(first.start, last.start, last.grain) if first and last else None


@produces("atom")
def atom_period(context: Context, period: Period) -> Time:
    return Time(period=period, past=period.until <= context.today)


@produces("atom")
def atom_month_alone(context: Context, month: int) -> Time:
    """A month's name, which "April" and "May" may not be."""
    return Time(period=next_month_named(int(month), context), weak=True)


@produces("atom")
def atom_year_alone(_: Context, year: int) -> Time:
    return Time(period=year_period(year), weak=True)
