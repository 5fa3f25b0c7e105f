"""From what was said to a moment on the calendar: the one reading a sensible person would choose."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from cairn.when.calendar_math import add_months, day_of
from cairn.when.moment import Grain, Moment
from cairn.when.productions.repeats import DAY_NAMES
from cairn.when.recurrence import begun, first_day, last_moment, written
from cairn.when.values import Clock, Context, Rule, Time
from cairn.when.zones import at_wall, is_certain

WAKING = range(7, 21)
NIGHT_ENDS = 5
_DAY = timedelta(days=1)
_HALF = timedelta(hours=12)


class Settled(NamedTuple):
    start: datetime
    end: datetime | None
    grain: Grain
    rrule: str | None
    sure: bool
    duration: timedelta | None
    bounded: bool = False
    without: tuple[date, ...] = ()


def settle(said: Time, context: Context) -> Settled | None:
    """The moment meant, or None when the words name none ("for 20 minutes", "30 February")."""
    length = timedelta(seconds=said.duration.seconds) if said.duration and said.duration.seconds else None
    try:
        if said.rule is not None:
            return _repeating(said, context, length)
        start = _single(said, context)
        if start is None:
            return None
        end, sure_end = _end(said, start, context)
    except (ValueError, OverflowError):
        # A year beyond what the calendar holds.
        return None
    if said.end is not None and end is None:
        return None
    return Settled(start.start, end, start.grain, None, start.sure and sure_end, length, _is_bounded(said))


def _is_bounded(said: Time) -> bool:
    return said.end is not None or (said.duration is not None and bool(said.duration.days or said.duration.months))


def moment_of(settled: Settled, span: tuple[int, int]) -> Moment:
    return Moment(*settled[:5], span=span, duration=settled.duration, bounded=settled.bounded, without=settled.without)


def _single(said: Time, context: Context) -> Settled | None:
    if said.instant is not None:
        return Settled(said.instant, None, said.grain or Grain.MINUTE, None, True, None)
    if not said.has_day():
        return _clock_only(said, context) if said.has_clock() else None
    found = day_of(said, context)
    if found is None:
        return None
    day, sure = found
    sure = sure and not said.doubtful
    if not said.has_clock():
        return _whole_day(said, day, sure, context)
    if said.period is not None and said.weekday is None and said.day is None and said.period.grain is not Grain.DAY:
        sure = False
    return _clock_on_day(said, day, sure, context)


def _whole_day(said: Time, day: date, sure: bool, context: Context) -> Settled:
    if said.same_clock:
        moment = at_wall(datetime.combine(day, context.wall.time().replace(microsecond=0)), context.zone)
        return Settled(moment, None, said.grain or Grain.DAY, None, sure, None)
    start = at_wall(datetime.combine(day, time()), context.zone)
    only_period = said.period is not None and said.weekday is None and said.day is None
    grain = said.period.grain if said.period and only_period else Grain.DAY
    end = None
    if said.duration is not None and (said.duration.days or said.duration.months):
        until = add_months(day, said.duration.months) + timedelta(days=said.duration.days)
        end = at_wall(datetime.combine(until, time()), context.zone)
    elif said.period and only_period:
        end = at_wall(datetime.combine(said.period.until, time()), context.zone)
    return Settled(start, end, grain, None, sure, None)


def _clock_only(said: Time, context: Context) -> Settled:
    """A time of day without a day: the next one there is (or the last, looking back)."""
    zoned = _now_there(said, context)
    day = zoned.date()
    at, grain, sure = _time_on(said, day, zoned, context)
    if _moment(said, at, context) != context.now and (_moment(said, at, context) > context.now) != context.future:
        day += _DAY if context.future else -_DAY
        at, grain, sure = _time_on(said, day, zoned, context)
    sure = sure and not said.doubtful and _certain(said, at, context)
    return Settled(_moment(said, at, context), None, grain, None, sure, None)


def _clock_on_day(said: Time, day: date, sure: bool, context: Context) -> Settled:
    zoned = _now_there(said, context)
    at, grain, clear = _time_on(said, day, zoned, context)
    moment = _moment(said, at, context)
    sure = sure and clear and _certain(said, at, context)
    late = said.later is not None and not clear and at.hour not in WAKING  # "the last friday of the month at 11"
    if context.future and (late or ((said.later or not said.past) and moment < context.now)):
        later = _after_past(said, day, moment, context)
        if later is not None:
            return later
        sure = False
    return Settled(moment, None, grain, None, sure, None)


def _after_past(said: Time, day: date, moment: datetime, context: Context) -> Settled | None:
    """What is meant when the day that was found is today and the hour has gone by."""
    if said.fixed is None and said.day is not None and day == context.today:
        tomorrow = context._replace(today=context.today + _DAY)
        found = day_of(said, tomorrow)
        if found is not None and found[0] != day:
            return _clock_on_day(said._replace(fixed=found[0], day=None, weekday=None, month=None), *found, context)
    if said.later is not None:
        return _clock_on_day(said._replace(fixed=said.later, later=None, past=False), said.later, False, context)
    if said.clock is None and said.part is not None and day == context.today and _still(said.part, context):
        # "tonight", said in the night: it has begun, so there is nothing to wait for.
        return Settled(context.now, None, Grain.PART, None, False, None)
    return None


def in_time(said: Time) -> Time:
    """What is said beside something to do, and has gone by in "the month": of the next one."""
    if said.later is None or not said.past:
        return said
    return said._replace(fixed=said.later, later=None, past=False, doubtful=True)


def _still(part: str, context: Context) -> bool:
    order = ["morning", "noon", "afternoon", "evening", "night"]
    place = order.index(part)
    ends = getattr(context.parts, order[place + 1]) if place < 4 else time(23, 59, 59)
    return bool(context.wall.time() < ends)


def _time_on(said: Time, day: date, now: datetime, context: Context) -> tuple[datetime, Grain, bool]:
    """The wall time on a day, how fine it was said, and whether nothing else can be meant."""
    clock = said.clock
    if clock is None:
        part: time = getattr(context.parts, said.part or "morning")
        return datetime.combine(day, part), Grain.PART, True
    if said.midnight:
        return _midnight(said, day, now, clock)
    if said.part is not None and clock.hour <= 12:
        return _in_part(said.part, day, clock), clock.grain, True
    if clock.settled:
        return datetime.combine(day, clock.time()), clock.grain, True
    at = _waking(day, clock, now, said.has_day())
    return at, clock.grain, said.has_day() and _plainly_morning(clock)


def _plainly_morning(clock: Clock) -> bool:
    """Whether an hour written with its minutes, such as 9:30, needs no asking on a day that was named."""
    return clock.grain is Grain.MINUTE and 7 <= clock.hour < 12


def _midnight(said: Time, day: date, now: datetime, clock: Clock) -> tuple[datetime, Grain, bool]:
    """Midnight "tonight" ends the day; of another day it begins it, the earlier of two readings."""
    at = datetime.combine(day, clock.time())
    if said.has_day() and (said.part in ("night", "evening") or day == now.date()):
        return at + _DAY, clock.grain, True
    return at, clock.grain, not said.has_day() or not clock.settled


def _in_part(part: str, day: date, clock: Clock) -> datetime:
    hour = clock.hour % 12
    if part == "morning":
        return datetime.combine(day, clock.time().replace(hour=hour or 12))
    if part == "night" and hour < NIGHT_ENDS:
        return datetime.combine(day + _DAY, clock.time().replace(hour=hour))
    return datetime.combine(day, clock.time().replace(hour=hour + 12))


def _waking(day: date, clock: Clock, now: datetime, day_said: bool) -> datetime:
    hours = sorted(hour for hour in (clock.hour % 12, clock.hour % 12 + 12) if hour in WAKING)
    choices = [datetime.combine(day, clock.time().replace(hour=hour)) for hour in hours]
    ahead = [choice for choice in choices if choice > now]
    if ahead:
        return ahead[0]
    late = datetime.combine(day, clock.time().replace(hour=clock.hour % 12 + 12))
    # "today at 9", said at ten in the morning, can only be the evening.
    return late if day_said and day == now.date() and late > now else choices[0]


def _now_there(said: Time, context: Context) -> datetime:
    return context.wall if said.there is None else context.now.astimezone(said.there).replace(tzinfo=None)


def _moment(said: Time, local: datetime, context: Context) -> datetime:
    if said.there is None:
        return at_wall(local, context.zone)
    return at_wall(local, said.there).astimezone(UTC).astimezone(context.zone)


def _certain(said: Time, local: datetime, context: Context) -> bool:
    return is_certain(local, said.there or context.zone)


def _end(said: Time, start: Settled, context: Context) -> tuple[datetime | None, bool]:
    if said.end is None:
        if start.end is None and said.duration and said.duration.seconds and said.has_clock():
            return _later(start.start, timedelta(seconds=said.duration.seconds)), True
        return start.end, True
    local = start.start.astimezone(context.zone).replace(tzinfo=None)
    last = said.end
    if not last.has_day() and last.instant is None:
        last = last._replace(fixed=start.start.astimezone(last.there or context.zone).date())
    there = context._replace(now=start.start, wall=local, today=local.date(), future=True)
    end = _single(last, there)
    if end is None:
        return None, False
    if not last.has_clock() and last.instant is None:
        end = end._replace(start=end.end or at_wall(
            datetime.combine(end.start.date() + _DAY, time()), context.zone
        ))  # fmt: skip
    if end.start <= start.start:
        end = end._replace(start=end.start + _DAY)
    if end.start <= start.start:
        return None, False
    bare = said.end.clock is not None and not said.end.clock.settled and said.end.part is None
    if bare and not said.end.has_day() and end.start - start.start > _HALF:
        end = end._replace(start=end.start - _HALF)  # "from 8pm to 2" is over at night
    return end.start, end.sure or (said.end.clock is not None and start.sure)


def _repeating(said: Time, context: Context, length: timedelta | None) -> Settled | None:
    rule = said.rule
    assert rule is not None
    since = day_of(rule.since, context) if rule.since else None
    if rule.since and since is None:
        return None
    sure_since = since is None or since[1]
    begins = None if since is None or since[0] <= context.today else since[0]
    if rule.freq in ("HOURLY", "MINUTELY") and said.clock is not None and said.end is not None:
        through = _through_the_day(said, context, begins)
        if through is None:
            return None
        said, rule = through, through.rule or rule
    if rule.freq in ("HOURLY", "MINUTELY") and not said.has_clock():
        start: Settled | None = _after_one_step(rule, context, begins)
    else:
        single = said._replace(rule=None, duration=None, end=None)
        hours = () if rule.guessed and single.has_clock() else rule.by_hour
        rule = rule._replace(by_hour=hours, guessed=rule.guessed and bool(hours == rule.by_hour))
        starts = [_first_of(choice, rule, context, begins) for choice in _hours_of(single, hours)]
        start = min((start for start in starts if start), key=lambda start: start.start, default=None)
    if start is None:
        return None
    clear = said.clock is None or said.clock.settled or said.part is not None or _plainly_morning(said.clock)
    until = day_of(rule.until, context._replace(today=begins or context.today)) if rule.until else None
    last = last_moment(rule, start.start, rule.until, until[0] if until else None, context.zone)
    if last is not None and last < start.start:
        return None
    end = _end(said, start, context)[0] if said.end is not None else None
    if said.there is not None:
        rule = _as_here(rule, start.start, said.there)
    sure = start.sure and said.there is None and clear and sure_since and not said.doubtful and not rule.guessed
    without = tuple(found[0] for one in said.without if (found := day_of(one, context)))
    settled = Settled(start.start, end, start.grain, written(rule, last), sure, length, without=without)
    return _begun(settled, context) if start.start.date() in without else settled


def _begun(settled: Settled, context: Context) -> Settled | None:
    """What comes again, from the first of its times that isn't left out; nothing where none is."""
    assert settled.rrule is not None
    first = settled.start.replace(tzinfo=None)
    found = begun(settled.rrule, first, context.zone, settled.without)
    if found is None:
        return None
    later, rrule = found
    end = settled.end + (later - first) if settled.end is not None else None
    return settled._replace(start=at_wall(later, context.zone), end=end, rrule=rrule)


def _as_here(rule: Rule, start: datetime, there: tzinfo) -> Rule:
    """The weekdays of a rule as they are where the person is: Monday at eight in Tokyo is Sunday night in Lisbon."""
    off = (start.date() - start.astimezone(there).date()).days
    if not off or not set(rule.by_day) <= set(DAY_NAMES):
        return rule
    moved = {DAY_NAMES[(DAY_NAMES.index(day) + off) % 7] for day in rule.by_day}
    return rule._replace(by_day=tuple(day for day in DAY_NAMES if day in moved))


def _after_one_step(rule: Rule, context: Context, begins: date | None) -> Settled | None:
    """What comes every few hours begins after the first of them, on the first day that it may."""
    steps = timedelta(hours=rule.interval) if rule.freq == "HOURLY" else timedelta(minutes=rule.interval)
    first = _later(context.now, steps)
    if begins is not None:
        first = at_wall(datetime.combine(begins, context.parts.morning), context.zone)
    if rule.by_day or rule.by_month:
        day = first_day(rule._replace(freq="DAILY"), first.date(), first.date())
        if day is None:
            return None
        if day != first.date():
            first = at_wall(datetime.combine(day, context.parts.morning), context.zone)
    return Settled(first, None, Grain.MINUTE, None, True, None)


def _through_the_day(said: Time, context: Context, begins: date | None) -> Time | None:
    """ "every 2 hours from 9 to 5": the hours of each day on which it comes."""
    rule, clock = said.rule, said.clock
    assert rule is not None
    assert clock is not None
    daily = rule._replace(freq="WEEKLY" if rule.by_day else "DAILY", interval=1)
    start = _first_of(said._replace(rule=None, duration=None, end=None), daily, context, begins)
    end = _end(said, start, context)[0] if start else None
    if start is None or end is None:
        return None
    last = min(int((end - start.start) / timedelta(hours=1)), 23)
    if rule.freq == "HOURLY":
        hours = tuple(sorted((start.start.hour + step) % 24 for step in range(0, last + 1, rule.interval)))
        rule = daily._replace(by_hour=hours)
    else:
        rule = rule._replace(by_hour=tuple(sorted((start.start.hour + step) % 24 for step in range(max(last, 1)))))
    return said._replace(rule=rule, end=None, clock=clock._replace(hour=start.start.hour, settled=True))


def _hours_of(single: Time, hours: tuple[int, ...]) -> list[Time]:
    """One reading for each hour of a rule that has several."""
    clock = single.clock or Clock(0, grain=Grain.HOUR)
    return [single._replace(clock=clock._replace(hour=hour)) for hour in hours] or [single]


def _later(moment: datetime, by: timedelta) -> datetime:
    """So much real time later, also while the clocks change."""
    return (moment.astimezone(UTC) + by).astimezone(moment.tzinfo)


def _first_of(single: Time, rule: Rule, context: Context, begins: date | None) -> Settled | None:
    """The first time on or after the day that it counts from, which is today when none was said."""
    if single.clock and not single.clock.settled and single.part is None:
        # What comes again is not about today: the hour is the first sensible one of any day.
        at = _waking(context.today, single.clock, datetime.combine(context.today, time()), True)
        single = single._replace(clock=single.clock._replace(hour=at.hour, settled=True))
    today = day = begins or context.today
    if begins is None and not single.has_clock() and context.wall.time() >= context.parts.morning:
        day += _DAY
    found = first_day(rule, today, day)
    if found is None:
        return None
    if not single.has_clock():
        plain = not (rule.by_day or rule.by_month_day or rule.by_month or begins)
        return _whole_day(single, _one_step(rule, today) if plain else found, True, context)
    start = _clock_on_day(single._replace(fixed=found), found, True, context)
    if start.start > context.now and start.start.astimezone(single.there or context.zone).date() >= found:
        return start
    found = first_day(rule, today, found + _DAY)
    return _clock_on_day(single._replace(fixed=found), found, True, context) if found else None


def _one_step(rule: Rule, day: date) -> date:
    """ "every 3 months", without a day or an hour, begins 3 months from now; what comes every few days, tomorrow."""
    if rule.freq == "DAILY":
        return day + _DAY
    if rule.freq == "WEEKLY":
        return day + timedelta(days=7) * rule.interval
    return add_months(day, (12 if rule.freq == "YEARLY" else 1) * rule.interval)
