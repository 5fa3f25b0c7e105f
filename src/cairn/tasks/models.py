"""Tasks and their steps as rows."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    TIMESTAMP,
    CheckConstraint,
    Date,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from cairn.platform.db import Owner, Table, Versioned
from cairn.tasks.estimates import Learnt, Range, kind_of


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
        rrule: How it comes again, as the value of an RFC 5545 RRULE that names days. A done one stays as it was done;
            the next occurrence is a row of its own.
        after_done: Its rule is a length of time, counted from the day it was done.
        without: Days of its rule on which it doesn't come.
        first_local: The wall time that its rule counts from.
        occurs_on: The day of the rule that it stands for, whatever day it was moved to.
        turn: Which occurrence it is, the first being 1.
        comes_again_at: When the next occurrence takes its place, should it be open then.
        this_only: What stood in fields that were changed for this occurrence only; the next takes that over.
        follows: The occurrence before it.
        left_out: How it stood before a time of it was left out last, and after: what brings that back.
        domain: The part of life that the library of procedures knows it from; empty where it knows none.
        learnt: How long this person's things really take, once something is known of it. No column.
        stopped_reminders: Ids of the reminders that stopped when it was done, so that opening it again wakes them.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("title <> ''", name="tasks_title_check"),
        CheckConstraint("estimate_minutes between 1 and 10080", name="tasks_estimate_minutes_check"),
        CheckConstraint("energy in ('low', 'medium', 'high')", name="tasks_energy_check"),
        CheckConstraint("due_at is not null or not due_date_only", name="tasks_check"),
        CheckConstraint(
            "rrule is null or (due_at is not null and first_local is not null and occurs_on is not null)",
            name="tasks_comes_again_check",
        ),
        UniqueConstraint("user_id", "follows", name="uq_tasks_follows"),
        ForeignKeyConstraint(
            ["user_id", "follows"],
            ["tasks.user_id", "tasks.id"],
            name="fk_tasks_follows",
            ondelete="SET NULL (follows)",
        ),
        Index("ix_tasks_comes_again", "comes_again_at", postgresql_where=text("comes_again_at is not null")),
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
    rrule: Mapped[str | None]
    after_done: Mapped[bool] = mapped_column(default=False)
    without: Mapped[list[date]] = mapped_column(ARRAY(Date), default=list)
    first_local: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=False))
    occurs_on: Mapped[date | None]
    turn: Mapped[int] = mapped_column(default=1)
    comes_again_at: Mapped[datetime | None]
    this_only: Mapped[dict[str, Any]] = mapped_column(default=dict)
    follows: Mapped[UUID | None]
    left_out: Mapped[dict[str, Any] | None]
    domain: Mapped[str] = mapped_column(default="")
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
    learnt = cast("Learnt | None", None)

    @property
    def kind(self) -> str:
        """What it is alike to, where it is guessed how long it takes."""
        return kind_of(self.domain, self.project, self.context)

    @property
    def said_minutes(self) -> int | None:
        """How long it was said to take: as a whole, else all its steps together."""
        steps = [step.minutes for step in self.steps]
        if self.estimate_minutes is not None or not steps or None in steps:
            return self.estimate_minutes
        return sum(minutes for minutes in steps if minutes is not None)

    @property
    def range(self) -> Range | None:
        """How long it usually takes this person, as far as that is known."""
        said = self.said_minutes
        return None if self.learnt is None or said is None else self.learnt.range(said, self.kind)


class EstimateSample(Table):
    """What a task was said to take, and what it took. Whoever opens the task again hasn't measured it yet."""

    __tablename__ = "estimate_samples"
    __table_args__ = (
        CheckConstraint("estimated_minutes between 1 and 10080", name="estimate_samples_estimated_check"),
        CheckConstraint("actual_minutes between 1 and 10080", name="estimate_samples_actual_check"),
        ForeignKeyConstraint(["user_id", "task_id"], ["tasks.user_id", "tasks.id"], ondelete="SET NULL (task_id)"),
        UniqueConstraint("user_id", "task_id"),
        Index("ix_estimate_samples_newest", "user_id", "at", "id"),
    )

    user_id: Mapped[Owner]
    task_id: Mapped[UUID | None]
    kind: Mapped[str]
    estimated_minutes: Mapped[int]
    actual_minutes: Mapped[int]
    at: Mapped[datetime]
