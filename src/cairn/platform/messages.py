"""Events and jobs as data: what happened, and what to do later. Both carry ids, never content."""

from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Event(BaseModel):
    """Something that happened. Listeners run in the same transaction; clients see it live after the commit.

    Class attributes:
        kind: A name that never changes, `resource.happened`.
        live: Whether open clients hear of it.
    """

    model_config = ConfigDict(frozen=True)
    kind: ClassVar[str]
    live: ClassVar[bool] = True

    def data(self) -> dict[str, Any]:
        """What clients are told: ids and small words."""
        return self.model_dump(mode="json")


class Job(BaseModel):
    """Something to do later, for one person. It may run twice, so its handler is safe when it does.

    Class attributes:
        name: A name that never changes: old jobs must find their handler after an upgrade.
        priority: Higher runs first.
    """

    model_config = ConfigDict(frozen=True)
    name: ClassVar[str]
    priority: ClassVar[int] = 0

    user_id: UUID
