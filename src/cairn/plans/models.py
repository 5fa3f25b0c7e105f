"""Plans, and each time that one began, as rows."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import TIMESTAMP, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


class Kind(StrEnum):
    """What a plan waits for: a time of the day, the end of an event, a word that is written, or an arrival."""

    TIME = "time"
    EVENT = "event"
    WORD = "word"
    ARRIVAL = "arrival"


class PlanAnswer(StrEnum):
    """What its person said of one time."""

    DID = "did"
    NOT_THIS_TIME = "not_this_time"


class Plan(Versioned, Table):
    """One thing that is to follow another.

    Attributes:
        deed: What is done then, in the person's words.
        about: Words in the event's title (none is any event), the word as it was written, or the place's name.
        key: The word as it is compared; one plan of a person for each.
        rrule: On which days, counted from `first_local`, which holds the time on the wall; of a time alone.
        hook: The hash of what a phone shows when it arrives.
        heard_at: When a phone was heard last.
        due_at: When it begins next, where that is known beforehand.
        paused_at: Since when it waits for its person.
    """

    __tablename__ = "plans"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("kind in ('time', 'event', 'word', 'arrival')", name="plans_kind_check"),
        CheckConstraint("deed <> ''", name="plans_deed_check"),
        CheckConstraint(
            "(kind = 'time') = (rrule is not null) and (kind = 'time') = (first_local is not null)",
            name="plans_time_check",
        ),
        CheckConstraint("(kind = 'word') = (key is not null)", name="plans_word_check"),
        CheckConstraint("(kind = 'arrival') = (hook is not null)", name="plans_hook_check"),
        CheckConstraint("due_at is null or (paused_at is null and kind in ('time', 'event'))", name="plans_due_check"),
        Index("ix_plans_due", "due_at", postgresql_where=sql("due_at is not null")),
        Index("uq_plans_key", "user_id", "key", unique=True, postgresql_where=sql("key is not null")),
    )

    user_id: Mapped[Owner]
    kind: Mapped[str]
    deed: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    key: Mapped[str | None]
    rrule: Mapped[str | None]
    first_local: Mapped[datetime | None] = mapped_column(TIMESTAMP(timezone=False))
    hook: Mapped[bytes | None]
    heard_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Beginning(Table):
    """One time that a plan began. Nothing is kept of times at which it didn't, or wasn't answered.

    Attributes:
        began_at: The moment of its cue; there is one row for each.
        answer: What the person said of it, if anything.
    """

    __tablename__ = "plan_beginnings"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "plan_id"], ["plans.user_id", "plans.id"], ondelete="CASCADE"),
        UniqueConstraint("user_id", "plan_id", "began_at", name="uq_plan_beginnings_moment"),
        CheckConstraint("answer in ('did', 'not_this_time')", name="plan_beginnings_answer_check"),
    )

    user_id: Mapped[Owner]
    plan_id: Mapped[UUID]
    began_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
