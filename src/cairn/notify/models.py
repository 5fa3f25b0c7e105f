"""The ledger of deliveries, and how a person wishes to be reached."""

from datetime import datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table


class Channel(StrEnum):
    """A way to a person."""

    PAGE = "page"
    EMAIL = "email"
    PUSH = "push"


class Preset(StrEnum):
    """A ladder that needs no setting up, or one of the person's own."""

    GENTLE = "gentle"
    USUAL = "usual"
    INSISTENT = "insistent"
    OWN = "own"


class State(StrEnum):
    """What became of a delivery, never better than what is known.

    `planned` is still to come; `skipped` is passed over, since a later one went in its place or nothing carries it.
    `sending` stands while the carrier is being spoken to. Found later by another attempt, it means that the
    earlier one was cut off, and that nobody knows whether it arrived.
    """

    PLANNED = "planned"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


class Delivery(Table):
    """One notice on one channel: what it says, for when, and every step it took.

    Attributes:
        kept: It lies among the person's letters here, since no mail server was set up: no mailbox took it.
        rung: Which step of the ladder it is, from 1; 0 stands on the page from the moment the notice is for.
        nag: The how-manieth repetition of that step; 0 is no repetition.
        nag_every: Minutes until the next repetition, if there is one.
        nag_more: How many more follow.
        urgent: Whether it goes in quiet times, too.
        planned_for: When it goes by the ladder.
        due_at: When the ladder looks at it: not before a quiet time ends. None once it was handed over.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("channel in ('page', 'email', 'push')", name="deliveries_channel_check"),
        CheckConstraint(
            "state in ('planned', 'queued', 'sending', 'sent', 'confirmed', 'seen', 'acknowledged', 'failed',"
            " 'cancelled', 'skipped')",
            name="deliveries_state_check",
        ),
        UniqueConstraint("user_id", "id"),
        # Two tickers that claim the same moment can't make two deliveries of it.
        UniqueConstraint(
            "user_id", "kind", "subject_id", "occurrence_at", "channel", "rung", "nag", name="uq_deliveries_once"
        ),
        Index("ix_deliveries_newest", "user_id", "queued_at", "id"),
        Index("ix_deliveries_state", "state"),
        Index("ix_deliveries_planned", "due_at", postgresql_where=sql("state = 'planned'")),
    )

    user_id: Mapped[Owner]
    kind: Mapped[str]
    subject_id: Mapped[UUID]
    occurrence_at: Mapped[datetime]
    channel: Mapped[str]
    state: Mapped[str] = mapped_column(default=State.QUEUED)
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(default="")
    queued_at: Mapped[datetime]
    sending_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    confirmed_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    provider_id: Mapped[str | None]
    kept: Mapped[bool] = mapped_column(default=False)
    attempts: Mapped[int] = mapped_column(default=0)
    possible_duplicates: Mapped[int] = mapped_column(default=0)
    revived: Mapped[int] = mapped_column(default=0)
    rung: Mapped[int] = mapped_column(default=0)
    nag: Mapped[int] = mapped_column(default=0)
    nag_every: Mapped[int | None]
    nag_more: Mapped[int | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    planned_for: Mapped[datetime | None]
    due_at: Mapped[datetime | None]


class Preferences(Table):
    """How one person wishes to be reached. Who has no row is reached as usual.

    Attributes:
        ladder: Their own ladder, where `preset` says so.
        quiet_channels: Which channels keep quiet in quiet hours.
        off: Which channels they don't want at all.
        quiet_until: Do not disturb until then.
    """

    __tablename__ = "notification_preferences"
    __table_args__ = (
        CheckConstraint(
            "preset in ('gentle', 'usual', 'insistent', 'own')", name="notification_preferences_preset_check"
        ),
        CheckConstraint("(preset = 'own') = (ladder is not null)", name="notification_preferences_own_check"),
        CheckConstraint("(quiet_from is null) = (quiet_to is null)", name="notification_preferences_hours_check"),
        UniqueConstraint("user_id"),
    )

    user_id: Mapped[Owner]
    preset: Mapped[str]
    ladder: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    quiet_channels: Mapped[list[str]]
    off: Mapped[list[str]]
    quiet_until: Mapped[datetime | None]
