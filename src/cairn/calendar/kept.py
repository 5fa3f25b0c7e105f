"""What the audit trail keeps of an event's fields: what it says and when it is sealed, for its person alone."""

from cairn.calendar.models import CalendarEvent
from cairn.platform.trail import Change, masked, personal, plain


def fields(event: CalendarEvent) -> dict[str, Change]:
    """An event as it is now. Of notes, and of what to bring, only that they changed."""
    return {
        "title": personal(None, event.title),
        "place": personal(None, event.place),
        "notes": masked(None, event.notes),
        "bring": masked(None, event.bring),
        "starts_at": personal(None, event.starts_at.isoformat()),
        "ends_at": personal(None, event.ends_at.isoformat()),
        "all_day": plain(None, event.all_day),
        "zone": plain(None, event.zone),
        "floating": plain(None, event.floating),
        "rrule": personal(None, event.rrule),
        "skips": personal(None, list(event.skips)),
        "travel_minutes": personal(None, event.travel_minutes),
        "ready_minutes": personal(None, event.ready_minutes),
        "after_minutes": personal(None, event.after_minutes),
        "remind_minutes": personal(None, event.remind_minutes),
        "state": plain(None, "cancelled" if event.cancelled else "open"),
    }
