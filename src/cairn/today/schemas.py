"""The day as it goes out."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Item(BaseModel):
    """One thing of the day.

    Args:
        at: When; absent for what has the whole day.
        end: When it may be over, if that is known.
        place: Of an event, where it is.
        leave_by: Of an event with a way to it, when to leave.
        bring: Of an event, what to take along; empty for nothing.
    """

    kind: Literal["event", "task", "reminder"]
    id: UUID
    title: str
    at: AwareDatetime | None
    end: AwareDatetime | None
    done: bool
    place: str | None = None
    leave_by: AwareDatetime | None = None
    bring: str = ""


SegmentKind = Literal["event", "travel", "ready", "reminder", "task", "free", "rest"]


class Ref(BaseModel):
    """What a piece of the line is of."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["event", "task", "reminder"]
    id: UUID


class Segment(BaseModel):
    """A piece of the day's line. One without a length is a moment.

    Args:
        kind: `ready` and `travel` belong to the event that follows; `rest` is landing, or going over to the next.
        fixed: It has its time; else it is only proposed, or free.
        bring: What to take along to the event that it is of.
        overlaps: Something else that is fixed goes on at the same time.
    """

    model_config = ConfigDict(from_attributes=True)

    kind: SegmentKind
    start: AwareDatetime
    end: AwareDatetime
    fixed: bool
    title: str
    place: str
    bring: str = ""
    ref: Ref | None
    overlaps: bool


class Coming(BaseModel):
    """The next fixed thing.

    Args:
        at: When it begins.
        goal: What comes first: getting ready for it, leaving for it, or it.
        goal_at: When that is.
        minutes: How long until then.
    """

    title: str
    place: str
    ref: Ref
    at: AwareDatetime
    goal: Literal["ready", "leave", "start"]
    goal_at: AwareDatetime
    minutes: int


class Today(BaseModel):
    """A day where the person is, from its midnight to the next, or from where one that ends after midnight ends.

    Args:
        now: The moment of this answer, in the person's zone.
        items: In the order of the day; what has no time comes last.
        next: The first open one that is still to come.
        line: The day from its beginning to its end, without a gap: what is fixed, what fits between, what is free.
        coming: The next fixed thing and how long it is until then.
        left_minutes: How long the person's day still is.
    """

    date: date
    now: AwareDatetime
    items: list[Item]
    next: Item | None
    line: list[Segment]
    coming: Coming | None
    left_minutes: int


class DayAhead(BaseModel):
    """What is there for one day that is still to come.

    Args:
        items: In the order of the day; what has no time comes last.
    """

    date: date
    items: list[Item]


class Ahead(BaseModel):
    """What is there for some days, from one on.

    Args:
        days: One after the other, also those for which nothing is there.
        more: There is more than is told.
    """

    days: list[DayAhead]
    more: bool = False


class Tomorrow(BaseModel):
    """What is fixed for the day after today, where the person is.

    Args:
        starts: When their day begins.
        ends: When it ends.
        items: In the order of the day; what has the whole day comes first.
        more: There is more than is told here.
    """

    date: date
    starts: AwareDatetime
    ends: AwareDatetime
    items: list[Item]
    more: bool
