"""Which texts were written to whom, and what became of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table
from cairn.sms.schemas import State


class TrackedText(Table):
    """One text. Neither its number nor its words stand here: those are the sender's to keep.

    Attributes:
        claimed_until: Until then somebody is handing it over, unless they were killed.
    """

    __tablename__ = "texts"
    __table_args__ = (
        UniqueConstraint("user_id", "key"),
        CheckConstraint("state in ('waiting', 'queued', 'sent', 'delivered', 'failed')", name="texts_state_check"),
        Index("ix_texts_newest", "user_id", "created_at", "id"),
    )

    user_id: Mapped[Owner]
    key: Mapped[str]
    state: Mapped[str] = mapped_column(default=State.WAITING)
    carrier_id: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")
    kept: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
