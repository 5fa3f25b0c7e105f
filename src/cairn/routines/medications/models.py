"""Medications, their times, and what was taken or skipped, as rows."""

from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cairn.platform.db import Owner, Table, Versioned


class DoseState(StrEnum):
    """What became of a dose."""

    TAKEN = "taken"
    SKIPPED = "skipped"


class MedicationTime(Table):
    """A time of day for a medication; the reminder that rings then knows when it is next.

    Attributes:
        reminder_id: Absent where no dose is to come: the medication's last day was before.
    """

    __tablename__ = "medication_times"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "medication_id"], ["medications.user_id", "medications.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("user_id", "reminder_id"),
        Index("ix_medication_times_medication", "user_id", "medication_id"),
    )

    user_id: Mapped[UUID]
    medication_id: Mapped[UUID]
    clock: Mapped[time]
    reminder_id: Mapped[UUID | None]


class Medication(Versioned, Table):
    """What somebody takes.

    Attributes:
        dose: How much, in their words.
        rrule: On which days; on every day without it.
        until: The last day on which it is taken, by the clock where the person is.
    """

    __tablename__ = "medications"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("name <> ''", name="medications_name_check"),
    )

    user_id: Mapped[Owner]
    name: Mapped[str]
    dose: Mapped[str] = mapped_column(default="")
    rrule: Mapped[str | None]
    until: Mapped[date | None]
    created_at: Mapped[datetime]
    times: Mapped[list[MedicationTime]] = relationship(
        lazy="selectin", order_by=[MedicationTime.clock], cascade="all, delete-orphan", passive_deletes=True
    )


class Dose(Table):
    """A dose that was taken or skipped, exactly as it was said. What wasn't answered is nowhere.

    Attributes:
        name: The medication's, as it was; so is `dose`.
        due_at: For when it was; without it, it was taken beside its times.
        answered: The reminder was answered by it, so that taking it back lets that ring again.
        at: When it was noted.
        taken_at: When it was taken, or left out; before `at` where they said so.
    """

    __tablename__ = "doses"
    __table_args__ = (
        CheckConstraint("state in ('taken', 'skipped')", name="doses_state_check"),
        ForeignKeyConstraint(
            ["user_id", "medication_id"],
            ["medications.user_id", "medications.id"],
            ondelete="SET NULL (medication_id)",
        ),
        # Two devices that answer the same dose at once note it once.
        UniqueConstraint("user_id", "medication_id", "due_at", name="uq_doses_once"),
        Index("ix_doses_at", "user_id", "at", "id"),
    )

    user_id: Mapped[Owner]
    medication_id: Mapped[UUID | None]
    name: Mapped[str]
    dose: Mapped[str]
    state: Mapped[str]
    due_at: Mapped[datetime | None]
    reminder_id: Mapped[UUID | None]
    answered: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    taken_at: Mapped[datetime]
