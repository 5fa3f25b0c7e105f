"""Days told by number and month, and feasts."""

from datetime import date, timedelta

from cairn.when.calendar_math import (
    day_or_none,
    easter,
    month_period,
    nth_weekday,
)  # fmt: skip
from cairn.when.moment import Grain
from cairn.when.productions.registry import produces
from cairn.when.values import Context, Period, Time


@produces("day")
def day_number(_: Context, number: int) -> Time | None:
    return Time(day=number) if 1 <= number <= 31 else None


@produces("day")
def day_number_weak(_: Context, number: int) -> Time | None:
    """ "the 3rd" is a day only when something else says so."""
    return Time(day=number, weak=True) if 1 <= number <= 31 else None


@produces("day")
def weekday_number(_: Context, weekday: int, number: int) -> Time | None:
    """ "Tuesday the 19th"."""
    return Time(weekday=int(weekday), day=number) if 1 <= number <= 31 else None


@produces("day")
def weekday_number_weak(_: Context, weekday: int, number: int) -> Time | None:
    """ "Friday 13" may as well be two things in a list."""
    return Time(weekday=int(weekday), day=number, weak=True) if 1 <= number <= 31 else None


@produces("monthday")
def month_day(_: Context, month: int, day: int) -> tuple[int, int] | None:
    return (int(month), day) if day_or_none(2000, month, day) else None


@produces("monthday")
def day_month(_: Context, day: int, month: int) -> tuple[int, int] | None:
    return month_day(_, month, day)


@produces("monthday")
def slashed_day(context: Context, pair: tuple[int, int]) -> tuple[int, int] | None:
    first, second = pair
    if first > 12 >= second or not context.month_first:
        return month_day(context, second, first) if second <= 12 else month_day(context, first, second)
    return month_day(context, first, second)


@produces("day")
def spaced_day(_: Context, day: int, month: int) -> Time | None:
    """ "17 2", a day only when nothing else is said."""
    return Time(month=month, day=day, weak=True) if day_or_none(2000, month, day) else None


@produces("day")
def spaced_date(_: Context, day: int, month: int, year: int) -> Time | None:
    """ "24 12 14"."""
    found = day_or_none(year + 2000 if year < 100 else year, month, day)
    return Time(fixed=found, weak=True) if found and (year < 100 or 1900 <= year <= 2199) else None


@produces("day")
def day_of_monthday(_: Context, pair: tuple[int, int]) -> Time:
    return Time(month=pair[0], day=pair[1])


@produces("day")
def slashed_alone(context: Context, pair: tuple[int, int]) -> Time | None:
    """ "3/4" alone is as often a fraction; led by "on" or beside a clock it is a day."""
    found = slashed_day(context, pair)
    if found is None or pair == (24, 7):
        return None
    fraction = pair[0] < pair[1] <= 4
    return Time(month=found[0], day=found[1], weak=fraction, doubtful=max(pair) <= 12 and pair[0] != pair[1])


@produces("day")
def day_of_monthday_year(_: Context, pair: tuple[int, int], year: int) -> Time | None:
    return Time(fixed=day_or_none(year, *pair)) if day_or_none(year, *pair) else None


@produces("day")
def day_of_monthday_short_year(_: Context, pair: tuple[int, int], year: int) -> Time | None:
    """ "31 octobre 74", a date only when nothing else is said."""
    day = day_or_none(1900 + year, *pair) if 50 <= year < 100 else None
    return Time(fixed=day, weak=True) if day else None


@produces("day")
def day_of_numbers(_: Context, numbers: tuple[int, int, int] | None) -> Time | None:
    day = day_or_none(*numbers) if numbers else None
    return Time(fixed=day) if day else None


@produces("day")
def holiday(context: Context, rule: tuple[int, ...]) -> Time | None:
    """A feast by its rule, see `_feast`."""
    for year in range(context.today.year - (not context.future), context.today.year + 2)[
        :: 1 if context.future else -1
    ]:
        day = _feast(rule, year)
        if day and (day >= context.today if context.future else day <= context.today):
            return Time(fixed=day, doubtful=day.year != context.today.year)
    return None


@produces("day")
def holiday_of_year(_: Context, rule: tuple[int, ...], year: int) -> Time | None:
    day = _feast(rule, year)
    return Time(fixed=day) if day else None


@produces("day")
def holiday_of_period(context: Context, rule: tuple[int, ...], period: Period) -> Time | None:
    """ "Christmas next year"."""
    return holiday_of_year(context, rule, period.start.year) if period.grain is Grain.YEAR else None


@produces("day")
def holiday_coming(context: Context, rule: tuple[int, ...]) -> Time | None:
    """ "next Christmas"."""
    return holiday(context, rule)


@produces("day")
def holiday_past(context: Context, rule: tuple[int, ...]) -> Time | None:
    """ "last Christmas"."""
    for year in (context.today.year, context.today.year - 1):
        day = _feast(rule, year)
        if day and day < context.today:
            return Time(fixed=day, past=True)
    return None


@produces("day")
def holiday_here(context: Context, rules: tuple[tuple[int, ...], tuple[int, ...]]) -> Time | None:
    """A feast that one language keeps on two days: in Europe and Africa, and in the Americas."""
    return holiday(context, rules[_is_in_the_americas(context)])


@produces("day")
def holiday_here_of_year(context: Context, rules: tuple[tuple[int, ...], tuple[int, ...]], year: int) -> Time | None:
    return holiday_of_year(context, rules[_is_in_the_americas(context)], year)


@produces("time")
def holiday_weak(context: Context, rule: tuple[int, ...]) -> Time | None:
    """ "San Juan", "Reyes": the day when nothing else is said, as often a town or a family."""
    found = holiday(context, rule)
    return found._replace(weak=True) if found else None


@produces("period")
def holiday_week(context: Context, days: tuple[int, int]) -> Period | None:
    """ "Semana Santa": the days before Easter, and Easter itself."""
    for year in range(context.today.year - (not context.future), context.today.year + 2)[
        :: 1 if context.future else -1
    ]:
        start, until = (easter(year) + timedelta(days=away) for away in days)
        if until > context.today if context.future else start <= context.today:
            return Period(start, until, Grain.WEEK, said_year=False)
    return None


@produces("atom")
def atom_day(_: Context, day: Time) -> Time:
    return day


def _is_in_the_americas(context: Context) -> bool:
    """West of the Azores and of Cape Verde."""
    offset = context.now.utcoffset()
    return offset is not None and offset <= timedelta(hours=-2)


def _feast(rule: tuple[int, ...], year: int) -> date | None:
    """The day by (days from Easter,), (month, day) or (month, nth, weekday).

    A fourth number is so many days after that ("Black Friday"), a fifth the days from Easter that it gives way to,
    a week later ("fête des mères", when it is Pentecost).
    """
    if len(rule) == 1:
        return easter(year) + timedelta(days=rule[0])
    if len(rule) == 2:
        return day_or_none(year, *rule)
    day = nth_weekday(month_period(year, rule[0]), rule[2], rule[1])
    if day is None:
        return None
    after, taken = (*rule[3:], None, None)[:2]
    if taken is not None and day == easter(year) + timedelta(days=taken):
        day += timedelta(days=7)
    return day + timedelta(days=after or 0)
