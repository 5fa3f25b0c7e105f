"""Memories as rows, and the narrow tables that they are searched with."""

from datetime import datetime
from uuid import UUID

import sqlalchemy
from pgvector.sqlalchemy import HALFVEC
from sqlalchemy import (
    ARRAY,
    REAL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class Memory(Versioned, Table):
    """One thing that was said, when and by whom.

    Attributes:
        conversation: The thread it was said in: a conversation's id, or the name that an import gave it.
        follows: What was said just before it there.
        same_as: The earlier memory that says the same; this one then isn't shown beside it.
        closed_at: From when all that it says is no longer true.
        set_aside_at: Since when it is kept and not searched.
    """

    __tablename__ = "memories"
    __table_args__ = (
        CheckConstraint("text <> ''", name="memories_text_check"),
        CheckConstraint("kind in ('episode', 'thought', 'note', 'question')", name="memories_kind_check"),
        CheckConstraint("speaker <> ''", name="memories_speaker_check"),
        UniqueConstraint("user_id", "id"),
        UniqueConstraint("user_id", "source_ref", name="uq_memories_source"),
        Index("ix_memories_told", "user_id", "occurred_at", "id"),
        Index("ix_memories_conversation", "user_id", "conversation", "occurred_at", "id"),
    )

    user_id: Mapped[Owner]
    text: Mapped[str]
    kind: Mapped[str]
    speaker: Mapped[str]
    language: Mapped[str]
    conversation: Mapped[str | None]
    source_ref: Mapped[str | None]
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    importance: Mapped[float] = mapped_column(REAL, default=0.5)
    confidence: Mapped[float] = mapped_column(REAL, default=1.0)
    pinned_at: Mapped[datetime | None]
    set_aside_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    follows: Mapped[UUID | None]
    same_as: Mapped[UUID | None]


embedding_models = sqlalchemy.Table(
    "embedding_models",
    Table.metadata,
    Column("id", SmallInteger, sqlalchemy.Identity(always=True), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("dimensions", sqlalchemy.Integer, nullable=False),
)

memory_indexes = sqlalchemy.Table(
    "memory_indexes",
    Table.metadata,
    Column("user_id", Uuid, sqlalchemy.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("model_id", SmallInteger, sqlalchemy.ForeignKey("embedding_models.id", ondelete="SET NULL")),
    Column("revision", BigInteger, nullable=False),
    Column("speakers", ARRAY(Text), nullable=False),
)
"""One row a person: the model they are searched with, who spoke, and a number that rises with every change."""


def _of_a_memory(name: str, *columns: Column[object]) -> sqlalchemy.Table:
    """A table whose rows go with their memory. No class: its rows are only read many at a time."""
    return sqlalchemy.Table(
        name,
        Table.metadata,
        Column("user_id", Uuid, primary_key=True),
        Column("memory_id", Uuid, primary_key=True),
        *columns,
        ForeignKeyConstraint(["user_id", "memory_id"], ["memories.user_id", "memories.id"], ondelete="CASCADE"),
    )


memory_words = _of_a_memory(
    "memory_words",
    Column("searched", Boolean, nullable=False),
    Column("conversation", Integer, nullable=False),
    Column("stems", LargeBinary, nullable=False),
)
memory_vectors = _of_a_memory(
    "memory_vectors",
    Column(
        "model_id", SmallInteger, sqlalchemy.ForeignKey("embedding_models.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("piece", SmallInteger, primary_key=True),
    Column("searched", Boolean, nullable=False),
    Column("vector", HALFVEC(), nullable=False),
)
memory_tokens = _of_a_memory(
    "memory_tokens",
    Column("piece", SmallInteger, primary_key=True),
    Column("bits", LargeBinary, nullable=False),
)
memory_chores = _of_a_memory(
    "memory_chores", Column("chore", Text, primary_key=True), Column("tries", SmallInteger, nullable=False)
)
