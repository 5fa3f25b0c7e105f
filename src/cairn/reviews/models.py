"""Reviews as rows: a session that survives a closed tab, and afterwards the record of what was decided."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class Kind(StrEnum):
    """What is looked at."""

    START = "start"
    SHUTDOWN = "shutdown"
    WEEK = "week"


class State(StrEnum):
    """Where a review stands. One that was left is as good as one that was finished: what was decided holds."""

    OPEN = "open"
    DONE = "done"
    LEFT = "left"


class Review(Versioned, Table):
    """One going through of a day or a week.

    Attributes:
        day: The day it is for, which ends at four in the morning; of a week its Monday.
        steps: The names of its screens, in order, as they were when it began.
        step: The screen that it stands at; empty once it is over.
        answers: What was chosen and said, by name.
        decided: What became of each thing, with what takes it back.
        summary: What is kept to be read later; empty while it goes on.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("kind in ('start', 'shutdown', 'week')", name="reviews_kind_check"),
        CheckConstraint("state in ('open', 'done', 'left')", name="reviews_state_check"),
        Index("uq_reviews_open", "user_id", "kind", unique=True, postgresql_where=sql("state = 'open'")),
        Index("ix_reviews_started", "user_id", "started_at", "id"),
    )

    user_id: Mapped[Owner]
    kind: Mapped[str]
    day: Mapped[date]
    state: Mapped[str] = mapped_column(default=State.OPEN)
    steps: Mapped[list[str]]
    step: Mapped[str]
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    decided: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    summary: Mapped[dict[str, Any]] = mapped_column(default=dict)
    started_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class ReviewWishes(Versioned, Table):
    """When somebody wants to be offered what; nothing is offered by itself.

    Attributes:
        start_at, shutdown_at, week_at: Times on their wall; absent for never.
        week_day: The weekday of the week's, Monday is 0.
        declined: The day for which each kind was declined last.
    """

    __tablename__ = "review_wishes"
    __table_args__ = (
        UniqueConstraint("user_id"),
        CheckConstraint("week_day between 0 and 6", name="review_wishes_week_day_check"),
    )

    user_id: Mapped[Owner]
    start_at: Mapped[time | None]
    shutdown_at: Mapped[time | None]
    week_day: Mapped[int] = mapped_column(default=6)
    week_at: Mapped[time | None]
    declined: Mapped[dict[str, Any]] = mapped_column(default=dict)
