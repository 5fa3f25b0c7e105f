"""Tasks as they come in and go out."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.platform.http import Schema, Words
from cairn.tasks.models import Energy

Notes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Minutes = Annotated[int, Field(ge=1, le=7 * 24 * 60, strict=True)]

Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
"""A word or a few; empty for none."""
Tags = Annotated[
    list[Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]], Field(max_length=20)
]

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
    steps: Annotated[list[Words], Field(max_length=50)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_a_day(self) -> "NewTask":
        if self.due_date_only and self.due_at is None:
            raise ValueError("a task for a day needs due_at")
        return self


class TaskPatch(Schema):
    """What to change; what is left out stays, and `null` takes a due moment or an estimate away."""

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

    @model_validator(mode="after")
    def _keeps_what_it_needs(self) -> "TaskPatch":
        for name in self.model_fields_set - {"due_at", "estimate_minutes"}:
            if getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        return self

    def changes(self) -> dict[str, Any]:
        return self.model_dump(exclude_unset=True)


class Later(Schema):
    """Not that one now.

    Args:
        until: When it may come up again; three hours from now, if left out.
    """

    until: Due | None = None


class NewStep(Schema):
    """A step to add at the end."""

    text: Words


class StepPatch(Schema):
    """What to change of a step."""

    text: Words | None = None
    done: bool | None = None


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
