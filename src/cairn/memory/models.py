"""Memories as rows, and the table of their vectors."""

from datetime import datetime
from uuid import UUID

import sqlalchemy
from pgvector.sqlalchemy import HALFVEC
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Text, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import FetchedValue

from cairn.memory.embedder.minilm import DIMENSIONS
from cairn.platform.db import Owner, Table, Versioned


class Memory(Versioned, Table):
    """One thing that was said, when and by whom. `words` is made by the database from the text."""

    __tablename__ = "memories"
    __table_args__ = (
        CheckConstraint("text <> ''", name="memories_text_check"),
        CheckConstraint("kind in ('episode', 'thought', 'note', 'question')", name="memories_kind_check"),
        CheckConstraint("speaker <> ''", name="memories_speaker_check"),
        UniqueConstraint("user_id", "id"),
        UniqueConstraint("user_id", "source_ref", name="uq_memories_source"),
        Index("ix_memories_told", "user_id", "occurred_at", "id"),
    )

    user_id: Mapped[Owner]
    text: Mapped[str]
    kind: Mapped[str]
    speaker: Mapped[str]
    language: Mapped[str]
    conversation_id: Mapped[UUID | None]
    source_ref: Mapped[str | None]
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(TSVECTOR, FetchedValue(), deferred=True)


memory_vectors = sqlalchemy.Table(
    "memory_vectors",
    Table.metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("memory_id", Uuid, primary_key=True),
    Column("model", Text, nullable=False),
    Column("vector", HALFVEC(DIMENSIONS), nullable=False),
    ForeignKeyConstraint(["user_id", "memory_id"], ["memories.user_id", "memories.id"], ondelete="CASCADE"),
)
"""What a memory's text means to one embedding model. No class: its rows are only ever compared where they lie."""
