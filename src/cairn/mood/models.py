"""What somebody said of how they are, as rows."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class Mood(StrEnum):
    """Five words. They are no scale: nothing is reckoned from them."""

    GREAT = "great"
    GOOD = "good"
    OKAY = "okay"
    FLAT = "flat"
    ROUGH = "rough"


class MoodEntry(Versioned, Table):
    """How somebody was at a moment. One of mood and energy is there at least.

    Attributes:
        energy: `low`, `medium` or `high`, as of tasks.
        at: The moment it is about, which may be before it was said.
    """

    __tablename__ = "mood_entries"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("mood in ('great', 'good', 'okay', 'flat', 'rough')", name="mood_entries_mood_check"),
        CheckConstraint("energy in ('low', 'medium', 'high')", name="mood_entries_energy_check"),
        CheckConstraint("mood is not null or energy is not null", name="mood_entries_check"),
        Index("ix_mood_entries_at", "user_id", "at", "id"),
    )

    user_id: Mapped[Owner]
    mood: Mapped[str | None]
    energy: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    created_at: Mapped[datetime]
