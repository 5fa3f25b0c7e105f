"""What happens to reminders."""

from uuid import UUID

from cairn.platform.messages import Event


class ReminderBooked(Event):
    """There is a new reminder."""

    kind = "reminder.booked"

    reminder_id: UUID


class ReminderChanged(Event):
    """A reminder has another time, other words or another state."""

    kind = "reminder.changed"

    reminder_id: UUID
    state: str


class ReminderDue(Event):
    """A reminder rings now.

    Args:
        delivery_id: The delivery on the page; whoever shows it says so under this id.
    """

    kind = "reminder.due"

    reminder_id: UUID
    delivery_id: UUID | None


class ReminderDone(Event):
    """A person answered a reminder with "done"."""

    kind = "reminder.done"

    reminder_id: UUID
