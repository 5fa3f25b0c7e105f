"""What happens to memories, and what is done later with them."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class MemoryKept(Event):
    """Something new is kept."""

    kind: ClassVar[str] = "memory.kept"
    memory_id: UUID


class MemoriesImported(Event):
    """Many things were kept at once."""

    kind: ClassVar[str] = "memory.imported"
    count: int


class MemoryChanged(Event):
    """A memory was put right."""

    kind: ClassVar[str] = "memory.changed"
    memory_id: UUID


class MemoryForgotten(Event):
    """A memory is gone, its vector with it."""

    kind: ClassVar[str] = "memory.forgotten"
    memory_id: UUID


class EmbedMemories(Job):
    """Give every memory of a person that has no vector yet its vector."""

    name: ClassVar[str] = "memory.embed"
    priority: ClassVar[int] = -10
