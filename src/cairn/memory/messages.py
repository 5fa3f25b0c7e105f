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
    """A memory was put right.

    Args:
        reworded: Its text is another one.
    """

    kind: ClassVar[str] = "memory.changed"
    memory_id: UUID
    reworded: bool = False


class MemoriesForgotten(Event):
    """Memories are about to go, with all that was made of them: copies elsewhere go now.

    Args:
        source_refs: Where they came from, such as `message:…`.
    """

    kind: ClassVar[str] = "memory.forgetting"
    live: ClassVar[bool] = False
    memory_ids: list[UUID]
    source_refs: list[str]


class MemoryForgotten(Event):
    """Memories are gone; of many, the first are named."""

    kind: ClassVar[str] = "memory.forgotten"
    memory_ids: list[UUID]


class FactsForgotten(Event):
    """Facts are gone, with all that said them: copies elsewhere go now."""

    kind: ClassVar[str] = "fact.forgetting"
    live: ClassVar[bool] = False
    fact_ids: list[UUID]


class FactsChanged(Event):
    """What is known of a person changed."""

    kind: ClassVar[str] = "fact.changed"
    fact_ids: list[UUID]


class EmbedMemories(Job):
    """Make the stems, vectors and token bits that a person's memories wait for."""

    name: ClassVar[str] = "memory.embed"
    priority: ClassVar[int] = -10


class LearnFacts(Job):
    """Read a person's new memories for facts."""

    name: ClassVar[str] = "memory.learn"
    priority: ClassVar[int] = -5


class LearnByModel(Job):
    """Let a language model read what the grammar found no facts in."""

    name: ClassVar[str] = "memory.learn_by_model"
    priority: ClassVar[int] = -15


class ForgetCondemned(Job):
    """Take away the memories that were too many for one transaction."""

    name: ClassVar[str] = "memory.forget"


class TendMemories(Job):
    """Do a night's upkeep of a person's memories."""

    name: ClassVar[str] = "memory.tend"
    priority: ClassVar[int] = -20
