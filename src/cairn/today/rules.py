"""Where a day begins and ends, and the order of what is in it. Pure."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from cairn.today.schemas import Item
from cairn.when import resolve


def bounds(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Midnight and the next midnight around a moment, by the person's clock: 23, 24 or 25 hours apart."""
    day = now.astimezone(zone).date()
    start = datetime.combine(day, time())
    return resolve(start, zone), resolve(start + timedelta(days=1), zone)


def in_order(items: Iterable[Item]) -> list[Item]:
    """Timed ones by their time, then what has the whole day."""
    return sorted(items, key=lambda item: (item.at is None, item.at.timestamp() if item.at else 0, item.title))


def next_of(items: Iterable[Item], now: datetime) -> Item | None:
    """The first open one that is still to come; of an ordered day."""
    for item in items:
        if not item.done and item.at is not None and item.at >= now:
            return item
    return None
