"""From the time on the wall to a moment in the world, also on the days the clocks change."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo


def resolve(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which clocks in `zone` show the naive `local`.

    A time that is shown twice is the first of the two. One that is never shown, because the clocks
    jump over it, becomes the first minute after the jump.
    """
    return at_wall(local, zone).astimezone(UTC)


def at_wall(local: datetime, zone: tzinfo) -> datetime:
    """As `resolve`, for any kind of zone, and given back in that zone."""
    aware = local.replace(tzinfo=zone, fold=0)
    if _is_shown(aware):
        return aware
    # In a gap the offset before the jump (fold 0) is smaller than the one after it (fold 1), and
    # reading the wall time with the later offset lands just before the jump. The jump itself is
    # where the offset changes, found to the minute by halving.
    before = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    after = aware.astimezone(UTC)
    old = before.astimezone(zone).utcoffset()
    low, high = 0, int((after - before).total_seconds() // 60)
    while high - low > 1:
        middle = (low + high) // 2
        if (before + timedelta(minutes=middle)).astimezone(zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return (before + timedelta(minutes=high)).replace(second=0, microsecond=0).astimezone(zone)


def is_certain(local: datetime, zone: tzinfo) -> bool:
    """Whether clocks in `zone` show `local` exactly once."""
    first, second = local.replace(tzinfo=zone, fold=0), local.replace(tzinfo=zone, fold=1)
    return first.utcoffset() == second.utcoffset()


def shown_twice(moment: datetime, zone: tzinfo) -> tuple[datetime, datetime] | None:
    """Both moments at which clocks in `zone` show what they show at this one; nothing where they show it once."""
    local = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    if is_certain(local, zone) or not _is_shown(local.replace(tzinfo=zone)):
        return None
    return local.replace(tzinfo=zone), local.replace(tzinfo=zone, fold=1)


def _is_shown(aware: datetime) -> bool:
    there_and_back = aware.astimezone(UTC).astimezone(aware.tzinfo)
    return there_and_back.replace(tzinfo=None) == aware.replace(tzinfo=None)
