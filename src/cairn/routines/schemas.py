"""Routines as they come in and go out."""

from datetime import time
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.platform.http import Schema, Words

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Days = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    Field(examples=["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
]
Minutes = Annotated[int, Field(ge=1, le=24 * 60, strict=True)]


def _on_the_wall(clock: time) -> time:
    if clock.tzinfo is not None:
        raise ValueError("a time on the wall has no zone")
    return clock.replace(second=0, microsecond=0)


Clock = Annotated[time, AfterValidator(_on_the_wall), Field(examples=["07:30"])]


class GivenStep(Schema):
    """A step of a routine.

    Args:
        id: Of a step that the routine has; left out for a new one.
        minutes: How long it may take.
    """

    id: UUID | None = None
    text: Words
    minutes: Minutes | None = None


Steps = Annotated[list[GivenStep], Field(min_length=1, max_length=50)]


class NewRoutine(Schema):
    """A routine to make.

    Args:
        window_from: From when on it may begin, by the clock on the wall wherever you are.
        window_to: Until when; past midnight where that is earlier.
        rrule: On which days; on any without it.
        nudge: Whether you are told once when the window opens.
    """

    name: Name
    steps: Steps
    window_from: Clock | None = None
    window_to: Clock | None = None
    rrule: Days | None = None
    nudge: bool = False


class RoutinePatch(Schema):
    """What to change; what is left out stays, and `null` takes a window or the days away."""

    name: Name | None = None
    steps: Steps | None = None
    window_from: Clock | None = None
    window_to: Clock | None = None
    rrule: Days | None = None
    nudge: bool | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "RoutinePatch":
        if not self.model_fields_set:
            raise ValueError("name at least one field to change")
        for name in ("name", "steps", "nudge"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        return self


class StepOut(BaseModel):
    """A step as clients see it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    text: str
    minutes: int | None


class RoutineOut(BaseModel):
    """A routine as clients see it.

    Args:
        is_now: Whether its window is open.
        run_id: The time that is being gone through now.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    name: str
    steps: list[StepOut]
    window_from: time | None
    window_to: time | None
    rrule: str | None
    nudge: bool
    created_at: AwareDatetime
    is_now: bool = False
    run_id: UUID | None = None


State = Literal["open", "done", "skipped"]


class RunStep(BaseModel):
    """A step of a run, and what became of it."""

    id: UUID
    text: str
    minutes: int | None
    state: State
    at: AwareDatetime | None


class RunOut(BaseModel):
    """One time that a routine is, or was, gone through."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    routine_id: UUID | None
    name: str
    steps: list[RunStep]
    started_at: AwareDatetime
    finished_at: AwareDatetime | None


class Tick(Schema):
    """What became of a step; `open` takes that back."""

    state: State


def as_begun(steps: list[Any]) -> list[dict[str, Any]]:
    """A routine's steps as a run keeps them."""
    return [
        {"id": str(step.id), "text": step.text, "minutes": step.minutes, "state": "open", "at": None} for step in steps
    ]
