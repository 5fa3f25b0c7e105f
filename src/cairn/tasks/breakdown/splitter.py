"""A language model that divides a task into steps: what it is given and what it answers. The model lives above."""

from dataclasses import dataclass
from typing import Protocol

from pydantic import BaseModel, Field

from cairn.platform.actor import Actor
from cairn.tasks.breakdown.parts import Grain


@dataclass(frozen=True, slots=True)
class ToSplit:
    """A task as it is shown to a model.

    Args:
        title: In the person's own words.
        language: What the steps are to be written in.
    """

    title: str
    notes: str
    grain: Grain
    language: str


class SplitStep(BaseModel):
    """One step, as a model says it."""

    text: str = Field(description="What to do, beginning with a verb, at most twelve words.", max_length=200)
    minutes: int = Field(description="About how many minutes it takes.", ge=1, le=480)


class Splitter(Protocol):
    """It has no tools, and whatever a task's words ask for, it only divides it."""

    @property
    def configured(self) -> bool: ...

    async def split(self, actor: Actor, task: ToSplit) -> list[SplitStep]:
        """The steps in order; none when the model is away, too slow, or answers what can't be read."""
        ...


class NoSplitter:
    """No model is configured."""

    configured = False

    async def split(self, actor: Actor, task: ToSplit) -> list[SplitStep]:
        return []
