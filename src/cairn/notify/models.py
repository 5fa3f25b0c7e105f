"""The ledger of deliveries."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table


class Channel(StrEnum):
    """A way to a person."""

    PAGE = "page"
    EMAIL = "email"
    PUSH = "push"


class State(StrEnum):
    """What became of a delivery, never better than what is known.

    `sending` stands while the carrier is being spoken to. Found later by another attempt, it means that the
    earlier one was cut off, and that nobody knows whether it arrived.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Delivery(Table):
    """One notice on one channel: what it says, for when, and every step it took."""

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("channel in ('page', 'email', 'push')", name="deliveries_channel_check"),
        CheckConstraint(
            "state in ('queued', 'sending', 'sent', 'confirmed', 'seen', 'acknowledged', 'failed', 'cancelled')",
            name="deliveries_state_check",
        ),
        UniqueConstraint("user_id", "id"),
        # Two tickers that claim the same moment can't make two deliveries of it.
        UniqueConstraint("user_id", "kind", "subject_id", "occurrence_at", "channel", name="uq_deliveries_once"),
        Index("ix_deliveries_newest", "user_id", "queued_at", "id"),
        Index("ix_deliveries_state", "state"),
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
    attempts: Mapped[int] = mapped_column(default=0)
    possible_duplicates: Mapped[int] = mapped_column(default=0)
    revived: Mapped[int] = mapped_column(default=0)
