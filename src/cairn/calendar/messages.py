"""What happens to events."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class EventAdded(Event):
    """There is a new event in the calendar."""

    kind: ClassVar[str] = "calendar.added"
    event_id: UUID


class EventChanged(Event):
    """An event was changed, cancelled or brought back."""

    kind: ClassVar[str] = "calendar.changed"
    event_id: UUID
