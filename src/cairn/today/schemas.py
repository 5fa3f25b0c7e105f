"""The day as it goes out."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel


class Item(BaseModel):
    """One thing of the day.

    Args:
        at: When; absent for what has the whole day.
        end: When it may be over, if that is known.
    """

    kind: Literal["task", "reminder"]
    id: UUID
    title: str
    at: AwareDatetime | None
    end: AwareDatetime | None
    done: bool


class Today(BaseModel):
    """A day where the person is, from its midnight to the next.

    Args:
        now: The moment of this answer, in the person's zone.
        items: In the order of the day; what has no time comes last.
        next: The first open one that is still to come.
    """

    date: date
    now: AwareDatetime
    items: list[Item]
    next: Item | None
