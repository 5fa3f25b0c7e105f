"""Times that come again, told ahead by a fixed length, with some of them left out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cairn.when.recurrence import next_occurrence
from cairn.when.zones import resolve

MOST_SKIPPED = 1000


@dataclass(frozen=True, slots=True)
class Series:
    """When something comes, once or again and again.

    Args:
        rrule: How it repeats, as the value of an RFC 5545 RRULE; `None` for once.
        first_local: The wall time that it counts from.
        lead: How long before each of its times. It is a true length: "leave 30 minutes before" also holds in the
            night in which clocks change.
        skips: Wall times of it that are left out.
    """

    rrule: str | None
    first_local: datetime
    zone: ZoneInfo
    lead: timedelta = timedelta(0)
    skips: frozenset[datetime] = frozenset()

    def after(self, moment: datetime) -> datetime | None:
        """The first one strictly after a moment, in UTC; `None` when none is left."""
        if self.rrule is None:
            only = resolve(self.first_local, self.zone)
            return only - self.lead if only - self.lead > moment and not self._left_out(only) else None
        at = moment + self.lead
        for _ in range(MOST_SKIPPED):
            found = next_occurrence(self.rrule, self.first_local, self.zone, at)
            if found is None:
                return None
            if not self._left_out(found):
                return found - self.lead
            at = found
        return None

    def has(self, moment: datetime) -> bool:
        """Whether one of them is at this very moment."""
        return self.after(moment - timedelta(microseconds=1)) == moment

    def latest(self, since: datetime, now: datetime) -> datetime:
        """The last one up to now, looked for in ever longer stretches before it; `since` when none came after that."""
        stretch, start = timedelta(minutes=1), since
        while stretch < now - since:
            found = self.after(now - stretch)
            if found is not None and found <= now:
                start = found
                break
            stretch *= 2
        while (following := self.after(start)) is not None and following <= now:
            start = following
        return start

    def _left_out(self, found: datetime) -> bool:
        return bool(self.skips) and found.astimezone(self.zone).replace(tzinfo=None) in self.skips
