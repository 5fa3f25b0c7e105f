"""Facts as rows, with what they rest on and what must not be learnt again."""

from datetime import datetime
from uuid import UUID

import sqlalchemy
from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Index,
    Integer,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class Fact(Versioned, Table):
    """Something known, with the time in which it is true: `[valid_from, valid_to)`, open while it still is.

    Attributes:
        value_key: What makes two values the same, reworded or not.
        recorded_at: When it was first written down, whatever time it is about.
        closed: Why it holds no longer, or never did (`Closed`).
        superseded_by: The fact that took its place.
    """

    __tablename__ = "facts"
    __table_args__ = (
        CheckConstraint("subject <> ''", name="facts_subject_check"),
        UniqueConstraint("user_id", "id"),
        ForeignKeyConstraint(
            ["user_id", "superseded_by"], ["facts.user_id", "facts.id"], ondelete="SET NULL (superseded_by)"
        ),
        Index("ix_facts_slot", "user_id", "subject", "relation", "valid_from"),
        Index("ix_facts_recorded", "user_id", "recorded_at", "id"),
    )

    user_id: Mapped[Owner]
    subject: Mapped[str]
    relation: Mapped[str]
    qualifier: Mapped[str]
    value: Mapped[str]
    value_key: Mapped[str]
    kind: Mapped[str]
    importance: Mapped[float] = mapped_column(REAL)
    confidence: Mapped[float] = mapped_column(REAL)
    source: Mapped[str]
    valid_from: Mapped[datetime]
    valid_to: Mapped[datetime | None]
    recorded_at: Mapped[datetime]
    closed: Mapped[str | None]
    superseded_by: Mapped[UUID | None]
    pinned_at: Mapped[datetime | None]
    set_aside_at: Mapped[datetime | None]


class FactTelling(Table):
    """One time that somebody said so, in words of a memory or by hand on the page."""

    __tablename__ = "fact_tellings"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "fact_id"], ["facts.user_id", "facts.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["user_id", "memory_id"], ["memories.user_id", "memories.id"], ondelete="CASCADE"),
        Index("ix_fact_tellings_fact", "user_id", "fact_id"),
        Index("ix_fact_tellings_memory", "user_id", "memory_id"),
    )

    user_id: Mapped[UUID]
    fact_id: Mapped[UUID]
    memory_id: Mapped[UUID | None]
    at: Mapped[datetime]
    said_at: Mapped[datetime]
    until: Mapped[datetime | None]
    confidence: Mapped[float] = mapped_column(REAL)
    source: Mapped[str]
    quote: Mapped[str]


class FactTombstone(Table):
    """What is not to be learnt again; without a value, nothing of that relation is."""

    __tablename__ = "fact_tombstones"
    __table_args__ = (
        UniqueConstraint(
            "user_id",
            "subject",
            "relation",
            "value_index",
            name="uq_fact_tombstones",
            postgresql_nulls_not_distinct=True,
        ),
    )

    user_id: Mapped[Owner]
    subject: Mapped[str]
    relation: Mapped[str]
    value_index: Mapped[bytes | None]
    created_at: Mapped[datetime]


class FactContradiction(Table):
    """Two facts of which one at most is right, for the person to say; asked about once."""

    __tablename__ = "fact_contradictions"
    __table_args__ = (
        UniqueConstraint("user_id", "fact_id", "other_id", name="uq_fact_contradictions"),
        ForeignKeyConstraint(["user_id", "fact_id"], ["facts.user_id", "facts.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["user_id", "other_id"], ["facts.user_id", "facts.id"], ondelete="CASCADE"),
    )

    user_id: Mapped[UUID]
    fact_id: Mapped[UUID]
    other_id: Mapped[UUID]
    found_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]


memory_model_use = sqlalchemy.Table(
    "memory_model_use",
    Table.metadata,
    Column("user_id", Uuid, sqlalchemy.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, nullable=False),
    Column("tokens", Integer, nullable=False),
    Column("requests", Integer, nullable=False),
    Column("busy_until", DateTime(timezone=True)),
)
"""What a person's day of reading by a language model has cost so far."""

memory_updates = sqlalchemy.Table(
    "memory_updates",
    Table.metadata,
    Column("user_id", Uuid, primary_key=True),
    Column("older_id", Uuid, primary_key=True),
    Column("newer_id", Uuid, primary_key=True),
    Column("confidence", REAL, nullable=False),
    ForeignKeyConstraint(["user_id", "older_id"], ["memories.user_id", "memories.id"], ondelete="CASCADE"),
    ForeignKeyConstraint(["user_id", "newer_id"], ["memories.user_id", "memories.id"], ondelete="CASCADE"),
)
"""A memory that says anew what an older one said otherwise."""

FACT_TABLES = (
    *(Table.metadata.tables[one.__tablename__] for one in (Fact, FactTelling, FactTombstone, FactContradiction)),
    memory_updates,
    memory_model_use,
)
"""All that is a person's here; what others rest on comes first."""
