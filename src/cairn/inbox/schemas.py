"""Caught thoughts as they go out, and what becomes of them."""

from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from cairn.platform.http import Schema


class Becomes(StrEnum):
    """Where a thought goes: on the list, to what is kept to be known, or out of the way."""

    TASK = "task"
    NOTE = "note"
    ASIDE = "aside"


class Caught(BaseModel):
    """A thought that waits to be sorted.

    Args:
        id: Of the memory that it is.
        occurred_at: When it was said.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    text: str
    occurred_at: AwareDatetime


class Sort(Schema):
    """What a thought becomes."""

    becomes: Becomes


class Unsort(Schema):
    """What is taken back with it.

    Args:
        task_id: The task that was made of it, if one was: it goes again, unless it is done.
    """

    task_id: UUID | None = None


class SortedOut(BaseModel):
    """A thought that was sorted.

    Args:
        task_id: The task that it became.
    """

    memory_id: UUID
    became: Becomes
    task_id: UUID | None
