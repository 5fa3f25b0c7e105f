"""How Cairn is, as it is told."""

from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict


class JobState(StrEnum):
    """Where a job stands in the queue. `failed` ones were tried as often as they may be, and laid aside."""

    TODO = "todo"
    DOING = "doing"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ABORTED = "aborted"


class Health(BaseModel):
    """The process answers."""

    status: str = "alive"


class Component(BaseModel):
    """One thing Cairn needs.

    Args:
        needed: False for what may be missing while the API still serves people.
        detail: What is wrong and what to do; empty when it is well.
    """

    name: str
    ok: bool
    needed: bool
    detail: str = ""


class Readiness(BaseModel):
    """Whether this process can serve people, and what it rests on."""

    ready: bool
    components: list[Component]


class JobOut(BaseModel):
    """A job in the queue. Jobs carry ids only.

    Args:
        changed_at: When it last came into its state.
    """

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    state: JobState
    attempts: int
    user_id: UUID | None
    scheduled_at: AwareDatetime | None
    changed_at: AwareDatetime | None
