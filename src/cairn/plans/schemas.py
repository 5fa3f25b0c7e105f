"""Plans as they come in and go out."""

from datetime import time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.plans.models import Kind, PlanAnswer
from cairn.platform.http import Schema

__all__ = [
    "AnswerPlan",
    "BeginningOut",
    "Cue",
    "Kind",
    "NewPlan",
    "PlanAnswer",
    "PlanMade",
    "PlanOut",
    "PlanPatch",
]

Deed = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Days = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    Field(examples=["FREQ=WEEKLY;BYDAY=MO,WE"]),
]


def _on_the_wall(clock: time) -> time:
    if clock.tzinfo is not None:
        raise ValueError("a time on the wall has no zone")
    return clock.replace(second=0, microsecond=0)


class AtTime(Schema):
    """When it is a time of the day, on the clock where you are."""

    kind: Literal[Kind.TIME]
    at: Annotated[time, AfterValidator(_on_the_wall), Field(examples=["21:00"])]
    days: Days | None = Field(None, description="On which days, as an RFC 5545 rule of days; every day without it.")


class AfterEvent(Schema):
    """When something in your calendar is over."""

    kind: Literal[Kind.EVENT]
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = Field(
        "", description="Words in its title; any event with an hour without them."
    )


class AtWord(Schema):
    """When you write a word of your own, and nothing else, in a conversation."""

    kind: Literal[Kind.WORD]
    word: Name


class OnArrival(Schema):
    """When you get somewhere, and your phone says so."""

    kind: Literal[Kind.ARRIVAL]
    place: Name


Cue = Annotated[AtTime | AfterEvent | AtWord | OnArrival, Field(discriminator="kind")]


class NewPlan(Schema):
    """A new plan.

    Args:
        cue: What it waits for.
        deed: What you do then, in your own words.
    """

    cue: Cue
    deed: Deed


class PlanPatch(Schema):
    """What to change; what isn't named stays."""

    cue: Cue | None = None
    deed: Deed | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> "PlanPatch":
        if self.cue is None and self.deed is None:
            raise ValueError("name at least one field to change")
        return self


class AnswerPlan(Schema):
    """What you say of one time; `null` takes that back."""

    answer: PlanAnswer | None


class BeginningOut(BaseModel):
    """One time that a plan began.

    Args:
        began_at: The moment of its cue.
        answer: What you said of it, `did` or `not_this_time`; nothing is asked twice.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    plan_id: UUID
    began_at: AwareDatetime
    answer: PlanAnswer | None
    answered_at: AwareDatetime | None


class PlanOut(BaseModel):
    """A plan.

    Args:
        cue_words: What it waits for, in your language.
        due_at: When it begins next, where that is known beforehand.
        next_words: The same in your language.
        heard_at: When a phone was heard last; of an arrival.
        paused_at: Since when it waits until you resume it.
        last: The latest time that it began.
    """

    id: UUID
    version: int
    cue: Cue
    cue_words: str
    deed: str
    due_at: AwareDatetime | None
    next_words: str | None
    heard_at: AwareDatetime | None
    paused_at: AwareDatetime | None
    created_at: AwareDatetime
    last: BeginningOut | None


class PlanMade(PlanOut):
    """A plan, and once the address that a phone calls.

    Args:
        hook_url: Where your phone sends an empty POST when it arrives. It is shown this once; ask for a new one if it
            got lost or known.
    """

    hook_url: str | None = None
