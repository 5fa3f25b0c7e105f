"""What happens to what somebody said of how they are. Ids only: what they said stays in its row."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class MoodSaid(Event):
    """Somebody said how they are."""

    kind: ClassVar[str] = "mood.said"
    entry_id: UUID


class MoodChanged(Event):
    """Somebody changed or removed what they said."""

    kind: ClassVar[str] = "mood.changed"
    entry_id: UUID
