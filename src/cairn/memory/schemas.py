"""Memories as they come in and go out."""

from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from cairn.memory.rules import Evidence
from cairn.platform.http import Schema

Kind = Literal["episode", "thought", "note", "question"]
"""What was said: something told, a thought caught, a note to keep, or a question, which never answers itself."""

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def _in_reach(moment: datetime) -> datetime:
    if not EARLIEST <= moment <= LATEST:
        raise ValueError("choose a moment between the years 1900 and 2200")
    return moment


Reachable = Annotated[AwareDatetime, AfterValidator(_in_reach)]


class NewMemory(Schema):
    """Something to keep.

    Args:
        text: What was said, word for word.
        occurred_at: When it was said; now, if left out.
        speaker: Who said it: `me`, `cairn`, or a name.
        source_ref: Where it comes from, such as `message:…`. The same source is kept once.
    """

    text: Said
    occurred_at: Reachable | None = None
    speaker: Name = "me"
    kind: Kind = "episode"
    conversation_id: UUID | None = None
    source_ref: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = None


class MemoryPatch(Schema):
    """What to put right; what is left out stays."""

    text: Said | None = None
    occurred_at: Reachable | None = None
    kind: Kind | None = None


class Batch(Schema):
    """Many things to keep at once."""

    items: Annotated[list[NewMemory], Field(min_length=1, max_length=1000)]


class Kept(BaseModel):
    """What became of one item of a batch.

    Args:
        created: False when its source was already kept.
    """

    id: UUID
    created: bool


class BatchOut(BaseModel):
    """One answer for each item, in the order of the items."""

    items: list[Kept]


class MemoryOut(BaseModel):
    """A memory as clients see it."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    version: int
    text: str
    kind: Kind
    speaker: str
    conversation_id: UUID | None
    source_ref: str | None
    occurred_at: AwareDatetime
    recorded_at: AwareDatetime


class SearchQuery(Schema):
    """A question about what was said.

    Args:
        query: The question, in the person's own words.
        from_: Leave out what was said before.
        to: Leave out what was said at or after.
        kinds: Kinds to search; all but questions if left out.
    """

    model_config = ConfigDict(populate_by_name=True)

    query: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]
    limit: Annotated[int, Field(ge=1, le=40)] = 10
    from_: Annotated[Reachable | None, Field(alias="from")] = None
    to: Reachable | None = None
    kinds: Annotated[list[Kind], Field(min_length=1, max_length=4)] | None = None


class Hit(BaseModel):
    """A memory that answers, with how well and why.

    Args:
        score: 1 for what is first by words and by meaning, less for the rest; says the order, not the quality.
        why: A plain sentence for the person.
        evidence: The parts of the score.
        weak: Nothing says that this is about the question. Don't tell it as an answer.
    """

    model_config = ConfigDict(from_attributes=True)

    memory: MemoryOut
    score: float
    why: str
    evidence: Evidence
    weak: bool


class Found(BaseModel):
    """What a search found, best first."""

    items: list[Hit]


class Status(BaseModel):
    """How much is kept, and how much of it waits to be found by meaning; words find it already."""

    total: int
    pending: int
