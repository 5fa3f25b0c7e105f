"""Times of day."""

from datetime import time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from cairn.when.moment import Grain
from cairn.when.productions.registry import produces
from cairn.when.values import Clock, Context, PartName, Time

EARLIEST_EVENING = 5
"""From this hour on "at night" is before midnight."""


def bare_hour(hour: int, context: Context) -> Clock | None:
    """An hour without a half of the day: with a clock of 12 hours it may be either."""
    if not 0 <= hour <= 24:
        return None
    return Clock(hour % 24, 0, 0, settled=hour > 12 or hour == 0, grain=Grain.HOUR)


def in_half(clock: Clock, half: str) -> Clock | None:
    """The clock in the half of the day that was said; "15:00 pm" is taken as it stands.

    Args:
        half: `am` or `pm`; `night`, which is both sides of midnight ("las 12 de la noche", "3 at night");
            or `forenoon`, which ends with noon ("las 12 de la mañana").
    """
    if half == "night":
        half = "am" if clock.hour % 12 < EARLIEST_EVENING else "pm"
    elif half == "forenoon":
        half = "pm" if clock.hour == 12 else "am"
    if clock.hour > 12 or (clock.settled and clock.hour == 0):
        return clock._replace(settled=True) if half == "pm" or clock.hour == 0 else None
    return clock._replace(hour=clock.hour % 12 + (12 if half == "pm" else 0), settled=True)


@produces("clock")
def clock(_: Context, value: Clock) -> Clock:
    return value


@produces("clock")
def clock_hour(context: Context, hour: int) -> Clock | None:
    """ "at 3": still open which half of the day."""
    return bare_hour(hour, context)


@produces("clock")
def clock_hour_settled(context: Context, hour: int) -> Clock | None:
    """ "15h": as a clock of 24 hours says it."""
    found = bare_hour(hour, context)
    return found._replace(settled=True) if found else None


@produces("clock")
def clock_hour_minute(context: Context, hour: int, minute: int) -> Clock | None:
    """ "at 12 15", "quinze heures trente"."""
    found = bare_hour(hour, context)
    return _moved(found, minute) if found and 0 <= minute < 60 else None


@produces("clock")
def clock_minutes_named(_: Context, value: Clock) -> Clock:
    """ "11h 45 min", where the last word adds nothing."""
    return value


@produces("clock")
def clock_zero_minute(context: Context, hour: int, _: int, minute: int) -> Clock | None:
    """ "seis cero dos": 6:02."""
    found = bare_hour(hour, context)
    return _moved(found, minute) if found and 0 < minute < 10 else None


@produces("clock")
def clock_run_together(_: Context, digits: str) -> Clock | None:
    """ "at 1030"."""
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if hour > 23 or minute > 59:
        return None
    return Clock(hour, minute, 0, settled=hour > 12 or digits.startswith("0"))


@produces("clock")
def run_together_half_said(context: Context, digits: str, half: str) -> Clock | None:
    """ "330 p.m."."""
    found = clock_run_together(context, digits)
    return in_half(found, half) if found is not None and 0 < found.hour <= 12 else None


@produces("clock")
def clock_before_noon(_: Context, value: Clock) -> Clock | None:
    """ "3:18a"."""
    return in_half(value, "am")


@produces("clock")
def clock_half_said(_: Context, value: Clock, half: str) -> Clock | None:
    return in_half(value, half)


@produces("clock")
def hour_half_said(context: Context, hour: int, half: str) -> Clock | None:
    found = bare_hour(hour, context)
    return in_half(found, half) if found and 0 < hour <= 24 else None


@produces("clock")
def hour_minute_half_said(context: Context, hour: int, minute: int, half: str) -> Clock | None:
    """ "ten thirty am"."""
    found = clock_hour_minute(context, hour, minute)
    return in_half(found, half) if found else None


@produces("clock")
def hour_less_half_said(context: Context, hour: int, minutes: int, half: str) -> Clock | None:
    """ "seis menos cuarto de la tarde"."""
    found = bare_hour(hour, context)
    said = in_half(found, half) if found and 0 < hour <= 12 else None
    return _moved(said, -int(minutes)) if said else None


@produces("clock")
def noon(context: Context, hour: int) -> Clock:
    """Noon, at the person's own hour, and midnight."""
    at = context.parts.noon if hour == 12 else time(hour)
    return Clock(at.hour, at.minute, grain=Grain.HOUR)


@produces("hourish")
def hourish_clock(_: Context, value: Clock) -> Clock | None:
    return value if value.minute == 0 else None


@produces("hourish")
def hourish_number(context: Context, hour: int) -> Clock | None:
    return bare_hour(hour, context)


@produces("clock")
def minutes_past(_: Context, minutes: float, hour: Clock) -> Clock | None:
    return _moved(hour, int(minutes)) if 0 < minutes < 60 else None


@produces("clock")
def minutes_past_led(context: Context, minutes: int, hour: int) -> Clock | None:
    """British "at half eight"."""
    found = bare_hour(hour, context)
    return _moved(found, 30)._replace(grain=Grain.HOUR) if found and minutes == 30 else None


@produces("atom")
def half_hour_said(context: Context, minutes: int, hour: int) -> Time | None:
    """ "half eight", which may be half of eight things unless a day stands beside it."""
    found = minutes_past_led(context, minutes, hour)
    return Time(clock=found, weak=True) if found and 0 < hour <= 12 else None


@produces("atom")
def hour_and_part_said(context: Context, hour: int, minutes: int) -> Time | None:
    """ "doce y media", which may be twelve and a half of something unless a day stands beside it."""
    found = bare_hour(hour, context)
    return Time(clock=_moved(found, minutes), weak=True) if found and 0 < hour <= 12 else None


@produces("atom")
def hour_less_part_said(context: Context, hour: int, minutes: int) -> Time | None:
    """ "doce menos cuarto"."""
    return hour_and_part_said(context, hour, -minutes)


@produces("clock")
def minutes_to(_: Context, minutes: float, hour: Clock) -> Clock | None:
    return _moved(hour, -int(minutes)) if 0 < minutes < 60 else None


@produces("clock")
def hour_and_minutes(_: Context, hour: Clock, minutes: float) -> Clock | None:
    """ "las tres y cuarto", "midi et demi". One minute is no clock time: "a las 5 y una idea"."""
    return _moved(hour, int(minutes)) if 1 < minutes < 60 else None


@produces("clock")
def hour_less_minutes(_: Context, hour: Clock, minutes: float) -> Clock | None:
    return _moved(hour, -int(minutes)) if 0 < minutes < 60 else None


@produces("atom")
def atom_clock(_: Context, value: Clock) -> Time:
    return _timed(value)


@produces("there")
def zone_of_letters(_: Context, minutes: int) -> tzinfo:
    """ "GMT", "CET": so many minutes east of Greenwich, in summer as in winter."""
    return timezone(timedelta(minutes=minutes))


@produces("there")
def zone_of_place(_: Context, zone: str) -> tzinfo:
    """ "Tokyo time", "heure de Paris": as clocks are set there on that day."""
    return ZoneInfo(zone)


@produces("atom")
def atom_clock_zone(_: Context, value: Clock, there: tzinfo) -> Time:
    return Time(clock=value, there=there)


@produces("atom")
def atom_hour_zone(context: Context, hour: int, there: tzinfo) -> Time | None:
    found = bare_hour(hour, context)
    return Time(clock=found, there=there) if found else None


@produces("atom")
def atom_part(_: Context, part: PartName) -> Time:
    return Time(part=part)


@produces("atom")
def atom_part_weak(_: Context, part: PartName) -> Time:
    """ "morning" alone, as in "good morning"."""
    return Time(part=part, weak=True)


@produces("day")
def day_morning(_: Context, day: Time) -> Time | None:
    """ "thursday am"."""
    return None if day.has_clock() else day._replace(part="morning")


@produces("day")
def day_afternoon(_: Context, day: Time) -> Time | None:
    """ "thursday pm"."""
    return None if day.has_clock() else day._replace(part="afternoon")


@produces("atom")
def before_morning(_: Context, hour: int) -> Time:
    """ "de madrugada", "at dawn": at an hour that nobody named, and that is no morning's."""
    return Time(clock=Clock(hour, grain=Grain.PART), doubtful=True)


@produces("atom")
def before_morning_weak(_: Context, hour: int) -> Time:
    """ "dawn" alone may be a name."""
    return before_morning(_, hour)._replace(weak=True)


@produces("atom")
def before_morning_at(_: Context, _hour: int, value: Clock) -> Time | None:
    """ "de madrugada, às 4"."""
    said = in_half(value, "am")
    return Time(clock=said) if said else None


@produces("time")
def hour_before_day(context: Context, hour: int, time: Time) -> Time | None:
    """ "8 tonight" names a time in any sentence, "9 tomorrow" only when nothing else is said."""
    named = time.fixed is not None or (time.part is not None and time.has_day())
    if time.clock is not None or time.rule is not None or not named or not 0 < hour <= 24:
        return None
    return time._replace(clock=bare_hour(hour, context), weak=time.part is None)


@produces("time")
def hour_after_day(context: Context, time: Time, hour: int) -> Time | None:
    return hour_before_day(context, hour, time) if hour <= 12 else None


@produces("time")
def clock_in_part(context: Context, value: Clock, time: Time) -> Time | None:
    """A clock time whose half of the day is told by the words after it."""
    if time.clock is not None or time.part is None:
        return None
    return time._replace(clock=value)


def _timed(value: Clock) -> Time:
    return Time(clock=value, midnight=value.settled and value.hour == 0 and value.grain is Grain.HOUR)


def _moved(clock: Clock, minutes: int) -> Clock:
    total = (clock.hour * 60 + clock.minute + minutes) % 1440
    return clock._replace(hour=total // 60, minute=total % 60, grain=Grain.MINUTE)
