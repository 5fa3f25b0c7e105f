"""Tasks as they come in and go out."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.platform.http import Schema, Words
from cairn.tasks.energy import EnergySaid
from cairn.tasks.models import Energy, Task

__all__ = [
    "EARLIEST",
    "LATEST",
    "Aside",
    "Due",
    "Energy",
    "EnergySaid",
    "Given",
    "KeptStep",
    "Label",
    "Later",
    "Minutes",
    "NewStep",
    "NewTask",
    "NextOut",
    "Notes",
    "StepOut",
    "StepPatch",
    "Steps",
    "Tags",
    "Task",
    "TaskOut",
    "TaskPatch",
]

Notes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60, strict=True)]

Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
"""A word or a few; empty for none."""
RuleText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    Field(examples=["FREQ=WEEKLY;BYDAY=MO"]),
]
Tags = Annotated[
    list[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]], Field(max_length=20)
]


class Aside(StrEnum):
    """Why an open task isn't chosen: it waits, is for some other time, or was turned down again and again."""

    WAITING = "waiting"
    SOMEDAY = "someday"
    PUT_OFF = "put_off"


EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def _in_reach(moment: datetime) -> datetime:
    if not EARLIEST <= moment <= LATEST:
        raise ValueError("choose a moment between the years 2000 and 2200")
    return moment


Due = Annotated[AwareDatetime, AfterValidator(_in_reach)]


class NewTask(Schema):
    """A task to add.

    Args:
        title: What to do, in the person's own words.
        due_at: When it is for.
        due_date_only: It is for the day of `due_at`, at no certain time.
        estimate_minutes: How long it may take.
        important: It matters, whenever it is for.
        project: What it belongs to.
        context: Where or with what it can be done, such as `home` or `phone`.
        waiting_for: Whom or what it waits for. It isn't chosen as the next thing meanwhile.
        someday: For some other time. It isn't chosen either.
        rrule: How it comes again, as the value of an RFC 5545 RRULE that names days, counted from `due_at`, or from
            today without one. Done, it stays as the record of that time, and the next occurrence comes.
        after_done: The rule is a length, such as `FREQ=DAILY;INTERVAL=3`, counted from the day it is done.
        without: Days of the rule on which it doesn't come.
        steps: What it is made of, in order.
    """

    title: Words
    notes: Notes = ""
    due_at: Due | None = None
    due_date_only: bool = False
    estimate_minutes: Minutes | None = None
    energy: Energy = Energy.LOW
    important: bool = False
    project: Label = ""
    context: Label = ""
    tags: Tags = Field(default_factory=list)
    waiting_for: Label = ""
    someday: bool = False
    rrule: RuleText | None = None
    after_done: bool = False
    without: Annotated[list[date], Field(max_length=100)] = Field(default_factory=list)
    steps: Annotated[list[Words], Field(max_length=50)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_a_day(self) -> "NewTask":
        if self.due_date_only and self.due_at is None:
            raise ValueError("a task for a day needs due_at")
        if self.after_done and self.rrule is None:
            raise ValueError("after_done needs rrule")
        if self.without and (self.rrule is None or self.after_done):
            raise ValueError("without needs an rrule that names days")
        return self


class TaskPatch(Schema):
    """What to change; what is left out stays, and `null` takes a due moment, an estimate or a rule away.

    Args:
        only_this: Of a task that comes again, only this time is changed; else those that follow are as this one.
    """

    title: Words | None = None
    notes: Notes | None = None
    due_at: Due | None = None
    due_date_only: bool | None = None
    estimate_minutes: Minutes | None = None
    energy: Energy | None = None
    important: bool | None = None
    project: Label | None = None
    context: Label | None = None
    tags: Tags | None = None
    waiting_for: Label | None = None
    someday: bool | None = None
    rrule: RuleText | None = None
    after_done: bool | None = None
    repeats: Annotated[str | None, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] = Field(
        None, examples=["every second Tuesday"], description="How it comes again, in words."
    )
    only_this: bool = False

    @model_validator(mode="after")
    def _keeps_what_it_needs(self) -> "TaskPatch":
        for name in self.model_fields_set - {"due_at", "estimate_minutes", "rrule"}:
            if getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        if {"rrule", "repeats"} <= self.model_fields_set:
            raise ValueError("give either rrule or repeats")
        if self.only_this and self.model_fields_set & {"rrule", "after_done", "repeats"}:
            raise ValueError("how it comes again is not of this time only")
        return self

    def changes(self) -> dict[str, Any]:
        return self.model_dump(exclude_unset=True, exclude={"only_this", "repeats"})


class Standing(BaseModel):
    """What leaving an occurrence out changes: what an undo puts back.

    Args:
        kept: The fields that were changed for that time only.
        ticked: When its steps were done, by their ids.
    """

    model_config = ConfigDict(from_attributes=True, extra="forbid", frozen=True)

    due_at: AwareDatetime
    occurs_on: date
    turn: int
    skip_until: AwareDatetime | None
    this_only: dict[str, Any]
    kept: dict[str, Any]
    ticked: dict[UUID, AwareDatetime]


class LeftOut(BaseModel):
    """A time that was left out: how the task stood before, and how that left it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: Standing
    after: Standing


class Later(Schema):
    """Not that one now.

    Args:
        until: When it may come up again; three hours from now, if left out.
    """

    until: Due | None = None


class NewStep(Schema):
    """A step to add at the end.

    Args:
        minutes: How long it may take.
    """

    text: Words
    minutes: Minutes | None = None


class StepPatch(Schema):
    """What to change of a step; only the fields that are sent.

    Args:
        minutes: How long it may take; `null` for nobody knows.
    """

    text: Words | None = None
    done: bool | None = None
    minutes: Minutes | None = None


class KeptStep(Schema):
    """A step of a whole list of them.

    Args:
        id: Of a step that the task has; left out for a new one.
        minutes: How long it may take.
    """

    id: UUID | None = None
    text: Words
    minutes: Minutes | None = None
    done: bool = False


class Steps(Schema):
    """All steps of a task, in order."""

    steps: Annotated[list[KeptStep], Field(max_length=50)]

    @property
    def texts(self) -> list[str]:
        return [step.text for step in self.steps]


class StepOut(BaseModel):
    """A step as clients see it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    text: str
    minutes: int | None
    done_at: AwareDatetime | None


class RangeOut(BaseModel):
    """How many minutes something usually takes this person, learnt from what it took before.

    Args:
        likely: The most likely, where one number is wanted.
    """

    model_config = ConfigDict(from_attributes=True)

    low: int
    likely: int
    high: int


class TaskOut(BaseModel):
    """A task as clients see it.

    Args:
        range: How long it really takes, once enough things were measured to tell.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    title: str
    notes: str
    due_at: AwareDatetime | None
    due_date_only: bool
    estimate_minutes: int | None
    range: RangeOut | None
    energy: Energy
    important: bool
    project: str
    context: str
    tags: list[str]
    waiting_for: str
    someday: bool
    rrule: str | None
    after_done: bool
    without: list[date]
    steps: list[StepOut]
    skip_until: AwareDatetime | None
    done_at: AwareDatetime | None
    created_at: AwareDatetime


class Given(Schema):
    """What there is to do something with.

    Args:
        minutes: How much time.
        energy: How much energy; what takes more is left for another time.
        context: Where the person is, or with what; what needs another place is left.
    """

    minutes: Annotated[int, Field(ge=1, le=24 * 60)] | None = None
    energy: Energy | None = None
    context: Label = ""


class NextOut(BaseModel):
    """The one next thing.

    Args:
        task: Absent when nothing waits.
        reason: Why this one, in one plain line.
    """

    model_config = ConfigDict(from_attributes=True)

    task: TaskOut | None
    reason: str | None


class OnList(BaseModel):
    """One thing of the list, without its notes.

    Args:
        reason: Why it would be chosen where it stands, in one plain line.
    """

    id: UUID
    title: str
    reason: str


class OpenTasks(BaseModel):
    """The first few things of the list, in the order in which they would be chosen.

    Args:
        more: There are others.
    """

    tasks: list[OnList]
    more: bool
