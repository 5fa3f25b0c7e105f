"""What the audit trail keeps of a reminder's fields: what it says and when is sealed, for its person alone."""

from cairn.platform.trail import Change, personal, plain
from cairn.reminders.models import Reminder


def fields(reminder: Reminder) -> dict[str, Change]:
    """A reminder as it is now."""
    return {
        "text": personal(None, reminder.text),
        "due_at": personal(None, reminder.due_at.isoformat()),
        "rrule": personal(None, reminder.rrule),
        "zone": plain(None, reminder.zone),
        "floating": plain(None, reminder.floating),
        "ladder": personal(None, reminder.ladder),
        "urgent": plain(None, reminder.urgent),
        "ahead_of": plain(None, str(reminder.ahead_of) if reminder.ahead_of else None),
        "state": plain(None, str(reminder.state)),
    }
