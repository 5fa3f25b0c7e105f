"""Subscriptions as rows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table
from cairn.platform.sealed import SealedColumn

ENDPOINT = SealedColumn("push_subscriptions", "endpoint_cipher")
KEYS = SealedColumn("push_subscriptions", "keys_cipher")


class PushSubscription(Table):
    """A browser that takes notices, as the sign-in that asked for it: it ends with that.

    Attributes:
        keys_cipher: Its public key and its authentication secret, a space between them.
        subscription_index: The blind index of endpoint and keys together: who knows an address alone takes nothing.
        discreet: Its notices say only that there is something.
    """

    __tablename__ = "push_subscriptions"
    __table_args__ = (
        UniqueConstraint("user_id", "session_id"),
        ForeignKeyConstraint(["user_id", "session_id"], ["sessions.user_id", "sessions.id"], ondelete="CASCADE"),
    )

    user_id: Mapped[Owner]
    session_id: Mapped[UUID]
    endpoint_cipher: Mapped[bytes]
    keys_cipher: Mapped[bytes]
    subscription_index: Mapped[bytes] = mapped_column(unique=True)
    discreet: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    last_taken_at: Mapped[datetime | None]
