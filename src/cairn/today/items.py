"""Things of other features as items of a day. Pure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from cairn.calendar.schemas import Occurrence
from cairn.today.schemas import Item


def of_event(event: Occurrence, zone: ZoneInfo, now: datetime | None = None) -> Item:
    """One time of an event, over when that has passed."""
    return Item(
        kind="event",
        id=event.event_id,
        title=event.title,
        at=None if event.all_day else event.start.astimezone(zone),
        end=None if event.all_day else event.end.astimezone(zone),
        done=now is not None and event.end <= now,
        place=event.place or None,
        leave_by=event.leave_by,
        bring=event.bring,
    )
