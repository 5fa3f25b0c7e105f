"""What happens to routines."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class RoutineChanged(Event):
    """There is a new routine, or one was changed or taken away."""

    kind: ClassVar[str] = "routine.changed"
    routine_id: UUID


class RunChanged(Event):
    """A routine was begun, a step of it ticked, or it was finished."""

    kind: ClassVar[str] = "routine.run_changed"
    run_id: UUID


class RoutineFinished(Event):
    """Somebody came to the end of a routine, with whatever was done."""

    kind: ClassVar[str] = "routine.finished"
    routine_id: UUID | None
    run_id: UUID
