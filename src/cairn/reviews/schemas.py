"""Reviews as they come in and go out."""

from datetime import date, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.mood.schemas import Energy, Mood
from cairn.platform.http import Schema
from cairn.reviews.models import Kind, State
from cairn.reviews.rules import MOST_CHOSEN, Step, What

__all__ = [
    "Answer",
    "BeginReview",
    "Decide",
    "Decided",
    "Kind",
    "OfferOut",
    "ReviewOut",
    "ReviewRow",
    "Screen",
    "State",
    "Step",
    "StepOut",
    "Summary",
    "Thing",
    "What",
    "Wishes",
    "WishesOut",
]

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]


class BeginReview(Schema):
    """Which: `start` or `shutdown` of the day, or the `week`."""

    kind: Kind


class Decide(Schema):
    """What becomes of one thing.

    Args:
        thing_id: A task's, or of what was captured the memory's.
    """

    thing_id: UUID
    what: What


class Answer(Schema):
    """The answer to a screen, which goes on to the next; everything but the screen's name may be left out.

    Args:
        step: The screen that is answered. If it isn't the one the review stands at, nothing happens: said twice is said
            once.
        mood, energy: At `energy`.
        task_ids: At `choose`: at most three.
        text: At `thought` a thought to keep, at `close` a line for yourself.
        all_wait: At `stays`: let everything that is left wait until tomorrow.
    """

    step: Step
    mood: Mood | None = None
    energy: Energy | None = None
    task_ids: Annotated[list[UUID], Field(max_length=MOST_CHOSEN)] = Field(default_factory=list)
    text: Line = ""
    all_wait: bool = False

    @model_validator(mode="after")
    def _fits_the_screen(self) -> "Answer":
        wrong = (
            ((self.mood or self.energy) and self.step is not Step.ENERGY)
            or (self.task_ids and self.step is not Step.CHOOSE)
            or (self.text and self.step not in (Step.THOUGHT, Step.CLOSE))
            or (self.all_wait and self.step is not Step.STAYS)
        )
        if wrong:
            raise ValueError("that is no answer to this step")
        return self


class StepOut(BaseModel):
    """A screen, and how many seconds it may take."""

    name: Step
    seconds: int


class Thing(BaseModel):
    """Something on a screen.

    Args:
        at: When it was done, or is for.
        about: One plain line about it: why it is proposed, its first step, whom it waits for.
    """

    kind: Literal["task", "reminder", "memory", "mood"]
    id: UUID
    title: str
    at: AwareDatetime | None = None
    about: str = ""


class Decided(BaseModel):
    """What became of a thing in this review.

    Args:
        can_take_back: Whether it can be as it was.
    """

    thing_id: UUID
    kind: Literal["task", "memory"]
    title: str
    step: Step
    what: What
    can_take_back: bool = True


class Screen(BaseModel):
    """What the screen shows that the review stands at.

    Args:
        things: In order; what was decided here stays out, and stands in `decided`.
        more: There is more than fits on one screen; it comes another time.
        choices: What may become of each thing.
        sentence: A plain line about all of it.
    """

    step: Step
    things: list[Thing] = []
    more: bool = False
    choices: list[What] = []
    sentence: str = ""


class Summary(BaseModel):
    """What is kept of a review to be read later.

    Args:
        done: What was done.
        chosen: What was chosen for the day.
        mood: What the mood and energy showed.
        note: A line for oneself.
    """

    done: list[str] = []
    chosen: list[str] = []
    mood: str = ""
    note: str = ""


class ReviewRow(BaseModel):
    """A review in a list.

    Args:
        day: The day it is for; of a week its Monday.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    kind: Kind
    day: date
    state: State
    started_at: AwareDatetime
    ended_at: AwareDatetime | None


class ReviewOut(ReviewRow):
    """A review: while it is open the screen it stands at, and afterwards what is kept of it."""

    steps: list[StepOut]
    step: Step | None
    screen: Screen | None
    decided: list[Decided]
    summary: Summary | None


def _whole_minutes(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("a time on your wall has no zone")
    return at.replace(second=0, microsecond=0)


WallTime = Annotated[time, AfterValidator(_whole_minutes), Field(examples=["08:30"])]


class Wishes(Schema):
    """When you want to be offered what, by the clock on your wall; `null` for never.

    Args:
        week_day: The weekday of the week's, Monday is 0.
    """

    start_at: WallTime | None = None
    shutdown_at: WallTime | None = None
    week_day: Annotated[int, Field(ge=0, le=6)] = 6
    week_at: WallTime | None = None


class WishesOut(BaseModel):
    """When you want to be offered what."""

    model_config = ConfigDict(from_attributes=True)

    start_at: time | None = None
    shutdown_at: time | None = None
    week_day: int = 6
    week_at: time | None = None


class OfferOut(BaseModel):
    """What is offered now, if anything."""

    kind: Kind | None
