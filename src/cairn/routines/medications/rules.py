"""Which dose is meant, and what is said of one that was taken before. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn import when
from cairn.routines.medications.errors import BadDays, EndsTwice
from cairn.when.tokens import fold

DAILY = "FREQ=DAILY"
EARLY = timedelta(hours=2)
"""So long before its time a dose may be taken as that one."""
LONGEST_AGO = timedelta(days=1)
"""So long afterwards it can still be said when a dose was taken."""
PAST_MIDNIGHT = timedelta(hours=6)
"""So long a dose of yesterday evening may still be answered."""
_DAY = timedelta(days=1)

_TAKEN = {
    "en": "You took {name} at {clock}. If you took more, say so with “again”.",
    "es": "Tomaste {name} a las {clock}. Si tomaste más, dilo con «otra vez».",
    "fr": "Tu as pris {name} à {clock}. Si tu en as repris, dis-le avec « encore ».",
    "pt": "Tomaste {name} às {clock}. Se tomaste mais, diz com “outra vez”.",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of a medication, as its reminder keeps it."""

    reminder_id: UUID
    rrule: str
    first_local: datetime

    def following(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """The dose after one."""
        return when.next_occurrence(self.rrule, self.first_local, zone, at)

    def rang_for(self, at: datetime, rang_for: datetime | None, zone: ZoneInfo) -> bool:
        """Whether the reminder rang last for a dose: at its time, or when that was put off."""
        if rang_for is None or rang_for < at:
            return False
        following = self.following(at, zone)
        return following is None or rang_for < following


@dataclass(frozen=True, slots=True)
class Due:
    """A dose, and the time of the medication that it is of."""

    at: datetime
    slot: Slot

    @property
    def reminder_id(self) -> UUID:
        return self.slot.reminder_id


def checked_days(rrule: str, first: datetime, zone: ZoneInfo) -> str:
    """Days that come round, as they are kept.

    Raises:
        BadDays: they can't be kept.
    """
    try:
        return when.checked_rule(rrule, first, zone, days_only=True)
    except when.UnusableRule as error:
        raise BadDays(field="rrule") from error


def ending(rrule: str, until: date | None) -> str:
    """A rule that has its last day, whichever of its own and this comes first.

    Raises:
        EndsTwice: it is for so many times.
    """
    if until is None:
        return rrule
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    if "COUNT" in parts:
        raise EndsTwice(field="until")
    own = parts.pop("UNTIL", None)
    if own is not None and own[:8] <= f"{until:%Y%m%d}":
        return rrule
    days = ";".join(f"{name}={value}" for name, value in parts.items())
    return f"{days};UNTIL={until:%Y%m%d}T235959"  # by the clock on the wall, wherever that is


def first_moment(rrule: str, clock: time, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment of a time of day that lies ahead, on the days of a rule that counts from today."""
    return when.next_occurrence(rrule, datetime.combine(now.astimezone(zone).date(), clock), zone, now)


def dues(slots: Iterable[Slot], since: datetime, now: datetime, zone: ZoneInfo) -> list[Due]:
    """The doses that may be meant now, the earliest first: of today, of last evening, and those of the next two hours.

    Args:
        since: When the medication was first kept.
    """
    today = now.astimezone(zone).date()
    found: list[Due] = []
    for slot in slots:
        for day in (today - _DAY, today, today + _DAY):
            at = _on(slot, day, zone)
            if at is None or at < since or at > now + EARLY:
                continue
            if at > now - PAST_MIDNIGHT or at.astimezone(zone).date() == today:
                found.append(Due(at, slot))
    return sorted(found, key=lambda due: due.at)


def at_hand(found: Sequence[Due], answered: Iterable[datetime], now: datetime) -> Due | None:
    """The dose that "taken" is about: the last that has come and wasn't answered, else the next to come.

    Args:
        now: When it was taken.
    """
    done = set(answered)
    opened = [due for due in found if due.at not in done and due.at <= now + EARLY]
    come = [due for due in opened if due.at <= now]
    return come[-1] if come else next(iter(opened), None)


def last_shown(clocks: Iterable[time], now: datetime, zone: ZoneInfo) -> list[datetime]:
    """When clocks showed these times last, where the person is."""
    today = now.astimezone(zone).date()
    hours = (when.resolve(datetime.combine(day, one), zone) for one in clocks for day in (today, today - _DAY))
    return [one for one in hours if timedelta() <= now - one < LONGEST_AGO]


def nearest(
    found: Iterable[Due], answered: Iterable[datetime], hours: Sequence[datetime]
) -> tuple[datetime, Due | None]:
    """Which of some hours is meant, and the dose that is nearest it; of two as near, the one that wasn't answered.

    Without a dose the last of the hours is meant.
    """
    done = set(answered)
    near = [
        (abs(due.at - hour), due.at in done, hour, due) for due in found for hour in hours if due.at <= hour + EARLY
    ]
    if not near:
        return max(hours), None
    *_, hour, due = min(near, key=lambda one: one[:2])
    return hour, due


def open_today(found: Sequence[Due], answered: Iterable[datetime], now: datetime, zone: ZoneInfo) -> list[Due]:
    """What of today waits for an answer."""
    done = set(answered)
    today = now.astimezone(zone).date()
    return [due for due in found if due.at not in done and due.at <= now and due.at.astimezone(zone).date() == today]


def words_of(text: str) -> set[str]:
    """The words of a name, as they are compared."""
    return set(re.findall(r"\w+", fold(text)))


def taken_before(name: str, at: datetime, zone: ZoneInfo, locale: str) -> str:
    """What is said instead of noting a dose twice."""
    return _TAKEN.get(locale, _TAKEN["en"]).format(name=name, clock=f"{at.astimezone(zone):%H:%M}")


def _on(slot: Slot, day: date, zone: ZoneInfo) -> datetime | None:
    if when.next_day(slot.rrule, slot.first_local, zone, day - _DAY) != day:
        return None
    return when.resolve(datetime.combine(day, slot.first_local.time()), zone)
