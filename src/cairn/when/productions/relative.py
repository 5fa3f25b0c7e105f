"""Days and instants told by how far off they are."""

from datetime import UTC, date, datetime, timedelta

from cairn.when.calendar_math import (
    add_months,
    day_of,
)  # fmt: skip
from cairn.when.moment import Grain
from cairn.when.productions.numbers import duration, duration_of_minutes
from cairn.when.productions.registry import produces
from cairn.when.values import Context, Duration, PartName, Time, Weak
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


@produces("day")
def eve_of(context: Context, base: Time) -> Time | None:
    """ "la veille de Noël"."""
    return day_next_to(context, -1, base)


@produces("day")
def morrow_of(context: Context, base: Time) -> Time | None:
    return day_next_to(context, 1, base)


@produces("day")
def at_the_same_hour(_: Context, day: Time) -> Time | None:
    """ "this time tomorrow"."""
    if day.has_clock() or day.same_clock or day.past:
        return None
    return day._replace(same_clock=True, grain=Grain.HOUR, weak=False)


@produces("atom")
def early_on_day(_: Context, day: Time) -> Time | None:
    """ "mañana temprano": in the morning of it."""
    return None if day.has_clock() or day.same_clock else day._replace(part="morning", weak=False)


@produces("atom")
def hour_stepped(context: Context, step: int, unit: str) -> Time | None:
    """ "the next hour", on the clock; in a sentence it is as often a stretch, or a last minute."""
    if unit != "hour" or not step:
        return None
    full = context.now.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
    moved = (full + timedelta(hours=step)).astimezone(context.zone)
    return Time(instant=moved, grain=Grain.HOUR, past=step < 0, weak=True)


@produces("atom")
def hour_then_step(context: Context, unit: str, step: int) -> Time | None:
    return hour_stepped(context, step, unit)


@produces("atom")
def instant_from_now(context: Context, length: Duration) -> Time | None:
    return _instant(context, length, 1)


@produces("atom")
def instant_by(context: Context, length: Duration) -> Time | None:
    """ "d'ici 2h": a length; "d'ici 18h" is by six in the evening."""
    said_of_a_clock = 7 <= length.seconds / 3600 < 24 and not length.days and not length.months
    return None if said_of_a_clock else _instant(context, length, 1)


@produces("atom")
def units_from_now(context: Context, count: float, unit: str) -> Time | None:
    """ "in 2 more minutes"."""
    length = duration(context, count, unit)
    return _instant(context, length, 1) if length is not None else None


@produces("atom")
def minutes_from_now(context: Context, minutes: int) -> Time | None:
    """ "in 15'"."""
    return _instant(context, duration_of_minutes(context, minutes), 1)


@produces("atom")
def instant_ago(context: Context, length: Duration) -> Time | None:
    return _instant(context, length, -1)


@produces("atom")
def instant_now(context: Context, _: int) -> Time:
    return Time(instant=context.now, grain=Grain.SECOND, weak=isinstance(_, Weak))


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
