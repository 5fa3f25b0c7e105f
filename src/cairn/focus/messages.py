"""What happens to focus sessions and in rooms."""

from typing import ClassVar, Literal
from uuid import UUID

from cairn.platform.messages import Event, Job


class FocusChanged(Event):
    """A session began, ended, or goes on otherwise."""

    kind: ClassVar[str] = "focus.changed"

    session_id: UUID
    state: str


class FocusTold(Event):
    """A session is half way through, or its time is up.

    Args:
        delivery_id: The delivery on the page; whoever shows it says so under this id.
    """

    kind: ClassVar[str] = "focus.told"

    session_id: UUID
    what: Literal["half", "time_up"]
    delivery_id: UUID | None


class ThoughtParked(Event):
    """A thought was parked, or put somewhere."""

    kind: ClassVar[str] = "focus.parked"

    thought_id: UUID


class RoomChanged(Event):
    """Somebody came into a room, left it, or does something else."""

    kind: ClassVar[str] = "room.changed"

    space_id: UUID


class TellRoom(Job):
    """Tell everybody of a space that its room looks different."""

    name = "focus.tell_room"
    priority: ClassVar[int] = 40

    space_id: UUID
