"""Facts read by a language model: what it is given and what it answers. The model itself lives a floor above."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from pydantic import BaseModel, Field

from cairn.platform.actor import Actor

Trouble = Literal["", "away", "slow", "junk"]
"""Why there is no answer: the model can't be reached, took too long, or answered what can't be read."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A memory as it is shown to a model.

    Args:
        text: Its words, or as many as fit.
        speaker: Who said it: `me`, or a name.
        said_at: When, in the person's zone.
    """

    text: str
    speaker: str
    said_at: datetime


class SaidFact(BaseModel):
    """One thing that a memory says plainly."""

    memory: int = Field(description="The number of the memory that says so.")
    quote: str = Field(description="The words of that memory that say so, copied exactly, as few as say it.")
    subject: str = Field(description="`speaker` for whoever said it, else the plain name of whom or what it is about.")
    relation: str = Field(description="A word of the list, or if none fits, one to three plain words.")
    value: str = Field("", description="As it was said, without articles. Empty only for what ended without a name.")
    stance: Literal["is", "ended", "never"] = Field("is", description="It holds; it held and ended; it never was so.")
    confidence: float = Field(0.8, description="0 to 1: 0.8 said plainly, 0.5 with a maybe.")
    since: str | None = Field(None, description="From when, as 2026-11-24 or 2026-11 or 2026, if that was said.")
    until: str | None = Field(None, description="Until when, likewise.")
    qualifier: str = Field("", description="What keeps it apart from others of its kind (`summer`); usually empty.")
    importance: float = Field(0.5, description="0 to 1: how much it matters to a life.")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, unchecked, or why it said nothing.

    Args:
        tokens: What it took, read and written, also without an answer; `None` when nobody counted.
    """

    facts: Sequence[SaidFact] = field(default=())
    tokens: int | None = None
    trouble: Trouble = ""


class Extractor(Protocol):
    """A language model that reads facts. It has no tools, and whatever a memory asks for, it only reads it."""

    @property
    def configured(self) -> bool:
        """Whether there is one."""
        ...

    @property
    def longest_seconds(self) -> float:
        """How long one request may take."""
        ...

    async def extract(self, actor: Actor, memories: Sequence[ToRead], answer_tokens: int) -> Answer:
        """One request about all of these, outside of any transaction.

        Args:
            actor: For whom it is asked, and who pays.
            answer_tokens: How long its answer may become.
        """
        ...


class NoExtractor:
    """Where no model is configured."""

    configured = False
    longest_seconds = 0.0

    async def extract(self, actor: Actor, memories: Sequence[ToRead], answer_tokens: int) -> Answer:
        return Answer(trouble="away")
