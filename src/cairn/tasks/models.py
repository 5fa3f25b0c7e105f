"""Tasks and their steps as rows."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cairn.platform.db import Owner, Table, Versioned


class Energy(StrEnum):
    """How much it takes to do something."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class TaskStep(Table):
    """One small step of a task."""

    __tablename__ = "task_steps"
    __table_args__ = (
        CheckConstraint("text <> ''", name="task_steps_text_check"),
        CheckConstraint("minutes between 1 and 10080", name="task_steps_minutes_check"),
        ForeignKeyConstraint(["user_id", "task_id"], ["tasks.user_id", "tasks.id"], ondelete="CASCADE"),
        Index("ix_task_steps_task", "user_id", "task_id"),
    )

    user_id: Mapped[UUID]
    task_id: Mapped[UUID]
    position: Mapped[int]
    text: Mapped[str]
    minutes: Mapped[int | None]
    done_at: Mapped[datetime | None]


class Task(Versioned, Table):
    """One thing to do, small enough to start. Done tasks stay: they are the record of wins.

    Attributes:
        due_at: When it is for. Of a task that is for a day, noon of that day where the person was.
        skip_until: "Not that one" holds until then.
        project: What it belongs to, in the person's words.
        context: Where or with what it can be done: `home`, `phone`.
        waiting_for: Whom or what it waits for; it is no next thing meanwhile.
        someday: Kept for some other time; it is no next thing either.
        times_put_off: How often it was "not that one" since it was last decided about. Nobody is shown a number.
        stopped_reminders: Ids of the reminders that stopped when it was done, so that opening it again wakes them.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("title <> ''", name="tasks_title_check"),
        CheckConstraint("estimate_minutes between 1 and 10080", name="tasks_estimate_minutes_check"),
        CheckConstraint("energy in ('low', 'medium', 'high')", name="tasks_energy_check"),
        CheckConstraint("due_at is not null or not due_date_only", name="tasks_check"),
        Index("ix_tasks_open", "user_id", "due_at", postgresql_where=text("done_at is null")),
        Index("ix_tasks_done", "user_id", "done_at", "id", postgresql_where=text("done_at is not null")),
    )

    user_id: Mapped[Owner]
    title: Mapped[str]
    notes: Mapped[str]
    due_at: Mapped[datetime | None]
    due_date_only: Mapped[bool]
    estimate_minutes: Mapped[int | None]
    energy: Mapped[str] = mapped_column(default=Energy.LOW)
    important: Mapped[bool] = mapped_column(default=False)
    project: Mapped[str] = mapped_column(default="")
    context: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    waiting_for: Mapped[str] = mapped_column(default="")
    someday: Mapped[bool] = mapped_column(default=False)
    skip_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    times_put_off: Mapped[int] = mapped_column(default=0)
    stopped_reminders: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    steps: Mapped[list[TaskStep]] = relationship(
        lazy="selectin",
        order_by=[TaskStep.position, TaskStep.id],
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
