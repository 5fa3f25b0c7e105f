"""What is told of an import, and what an export looks like."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel

from cairn.memory.imports.reading import Format
from cairn.memory.imports.records import (
    ContradictionRecord,
    FactRecord,
    MemoryRecord,
    TombstoneRecord,
    UpdateRecord,
)


class BroughtIn(BaseModel):
    """What became of a file.

    Args:
        format: What it was, by what stood in it.
        found: What there was to keep; a long text counts as its pieces.
        created: How much of it is new.
        already_kept: How much of it was there before.
        skipped: What couldn't be read or means nothing here, and with `mine_only` what others said.
    """

    format: Format
    found: int
    created: int
    already_kept: int
    skipped: int


class ExportOut(BaseModel):
    """Everything in memory, vectors left out, as it can be brought back in."""

    format: Literal["cairn.memory"]
    version: Literal[1]
    exported_at: AwareDatetime
    memories: list[MemoryRecord]
    facts: list[FactRecord]
    tombstones: list[TombstoneRecord]
    contradictions: list[ContradictionRecord]
    updates: list[UpdateRecord]
