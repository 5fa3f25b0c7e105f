"""Automations and their runs as rows."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import TIMESTAMP, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned

OnTheWall = TIMESTAMP(timezone=False)


class What(StrEnum):
    """What an automation does: ask the assistant, tell the day, or open the review of the week."""

    PROMPT = "prompt"
    DIGEST = "digest"
    WEEK = "week"


class State(StrEnum):
    """Where a run stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


OPEN = (State.WAITING, State.RUNNING)


class Came(StrEnum):
    """What a run produced."""

    NOTICE = "notice"
    REVIEW = "review"
    TURN = "turn"


class Why(StrEnum):
    """Why a run came to nothing."""

    NONE = ""
    NO_MODEL = "no_model"
    BUDGET = "budget"
    PAUSED = "paused"
    MODEL = "model"
    DELETED = "deleted"
    TROUBLE = "trouble"


class Automation(Versioned, Table):
    """A schedule of a person's own, on the clock where they are.

    Attributes:
        prompt: The words said to the assistant; empty for everything else.
        first_local: The wall time that `rrule` counts from.
        due_at: When it runs next; absent while it is paused, and once nothing follows.
        paused_at: Since when it waits for its person.
        key_id: The key by which its prompt was said, if one was: what is asked does no more than that key may.
    """

    __tablename__ = "automations"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("name <> ''", name="automations_name_check"),
        CheckConstraint("what in ('prompt', 'digest', 'week')", name="automations_what_check"),
        CheckConstraint("(what = 'prompt') = (prompt <> '')", name="automations_prompt_check"),
        CheckConstraint("paused_at is null or due_at is null", name="automations_paused_check"),
        Index("ix_automations_due", "due_at", postgresql_where=sql("due_at is not null")),
    )

    user_id: Mapped[Owner]
    name: Mapped[str]
    what: Mapped[str]
    prompt: Mapped[str]
    rrule: Mapped[str]
    first_local: Mapped[datetime] = mapped_column(OnTheWall)
    zone: Mapped[str]
    due_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    key_id: Mapped[UUID | None]
    created_at: Mapped[datetime]


class AutomationPrompts(Table):
    """How many prompts were said on one day of a person. It outlives the automations, so that none is had for nothing.

    Attributes:
        day: The person's own, where they were.
    """

    __tablename__ = "automation_prompts"
    __table_args__ = (UniqueConstraint("user_id", "day", name="uq_automation_prompts_day"),)

    user_id: Mapped[Owner]
    day: Mapped[date]
    said: Mapped[int] = mapped_column(default=0)


class AutomationRun(Table):
    """One moment at which an automation ran, or should have: there is one row for each.

    Attributes:
        by_hand: Its person asked for it, rather than the schedule.
        came: What it produced, and `came_id` which.
        requests, tokens: What it cost where a model was asked.
    """

    __tablename__ = "automation_runs"
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "automation_id"], ["automations.user_id", "automations.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("user_id", "automation_id", "scheduled_for", name="uq_automation_runs_moment"),
        CheckConstraint(
            "state in ('waiting', 'running', 'done', 'failed', 'skipped')", name="automation_runs_state_check"
        ),
        Index(
            "uq_automation_runs_by_hand",
            "user_id",
            "automation_id",
            unique=True,
            postgresql_where=sql("by_hand and state in ('waiting', 'running')"),
        ),
    )

    user_id: Mapped[Owner]
    automation_id: Mapped[UUID]
    scheduled_for: Mapped[datetime]
    by_hand: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(default=State.WAITING)
    why: Mapped[str] = mapped_column(default=Why.NONE)
    attempts: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    came: Mapped[str | None]
    came_id: Mapped[UUID | None]
    requests: Mapped[int] = mapped_column(default=0)
    tokens: Mapped[int] = mapped_column(default=0)
