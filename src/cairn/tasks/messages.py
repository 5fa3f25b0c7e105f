"""What happens to tasks."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class TaskAdded(Event):
    """There is a new task."""

    kind: ClassVar[str] = "task.added"
    task_id: UUID


class TaskChanged(Event):
    """A task or one of its steps was changed, opened again or put off."""

    kind: ClassVar[str] = "task.changed"
    task_id: UUID


class TaskDone(Event):
    """A task was finished."""

    kind: ClassVar[str] = "task.done"
    task_id: UUID


class TaskRemoved(Event):
    """A task is gone."""

    kind: ClassVar[str] = "task.removed"
    task_id: UUID
