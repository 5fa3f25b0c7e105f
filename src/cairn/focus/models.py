"""Focus sessions, what was parked in them, and seats in rooms."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class State(StrEnum):
    """Where a session stands. `stopped`: the person ended it without saying what became of it."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


class CheckIn(StrEnum):
    """How it goes, half way."""

    GOING = "going"
    DISTRACTED = "distracted"
    STUCK = "stuck"


class Outcome(StrEnum):
    """What was done of it."""

    DONE = "done"
    PART = "part"
    NOT = "not"


class Becomes(StrEnum):
    """What a parked thought became."""

    TASK = "task"
    NOTE = "note"
    GONE = "gone"


class FocusSession(Versioned, Table):
    """A time that somebody chose for one thing.

    Attributes:
        step_id: The step of the task that it is for. It may be gone by now.
        title: What it is for, as it was called when it began; empty for nothing in particular.
        language, zone: What its person was told in, and by which clock, when it began.
        ends_at: When its time is up. While it pauses, it isn't told: it moves on by as long as the pause takes.
        half_at: When it is asked how it goes; a short one isn't asked.
        due_at: The next moment at which something happens by itself; what the ticker looks for.
        time_up: It ended because its time was up.
        half_asked_at: When it was asked how it goes.
        asked_at: When a page asked what was done of one whose time was up. It is asked once.
    """

    __tablename__ = "focus_sessions"
    __table_args__ = (
        CheckConstraint("planned_minutes between 1 and 480", name="focus_sessions_minutes_check"),
        CheckConstraint("state in ('running', 'paused', 'finished', 'stopped')", name="focus_sessions_state_check"),
        CheckConstraint("check_in in ('going', 'distracted', 'stuck')", name="focus_sessions_check_in_check"),
        CheckConstraint("outcome in ('done', 'part', 'not')", name="focus_sessions_outcome_check"),
        CheckConstraint(
            "(state in ('finished', 'stopped')) = (ended_at is not null)", name="focus_sessions_ended_check"
        ),
        CheckConstraint("(state = 'paused') = (paused_at is not null)", name="focus_sessions_paused_check"),
        UniqueConstraint("user_id", "id"),
        ForeignKeyConstraint(
            ["user_id", "task_id"],
            ["tasks.user_id", "tasks.id"],
            name="fk_focus_sessions_task",
            ondelete="SET NULL (task_id)",
        ),
        Index("uq_focus_sessions_one", "user_id", unique=True, postgresql_where=sql("state in ('running', 'paused')")),
        Index("ix_focus_sessions_due", "due_at", postgresql_where=sql("due_at is not null")),
        Index("ix_focus_sessions_newest", "user_id", "started_at", "id"),
        Index("ix_focus_sessions_task", "user_id", "task_id", postgresql_where=sql("task_id is not null")),
    )

    user_id: Mapped[Owner]
    task_id: Mapped[UUID | None]
    step_id: Mapped[UUID | None]
    title: Mapped[str]
    language: Mapped[str]
    zone: Mapped[str]
    planned_minutes: Mapped[int]
    state: Mapped[str] = mapped_column(default=State.RUNNING)
    started_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    half_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    paused_seconds: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None]
    time_up: Mapped[bool] = mapped_column(default=False)
    half_asked_at: Mapped[datetime | None]
    check_in: Mapped[str | None]
    checked_in_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")

    @property
    def is_on(self) -> bool:
        """It runs, or pauses."""
        return self.state in (State.RUNNING, State.PAUSED)

    @property
    def worked(self) -> timedelta | None:
        """How long it really took, pauses left out, once it is over."""
        if self.ended_at is None:
            return None
        return max(timedelta(), self.ended_at - self.started_at - timedelta(seconds=self.paused_seconds))

    @property
    def counts(self) -> bool:
        """Whether its time was spent on its task, as far as anybody said."""
        return self.state == State.STOPPED if self.outcome is None else self.outcome != Outcome.NOT

    def unanswered(self, since: datetime) -> bool:
        """Whether its time was up since a moment, and nobody said yet what was done."""
        return self.time_up and self.outcome is None and self.ended_at is not None and self.ended_at >= since

    @property
    def worked_minutes(self) -> int | None:
        return None if self.worked is None else round(self.worked / timedelta(minutes=1))


class ParkedThought(Table):
    """What came to mind meanwhile: kept, and looked at afterwards."""

    __tablename__ = "parked_thoughts"
    __table_args__ = (
        CheckConstraint("text <> ''", name="parked_thoughts_text_check"),
        CheckConstraint("became in ('task', 'note', 'gone')", name="parked_thoughts_became_check"),
        CheckConstraint("(became is null) = (settled_at is null)", name="parked_thoughts_settled_check"),
        ForeignKeyConstraint(
            ["user_id", "session_id"], ["focus_sessions.user_id", "focus_sessions.id"], ondelete="CASCADE"
        ),
        Index("ix_parked_thoughts_open", "user_id", "id", postgresql_where=sql("became is null")),
    )

    user_id: Mapped[Owner]
    session_id: Mapped[UUID | None]
    text: Mapped[str]
    parked_at: Mapped[datetime]
    became: Mapped[str | None]
    became_id: Mapped[UUID | None]
    settled_at: Mapped[datetime | None]


class RoomSeat(Table):
    """Somebody sits in the room of a space. One sits in one room at a time.

    Attributes:
        session_id: The session that it ends with, if any.
        name: What they are called there, if they chose to say.
        doing: What they do, if they chose to say.
        here_at: When they were last known to be there.
    """

    __tablename__ = "room_seats"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "session_id"], ["focus_sessions.user_id", "focus_sessions.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["user_id", "space_id"],
            ["memberships.user_id", "memberships.space_id"],
            name="fk_room_seats_membership",
            ondelete="CASCADE",
        ),
        UniqueConstraint("user_id"),
        Index("ix_room_seats_space", "space_id", "sat_at"),
        Index("ix_room_seats_here", "here_at"),
    )

    user_id: Mapped[Owner]
    space_id: Mapped[UUID] = mapped_column(ForeignKey("spaces.id", ondelete="CASCADE"))
    session_id: Mapped[UUID | None]
    name: Mapped[str]
    doing: Mapped[str]
    sat_at: Mapped[datetime]
    here_at: Mapped[datetime]
