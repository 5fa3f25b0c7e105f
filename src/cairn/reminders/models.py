"""Reminders."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import TIMESTAMP, CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned

OnTheWall = TIMESTAMP(timezone=False)


class State(StrEnum):
    """Where a reminder stands. A repeating one that rings is `ringing` and still comes again at `due_at`."""

    WAITING = "waiting"
    RINGING = "ringing"
    DONE = "done"
    CANCELLED = "cancelled"


class Reminder(Versioned, Table):
    """What to say when.

    Attributes:
        due_at: The next moment it rings; when none follows, the last one.
        armed: Whether the ticker rings it at `due_at`.
        local_time: What the clock on the wall shows then, snoozing left aside. A floating reminder keeps it
            when the person changes zone.
        first_local: The wall time that `rrule` counts from.
        event_id: The event of the calendar that it belongs to.
        link: What it says of that event: `leave`, `start` or `ready`.
        ahead_of: The reminder that it rings before: it moves and ends with that.
        keeps_clock: It is at its own hour of an earlier day, whatever the hour of that.
        tells_its_time: It says what that does, and when that is.
        lead_minutes: So long it rings before the times that `first_local` and `rrule` name.
        skips: Wall times that `rrule` names and that are left out.
        snoozed_until: Set while `due_at` is a moment the person chose by snoozing.
        last_rung_at: When it last rang.
        rang_for: The moment it last rang for: earlier than `last_rung_at` when it was late.
        ladder: Where it goes step by step; the person's own way when there is none.
        urgent: Whether it is heard in quiet times, too.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        CheckConstraint("text <> ''", name="reminders_text_check"),
        CheckConstraint("state in ('waiting', 'ringing', 'done', 'cancelled')", name="reminders_state_check"),
        UniqueConstraint("user_id", "id"),
        Index("ix_reminders_due", "due_at", postgresql_where=sql("armed")),
        Index("ix_reminders_user_due", "user_id", "due_at", "id"),
        CheckConstraint("link in ('leave', 'start', 'ready')", name="reminders_link_check"),
        Index(
            "uq_reminders_link",
            "user_id",
            "event_id",
            "link",
            unique=True,
            postgresql_where=sql("event_id is not null"),
        ),
        CheckConstraint("ahead_of is null or event_id is null", name="reminders_ahead_of_check"),
        Index("ix_reminders_ahead_of", "user_id", "ahead_of", postgresql_where=sql("ahead_of is not null")),
        Index("ix_reminders_task", "user_id", "task_id", postgresql_where=sql("task_id is not null")),
    )

    user_id: Mapped[Owner]
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default=State.WAITING)
    due_at: Mapped[datetime]
    armed: Mapped[bool] = mapped_column(default=True)
    local_time: Mapped[datetime] = mapped_column(OnTheWall)
    first_local: Mapped[datetime] = mapped_column(OnTheWall)
    zone: Mapped[str]
    floating: Mapped[bool] = mapped_column(default=True)
    rrule: Mapped[str | None]
    task_id: Mapped[UUID | None]
    event_id: Mapped[UUID | None]
    link: Mapped[str | None]
    ahead_of: Mapped[UUID | None]
    keeps_clock: Mapped[bool] = mapped_column(default=False)
    tells_its_time: Mapped[bool] = mapped_column(default=False)
    lead_minutes: Mapped[int] = mapped_column(default=0)
    skips: Mapped[list[str]] = mapped_column(default=list)
    snoozed_until: Mapped[datetime | None]
    last_rung_at: Mapped[datetime | None]
    rang_for: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ladder: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    urgent: Mapped[bool] = mapped_column(default=False)
