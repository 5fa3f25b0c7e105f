"""Routines, their steps, and the times they were gone through, as rows."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cairn.platform.db import Owner, Table, Versioned


class RoutineStep(Table):
    """One step of a routine."""

    __tablename__ = "routine_steps"
    __table_args__ = (
        CheckConstraint("text <> ''", name="routine_steps_text_check"),
        CheckConstraint("minutes between 1 and 1440", name="routine_steps_minutes_check"),
        ForeignKeyConstraint(["user_id", "routine_id"], ["routines.user_id", "routines.id"], ondelete="CASCADE"),
        Index("ix_routine_steps_routine", "user_id", "routine_id"),
    )

    user_id: Mapped[UUID]
    routine_id: Mapped[UUID]
    position: Mapped[int]
    text: Mapped[str]
    minutes: Mapped[int | None]


class Routine(Versioned, Table):
    """Steps in their order, for a window of the day. Nothing is kept of days on which it wasn't gone through.

    Attributes:
        window_from: The wall time, wherever the person is, at which it may begin; no window without it.
        window_to: Until when; past midnight where that is earlier.
        rrule: On which days, counted from `first_day`; any day without it.
        nudge: The person is told once when the window opens.
        nudge_at: When that is next.
    """

    __tablename__ = "routines"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("name <> ''", name="routines_name_check"),
        CheckConstraint("window_from is not null or (window_to is null and not nudge)", name="routines_window_check"),
        Index("ix_routines_nudge", "nudge_at", postgresql_where=text("nudge_at is not null")),
    )

    user_id: Mapped[Owner]
    name: Mapped[str]
    window_from: Mapped[time | None]
    window_to: Mapped[time | None]
    rrule: Mapped[str | None]
    first_day: Mapped[date]
    nudge: Mapped[bool] = mapped_column(default=False)
    nudge_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    steps: Mapped[list[RoutineStep]] = relationship(
        lazy="selectin",
        order_by=[RoutineStep.position, RoutineStep.id],
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class Run(Versioned, Table):
    """One time that a routine is gone through. It has its own copy of the steps: changing the routine changes no run.

    Attributes:
        name: The routine's, as it was.
        steps: Each with `id`, `text`, `minutes`, `state` (`open`, `done`, `skipped`) and the moment `at` of that.
    """

    __tablename__ = "routine_runs"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        ForeignKeyConstraint(
            ["user_id", "routine_id"], ["routines.user_id", "routines.id"], ondelete="SET NULL (routine_id)"
        ),
        # Two devices that begin at once begin the same run.
        Index(
            "uq_routine_runs_open", "user_id", "routine_id", unique=True, postgresql_where=text("finished_at is null")
        ),
        Index("ix_routine_runs_done", "user_id", "finished_at", "id"),
    )

    user_id: Mapped[Owner]
    routine_id: Mapped[UUID | None]
    name: Mapped[str]
    steps: Mapped[list[dict[str, Any]]]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
