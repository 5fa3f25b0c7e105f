"""Weeks, weekends, months and years."""

from cairn.when.calendar_math import (
    month_period,
    next_month_named,
    unit_period,
    year_period,
)  # fmt: skip
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
def unit_this(context: Context, unit: str) -> Period | None:
    return unit_period(unit, 0, context.today)


@produces("period")
def period_same(_: Context, period: Period) -> Period:
    return period


@produces("within")
def within_period(_: Context, period: Period) -> Period:
    return period


@produces("within")
def within_unit(context: Context, unit: str) -> Period | None:
    return unit_period(unit, 0, context.today)


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
    return Period(first.start, last.start if unit == "day" else last.until, last.grain)


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
