"""Putting pieces side by side, and the ends of ranges."""

from cairn.when.moment import Grain
from cairn.when.productions.clocks import bare_hour, clock_hour_minute, in_half
from cairn.when.productions.registry import produces
from cairn.when.values import Clock, Context, Duration, Rule, Time, merged

_DAY_BEGINS = 7


@produces("atom")
def atom_same(_: Context, atom: Time) -> Time:
    return atom


@produces("atom")
def atom_led(_: Context, atom: Time) -> Time:
    """Led by a preposition even "sun" and "may" are times."""
    return atom._replace(weak=False) if atom.weak else atom


@produces("time")
def time_of_atom(_: Context, atom: Time) -> Time:
    return atom


@produces("time")
def time_and_atom(_: Context, time: Time, atom: Time) -> Time | None:
    return merged(time, atom)


@produces("time")
def time_led(_: Context, time: Time) -> Time:
    return time._replace(weak=False) if time.weak else time


@produces("time")
def time_after_clock(_: Context, length: Duration, base: Time) -> Time | None:
    """ "an hour after noon"."""
    return _beside(length, base, 1)


@produces("time")
def time_before_clock(_: Context, length: Duration, base: Time) -> Time | None:
    return _beside(length, base, -1)


@produces("atom")
def atom_duration(_: Context, length: Duration) -> Time | None:
    """ "for 20 minutes", which is no moment by itself."""
    return Time(duration=length) if not (length.days or length.months) else None


@produces("edge")
def edge_time(_: Context, time: Time) -> Time | None:
    return time if not (time.end or time.rule or time.duration) else None


@produces("edge")
def edge_hour(context: Context, hour: int) -> Time | None:
    clock = bare_hour(hour, context)
    return Time(clock=clock) if clock else None


@produces("edge")
def edge_hour_and_minutes(context: Context, hour: int, minutes: int) -> Time | None:
    """ "de 10 a 11 y media"."""
    clock = clock_hour_minute(context, hour, minutes)
    return Time(clock=clock) if clock else None


@produces("edge")
def edge_minutes_to(context: Context, minutes: int, hour: int) -> Time | None:
    """ "from 9 to quarter to eleven"."""
    return edge_hour_and_minutes(context, hour - 1, 60 - minutes) if 1 < hour <= 24 else None


@produces("atom")
def span_between(_: Context, start: Time, end: Time) -> Time | None:
    """ "from 3 to 5", "between monday and thursday"."""
    return _span(start, end)


@produces("atom")
def span_joined(_: Context, start: Time, end: Time) -> Time | None:
    """ "3-5pm", "monday to friday": without "from", one side at least must be clear in itself."""
    if start.clock and end.clock and not _is_clear(start.clock) and not _is_clear(end.clock):
        return None
    return _span(start, end)


@produces("atom")
def span_to(context: Context, start: Time, end: Time) -> Time | None:
    """ "9 to 5"; "twenty to four" is no night."""
    if start.clock is not None and end.clock is not None and start.clock.hour > 12 and not _is_clear(end.clock):
        return None
    return span_joined(context, start, end)


@produces("atom")
def span_at(context: Context, start: Time, end: Time) -> Time | None:
    """ "8h às 10h"; where no hour goes before it, "às" is said of the hour alone: "esta tarde às 18h"."""
    return span_joined(context, start, end) if start.clock is not None or end.clock is None else None


@produces("atom")
def span_of_clocks(_: Context, start: Clock, end: Clock) -> Time | None:
    """ "9h à 16h": where both are hours; "le 16 à 18h" is a day and an hour."""
    return _span(Time(clock=start), Time(clock=end)) if start.settled and end.settled else None


@produces("time")
def clock_until(context: Context, time: Time, end: Time) -> Time | None:
    """ "tonight at 8 until 10": the end of what has its beginning, an hour or a clock time."""
    if time.clock is None or time.end or time.duration or end.has_day() or end.clock is None:
        return None
    if time.rule is not None and (time.rule.until or time.rule.by_hour):
        return None
    return time._replace(end=Time(clock=end.clock, part=end.part))


@produces("atom")
def hours_on_day(context: Context, day: Time, first: int, last: int) -> Time | None:
    """ "thursday 2-3": hours, since the day is said."""
    begins, ends = bare_hour(first, context), bare_hour(last, context)
    if begins is None or ends is None or not 0 < first <= 23 or not 0 < last <= 24 or day.has_clock():
        return None
    if day.day is not None or day.month is not None:
        return None
    return day._replace(clock=begins, end=Time(clock=ends), doubtful=True)


@produces("atom")
def hours_before_day(context: Context, first: int, last: int, day: Time) -> Time | None:
    """ "9 to 5 on monday"."""
    return hours_on_day(context, day, first, last)


@produces("atom")
def dotted_on_day(_: Context, *said: Clock | Time | None) -> Time | None:
    """ "tomorrow 3.30"; "3.30 tomorrow" only when nothing else is said: "pay 3.50 tomorrow" is a price."""
    clock = next((one for one in said if isinstance(one, Clock)), None)
    day = next((one for one in said if isinstance(one, Time)), None)
    if clock is None or day is None or day.has_clock():
        return None
    return day._replace(clock=clock, weak=not isinstance(said[0], Time))


@produces("atom")
def dotted_of_rule(_: Context, rule: Rule, clock: Clock | None) -> Time | None:
    """ "weekdays 3.10"."""
    return Time(rule=rule, clock=clock) if clock is not None else None


@produces("time")
def hour_from(context: Context, time: Time, hour: int) -> Time | None:
    """ "saturday from 4"."""
    clock = bare_hour(hour, context)
    if clock is None or hour > 12 or time.clock is not None or time.rule is not None or not time.has_day():
        return None
    return time._replace(clock=clock)


@produces("atom")
def days_of_month(_: Context, month: int, first: int, last: int) -> Time | None:
    """ "march 3-5"."""
    if not 0 < first < last <= 31:
        return None
    return Time(month=int(month), day=first, end=Time(month=int(month), day=last))


@produces("atom")
def days_in_month(_: Context, first: int, last: int, month: int) -> Time | None:
    return days_of_month(_, month, first, last)


@produces("atom")
def days_alone(_: Context, first: int, last: int) -> Time | None:
    """ "du 20 au 27", of the month to come."""
    return Time(day=first, end=Time(day=last)) if 0 < first <= 31 and 0 < last <= 31 and first != last else None


def _is_late(clock: Clock) -> bool:
    return clock.settled and clock.hour >= 12


def _is_clear(clock: Clock) -> bool:
    return clock.settled or clock.grain is Grain.MINUTE


def _span(start: Time, end: Time) -> Time | None:
    if start.clock is None and not start.part and (end.clock is not None or (end.part and not end.has_day())):
        return None
    if start.clock is None and end.clock is not None and not end.part and not _is_late(end.clock):
        return None  # "de manhã às 8" is at eight
    if start.end or end.end or not (start.has_day() or start.has_clock() or start.instant):
        return None
    if end.clock is None and start.clock is not None and not end.part:
        return None
    if start.clock is not None and start.clock.grain is Grain.PART:
        return None  # "de madrugada a las 4"
    if start.clock is not None and start.period is not None and start.period.grain in (Grain.MONTH, Grain.YEAR):
        return None  # "a 2 de dezembro às 10" is no hour of a month
    if start.clock and end.clock and start.clock.settled and start.clock.hour < end.clock.hour < _DAY_BEGINS:
        end = end._replace(clock=end.clock._replace(settled=True))  # "from 0:30 to 2:30" is in the night
    if start.clock and end.clock and end.clock.settled and not start.clock.settled:
        start = start._replace(clock=_in_same_half(start.clock, end.clock))
        if end.clock.hour < _DAY_BEGINS and start.clock and start.clock.hour < _DAY_BEGINS and not end.part:
            # "de 2 a 3:30" is not in the night.
            first, last = (in_half(clock, "pm") for clock in (start.clock, end.clock))
            if first and last:
                start, end = start._replace(clock=first, doubtful=True), end._replace(clock=last)
    there = start.there or end.there  # "from 3 to 5pm Tokyo time"
    return start._replace(end=end._replace(there=there), there=there, weak=False)


def _in_same_half(first: Clock, last: Clock) -> Clock:
    """ "3 to 5pm" begins in the afternoon, "11 to 1pm" in the morning."""
    same = in_half(first, "pm" if last.hour >= 12 else "am") or first
    other = in_half(first, "am" if last.hour >= 12 else "pm") or first
    return same if same.time() < last.time() else other


def _beside(length: Duration, base: Time, sign: int) -> Time | None:
    if base.clock is None or not length.seconds or length.days or length.months or base.end or base.rule:
        return None
    clock = base.clock
    total = clock.hour * 60 + clock.minute + sign * length.seconds // 60
    if not 0 <= total < 1440:
        return None
    return base._replace(clock=clock._replace(hour=total // 60, minute=total % 60, grain=Grain.MINUTE), midnight=False)
