"""When a reminder rings next, and what the person's words for a time mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cairn import when
from cairn.reminders.errors import BadRule, InThePast, NoSuchZone, TooFarAway, UnreadableTime

JUST_NOW = timedelta(minutes=1)
FARTHEST = timedelta(days=36525)
# Words that lead a length of time when somebody puts a thing off: "for 10 minutes", "encore 10 minutes".
_LEADS = {
    "en": {"", "for", "in", "by", "another", "for another", "snooze", "snooze for"},
    "es": {"", "por", "en", "dentro de", "otros", "otras", "otra"},
    "fr": {"", "pour", "dans", "de", "pendant", "encore"},
    "pt": {"", "por", "em", "daqui a", "dentro de", "mais"},
}


def known_zone(key: str) -> ZoneInfo:
    """A time zone by its IANA name.

    Raises:
        NoSuchZone: there is none of that name.
    """
    try:
        return ZoneInfo(key)
    except (OSError, ValueError, KeyError) as error:
        raise NoSuchZone(field="time_zone") from error


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clock on the wall shows."""
    return moment.astimezone(zone).replace(tzinfo=None)


def still_to_come(
    moment: datetime, now: datetime, *, grace: timedelta = timedelta(0), field: str = "due_at"
) -> datetime:
    """The moment in UTC, when it lies ahead and within a lifetime.

    Raises:
        InThePast, TooFarAway: nothing is booked there silently.
    """
    if moment > now + FARTHEST:
        raise TooFarAway(field=field)
    if moment <= now - grace:
        raise InThePast(field=field)
    return moment.astimezone(UTC)


def checked_rule(rrule: str, first_local: datetime, zone: ZoneInfo) -> str:
    """An RRULE value that comes round, and not too often.

    Raises:
        BadRule: it can't be read, or asks for what we don't offer.
    """
    try:
        return when.checked_rule(rrule, first_local, zone)
    except when.UnusableRule as error:
        raise BadRule(field="rrule") from error


@dataclass(frozen=True, slots=True)
class Rung:
    """What ringing does to a reminder: the moment it rings for, and when it comes again, if it does."""

    rang_for: datetime
    next_due: datetime | None


def ring(
    *,
    due_at: datetime,
    snoozed: bool,
    rrule: str | None,
    first_local: datetime,
    zone: ZoneInfo,
    now: datetime,
    lead: timedelta = timedelta(0),
    skips: frozenset[datetime] = frozenset(),
) -> Rung:
    """Ring once, for the latest moment that has come, and go on with the first that hasn't.

    A worker that was down for days must not ring for each of them.
    """
    if rrule is None:
        return Rung(due_at, None)
    series = when.Series(rrule, first_local, zone, lead, skips)
    following = series.after(now)
    if snoozed:
        return Rung(due_at, following)
    return Rung(series.latest(due_at, now), following)


def skipped(skips: Iterable[str]) -> frozenset[datetime]:
    """Wall times that are left out, as a row keeps them."""
    return frozenset(datetime.fromisoformat(one) for one in skips)


@dataclass(frozen=True, slots=True)
class Said:
    """A moment read from words, and how it repeats."""

    due_at: datetime
    rrule: str | None
    sure: bool
    without: tuple[date, ...]


def read_moment(
    words: str, now: datetime, zone: ZoneInfo, locale: str, parts: when.DayParts = when.USUAL_PARTS
) -> Said:
    """The moment that words name; a day without a time is that day's first fitting hour.

    Raises:
        UnreadableTime: they name none.
        InThePast: they name one that has passed.
    """
    found = when.read(words, now.astimezone(zone), language=locale, parts=parts)
    if found is None:
        raise UnreadableTime(field="when")
    start = found.start
    if _coarse(found):
        start = _hour_of(start, parts.in_order, now, zone)
    if start <= now:
        raise InThePast(field="when")
    return Said(start.astimezone(UTC), found.rrule, found.sure, found.without)


def read_snooze(
    words: str,
    now: datetime,
    zone: ZoneInfo,
    locale: str,
    usual: datetime,
    parts: when.DayParts = when.USUAL_PARTS,
) -> datetime:
    """Until when words put something off: a length of time, or a moment.

    Args:
        usual: The reminder's wall time: "tomorrow" alone means at the same hour.

    Raises:
        UnreadableTime: they name no time.
        InThePast: they name one that has passed.
    """
    length = _length(words, locale)
    if length is not None:
        return still_to_come(now + min(length, 2 * FARTHEST), now, field="text")
    found = when.read(words, now.astimezone(zone), language=locale, parts=parts)
    if found is None or found.rrule is not None:
        raise UnreadableTime(field="text")
    start = found.start
    if _coarse(found):
        start = _hour_of(start, (usual.time(), *parts.in_order), now, zone)
    return still_to_come(start, now, field="text")


def _length(words: str, locale: str) -> timedelta | None:
    """A length of time and nothing else but what leads it."""
    found = when.durations(words, locale)
    if len(found) != 1:
        return None
    length, (start, end) = found[0]
    lead = " ".join(words[:start].lower().split())
    rest = words[end:].strip(" .,;")
    return length if not rest and lead in _LEADS.get(locale, _LEADS["en"]) else None


def _coarse(found: when.Moment) -> bool:
    return found.grain in (when.Grain.DAY, when.Grain.WEEK, when.Grain.MONTH, when.Grain.YEAR)


def _hour_of(day: datetime, hours: tuple[time, ...], now: datetime, zone: ZoneInfo) -> datetime:
    """The first of these hours of a day that is still ahead; the day's start when none is."""
    date = day.astimezone(zone).date()
    for hour in hours:
        moment = when.resolve(datetime.combine(date, hour), zone)
        if moment > now:
            return moment
    return day
