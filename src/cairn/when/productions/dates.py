"""Days, and stretches of days, on the calendar."""

from datetime import UTC, date, datetime, timedelta

from cairn.when.calendar_math import (
    add_months,
    day_of,
    day_or_none,
    easter,
    monday_of,
    month_period,
    next_month_named,
    next_weekday,
    nth_weekday,
    unit_period,
    year_period,
)  # fmt: skip
from cairn.when.moment import Grain
from cairn.when.productions.registry import produces
from cairn.when.values import Context, Duration, PartName, Period, Time, Weak
from cairn.when.zones import at_wall


@produces("day")
def day_relative(context: Context, days: int) -> Time:
    """ "tomorrow"."""
    return Time(fixed=context.today + timedelta(days=days), past=days < 0)


@produces("day")
def day_relative_part(context: Context, word: tuple[int, PartName]) -> Time:
    """ "tonight"."""
    return Time(fixed=context.today + timedelta(days=word[0]), part=word[1], past=word[0] < 0)


@produces("day")
def day_part_stepped(context: Context, step: int, part: PartName) -> Time | None:
    """ "this morning", "last night"."""
    if step > 0:
        return None
    return Time(fixed=context.today + timedelta(days=step), part=part, past=step < 0)


@produces("day")
def weekday_alone(_: Context, weekday: int) -> Time:
    return Time(weekday=int(weekday), weak=isinstance(weekday, Weak))


@produces("day")
def weekday_led(_: Context, weekday: int) -> Time:
    return Time(weekday=int(weekday))


@produces("day")
def weekday_coming(context: Context, weekday: int) -> Time:
    return Time(fixed=next_weekday(weekday, context.today))


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
    return _named(day, period, context)


@produces("day")
def last_weekday_of(context: Context, weekday: int, period: Period) -> Time | None:
    return nth_weekday_of(context, -1, weekday, period)


@produces("day")
def nth_day_of(context: Context, nth: int, period: Period) -> Time | None:
    if period.grain not in (Grain.MONTH, Grain.YEAR) or nth < 1:
        return None
    day = period.start + timedelta(days=nth - 1)
    return _named(day, period, context) if day < period.until else None


@produces("day")
def nth_last_day_of(context: Context, nth: int, period: Period) -> Time | None:
    day = period.until - timedelta(days=nth)
    return _named(day, period, context) if nth >= 1 and day >= period.start else None


@produces("day")
def last_day_of(context: Context, period: Period) -> Time | None:
    return nth_last_day_of(context, 1, period)


@produces("day")
def end_of(context: Context, period: Period) -> Time:
    if period.until - period.start == timedelta(days=1):
        return Time(fixed=period.start, part="evening")
    return Time(fixed=period.until - timedelta(days=1), doubtful=period.grain is not Grain.MONTH)


@produces("day")
def start_of(context: Context, period: Period) -> Time:
    return Time(fixed=period.start, part="morning" if period.grain is Grain.DAY else None)


@produces("day")
def middle_of(context: Context, period: Period) -> Time:
    days = (period.until - period.start).days
    return Time(fixed=period.start + timedelta(days=(days - 1) // 2), doubtful=True)


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
def weekday_this_week(context: Context, weekday: int, unit: str) -> Time | None:
    """ "terça desta semana", the week being named without more."""
    period = unit_period(unit, 0, context.today)
    return weekday_of_week(context, weekday, period) if period else None


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
def day_from_now(context: Context, length: Duration) -> Time | None:
    """ "in 3 days": at the time of day it is now, unless another is said."""
    return _shifted(context, length, 1)


@produces("day")
def days_upcoming(context: Context, count: int, unit: str) -> Time | None:
    """ "2 upcoming days"."""
    return Time(fixed=context.today + timedelta(days=count)) if unit == "day" and count < 1000 else None


@produces("day")
def day_ago(context: Context, length: Duration) -> Time | None:
    return _shifted(context, length, -1)


@produces("day")
def day_from(context: Context, length: Duration, base: Time) -> Time | None:
    """ "a week from friday", "two days after christmas"."""
    return _away(context, length, base, 1)


@produces("day")
def day_before(context: Context, length: Duration, base: Time) -> Time | None:
    return _away(context, length, base, -1)


@produces("day")
def day_next_to(context: Context, step: int, base: Time) -> Time | None:
    """ "the day after christmas"."""
    return _away(context, Duration(days=1, grain=Grain.DAY), base, step)


@produces("atom")
def instant_from_now(context: Context, length: Duration) -> Time | None:
    return _instant(context, length, 1)


@produces("atom")
def instant_ago(context: Context, length: Duration) -> Time | None:
    return _instant(context, length, -1)


@produces("atom")
def instant_now(context: Context, _: int) -> Time:
    return Time(instant=context.now, grain=Grain.SECOND, weak=isinstance(_, Weak))


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


@produces("day")
def holiday(context: Context, rule: tuple[int, ...]) -> Time | None:
    """A feast by rule: (month, day), (days from Easter,), or (month, nth, weekday)."""
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


@produces("atom")
def atom_day(_: Context, day: Time) -> Time:
    return day


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


def _feast(rule: tuple[int, ...], year: int) -> date | None:
    if len(rule) == 1:
        return easter(year) + timedelta(days=rule[0])
    if len(rule) == 2:
        return day_or_none(year, *rule)
    return nth_weekday(month_period(year, rule[0]), rule[2], rule[1])


def _named(day: date | None, period: Period, context: Context) -> Time | None:
    if day is None:
        return None
    return Time(fixed=day, past=day < context.today, doubtful=not period.said_year and day.year != context.today.year)


def _shifted(context: Context, length: Duration, sign: int) -> Time | None:
    if length.seconds or not (length.days or length.months):
        return None
    day = _moved(context.today, length, sign)
    grain = Grain.HOUR if length.grain is Grain.DAY else Grain.DAY
    return Time(fixed=day, same_clock=True, past=sign < 0, grain=grain) if day else None


def _away(context: Context, length: Duration, base: Time, sign: int) -> Time | None:
    if length.seconds or base.same_clock:
        return None
    found = day_of(base, context)
    day = _moved(found[0], length, sign) if found else None
    return Time(fixed=day, part=base.part, doubtful=not (found and found[1])) if day else None


def _moved(day: date, length: Duration, sign: int) -> date | None:
    try:
        return add_months(day, sign * length.months) + timedelta(days=sign * length.days)
    except (ValueError, OverflowError):
        return None


def _instant(context: Context, length: Duration, sign: int) -> Time | None:
    if not length.seconds:
        return None
    day = _moved(context.today, length, sign)
    if day is None:
        return None
    base = context.now
    if day != context.today:
        base = at_wall(datetime.combine(day, context.wall.time()), context.zone)
    moved = base.astimezone(UTC) + timedelta(seconds=sign * length.seconds)
    return Time(instant=moved.astimezone(context.zone), past=sign < 0, grain=length.grain)
