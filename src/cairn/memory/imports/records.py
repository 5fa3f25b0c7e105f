"""What stands in an export of memory, record by record."""

from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import UUID7, AfterValidator, AwareDatetime, Field, StringConstraints, model_validator

from cairn.memory.facts.known import Closed, Source
from cairn.memory.facts.statement import FactKind
from cairn.memory.schemas import Kind, Name, Reachable, Said
from cairn.memory.schemas import Source as SourceRef
from cairn.platform.http import Schema

Share = Annotated[float, Field(ge=0, le=1)]

_FIRST, _LAST = datetime(100, 1, 1, tzinfo=UTC), datetime(9900, 1, 1, tzinfo=UTC)


def _storable(moment: datetime) -> datetime:
    if not _FIRST <= moment <= _LAST:
        raise ValueError("choose a moment between the years 100 and 9900")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_storable)]
"""When something is true, which may lie longer ago than anything that was said."""

Word = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]
Words = Annotated[str, StringConstraints(max_length=10_000)]


class MemoryRecord(Schema):
    """A memory as it is written out. What isn't known is left out; what makes it found again is made anew."""

    id: UUID7
    text: Said
    kind: Kind = "episode"
    speaker: Name = "me"
    conversation: SourceRef | None = None
    source_ref: SourceRef | None = None
    occurred_at: Reachable
    recorded_at: Reachable | None = None
    language: Annotated[str, StringConstraints(pattern="^[a-z]{2}$")] | None = None
    importance: Share | None = None
    confidence: Share | None = None
    pinned_at: Reachable | None = None
    set_aside_at: Reachable | None = None
    closed_at: Reachable | None = None
    follows: UUID7 | None = None
    same_as: UUID7 | None = None
    facts_read: bool | None = None


class TellingRecord(Schema):
    """One time that somebody said so; without a memory, by hand."""

    memory: UUID7 | None = None
    quote: Words = ""
    at: Moment
    said_at: Moment
    until: Moment | None = None
    confidence: Share
    source: Source


class FactRecord(Schema):
    """A fact, what became of it, and every time that it was said."""

    id: UUID7
    subject: Word
    relation: Word
    qualifier: Words = ""
    value: Words = ""
    kind: FactKind
    importance: Share
    confidence: Share
    source: Source
    valid_from: Moment
    valid_to: Moment | None = None
    recorded_at: Moment
    closed: Closed | None = None
    superseded_by: UUID7 | None = None
    pinned_at: Moment | None = None
    set_aside_at: Moment | None = None
    tellings: Annotated[list[TellingRecord], Field(min_length=1)]

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("valid_to lies before valid_from")
        return self


class TombstoneRecord(Schema):
    """What is not to be learnt again: a value, or a fingerprint of one that was forgotten, or any value at all."""

    subject: Word
    relation: Word
    value: Word | None = None
    fingerprint: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    instance: Annotated[str, StringConstraints(pattern="^[0-9a-f]{16}$")] | None = None
    created_at: Moment

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if (self.fingerprint is None) != (self.instance is None) or (self.value and self.fingerprint):
            raise ValueError("a tombstone has a value, or a fingerprint with its instance, or neither")
        return self


class ContradictionRecord(Schema):
    """Two facts of which one at most is right, and whether that was asked and settled."""

    id: UUID7
    fact: UUID7
    other: UUID7
    found_at: Moment
    asked_at: Moment | None = None
    settled_at: Moment | None = None


class UpdateRecord(Schema):
    """A memory that says anew what an older one said otherwise."""

    older: UUID7
    newer: UUID7
    confidence: Share


Record = MemoryRecord | FactRecord | TombstoneRecord | ContradictionRecord | UpdateRecord
"""A record of any section."""
