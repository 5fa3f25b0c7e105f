"""Days, weeks and months reckoned from a day."""

from calendar import monthrange
from datetime import date, timedelta

from cairn.when.moment import Grain
from cairn.when.values import Context, Period, Time


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def day_or_none(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= 9990 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def month_period(year: int, month: int, said_year: bool = True) -> Period:
    start = date(year, month, 1)
    return Period(start, add_months(start, 1), Grain.MONTH, said_year)


def year_period(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1), Grain.YEAR)


def unit_period(unit: str, steps: int, today: date) -> Period | None:
    """This (0), the next (1) or the last (-1) week, month and so on, on the calendar."""
    if unit == "day":
        start = today + timedelta(days=steps)
        return Period(start, start + timedelta(days=1), Grain.DAY)
    if unit == "week":
        start = monday_of(today) + timedelta(weeks=steps)
        return Period(start, start + timedelta(days=7), Grain.WEEK)
    if unit == "weekend":
        start = monday_of(today) + timedelta(weeks=steps, days=5)
        return Period(start, start + timedelta(days=2), Grain.DAY)
    if unit == "month":
        start = add_months(today.replace(day=1), steps)
        return Period(start, add_months(start, 1), Grain.MONTH)
    if unit == "quarter":
        start = add_months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3 * steps)
        return Period(start, add_months(start, 3), Grain.MONTH)
    if unit == "year" and 1 < today.year + steps < 9990:
        return year_period(today.year + steps)
    return None


def next_weekday(weekday: int, today: date, steps: int = 1) -> date:
    """The `steps`-th such weekday after today, or before it when `steps` is negative."""
    if steps > 0:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1 + 7 * (steps - 1))
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1 + 7 * (-steps - 1))


def nth_weekday(period: Period, weekday: int, nth: int) -> date | None:
    """The n-th such weekday of a period, from its end when `nth` is negative."""
    if nth > 0:
        day = period.start + timedelta(days=(weekday - period.start.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = period.until - timedelta(days=1)
        day = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if period.start <= day < period.until else None


def next_month_named(month: int, context: Context) -> Period:
    """The month by that name that is running or still to come (or, looking back, the last that began)."""
    today = context.today
    year = today.year
    if context.future and month < today.month:
        year += 1
    elif not context.future and month > today.month:
        year -= 1
    return month_period(year, month, said_year=False)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def day_of(time: Time, context: Context) -> tuple[date, bool] | None:
    """The day that the parts of a date fall on, and whether it may be trusted without reading back."""
    if time.fixed is not None:
        agrees = time.year is None or time.fixed.year == time.year
        return (time.fixed, True) if agrees else None
    if time.day is None and time.weekday is not None:
        return _by_weekday(time, time.weekday, context)
    if time.day is not None:
        return _by_number(time, time.day, context)
    if time.period is not None:
        return time.period.start, time.period.said_year or time.period.start.year == context.today.year
    return None


def _by_weekday(time: Time, weekday: int, context: Context) -> tuple[date, bool] | None:
    if time.period is not None:
        day = nth_weekday(time.period, weekday, 1)
        return (day, True) if day else None
    if time.month is not None or time.year is not None:
        return None
    day = next_weekday(weekday, context.today, 1 if context.future else -1)
    if time.past:
        day = next_weekday(weekday, context.today, -1)
    return day, day.year == context.today.year and weekday != context.today.weekday()


def _by_number(time: Time, number: int, context: Context) -> tuple[date, bool] | None:
    today = context.today
    if time.period is not None:
        if time.period.grain is not Grain.MONTH:
            return None
        day = day_or_none(time.period.start.year, time.period.start.month, number)
        return (day, time.period.said_year or day.year == today.year) if day else None
    if time.year is not None:
        day = day_or_none(time.year, time.month, number) if time.month else None
        return (day, time.weekday is None or day.weekday() == time.weekday) if day else None
    step = (12 if time.month else 1) * (1 if context.future else -1)
    month = date(today.year, time.month or today.month, 1)
    for _ in range(60):
        day = day_or_none(month.year, month.month, number)
        ahead = day is not None and (day >= today if context.future else day <= today)
        if day is not None and ahead and time.weekday in (None, day.weekday()):
            return day, day.year == today.year
        month = add_months(month, step)
    return None
