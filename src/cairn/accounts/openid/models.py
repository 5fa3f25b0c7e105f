"""Whose account at a provider is whose here, and sign-ins on their way to a provider and back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table
from cairn.platform.sealed import SealedColumn

ADDRESS = SealedColumn("identities", "email_cipher", name="email")


class Identity(Table):
    """An account at a provider that may sign this person in. Its subject is known by a blind index alone."""

    __tablename__ = "identities"
    __table_args__ = (
        CheckConstraint("provider in ('google', 'microsoft')", name="identities_provider_check"),
        Index("ix_identities_user", "user_id"),
    )

    user_id: Mapped[Owner]
    provider: Mapped[str]
    subject_index: Mapped[bytes] = mapped_column(unique=True)
    email_cipher: Mapped[bytes]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]


class Journey(Table):
    """A way to a provider and back, by the hashes of its state and of the secret that its browser holds.

    What the provider needs besides (PKCE's verifier, the nonce) is derived from that secret, so that nothing here
    helps whoever reads it.
    """

    __tablename__ = "openid_journeys"
    __table_args__ = (
        CheckConstraint("provider in ('google', 'microsoft')", name="openid_journeys_provider_check"),
        CheckConstraint("(user_id is null) = (session_id is null)", name="openid_journeys_check"),
        ForeignKeyConstraint(["user_id", "session_id"], ["sessions.user_id", "sessions.id"], ondelete="CASCADE"),
        Index("ix_openid_journeys_user", "user_id", "session_id"),
    )

    user_id: Mapped[UUID | None]
    session_id: Mapped[UUID | None]
    provider: Mapped[str]
    state_hash: Mapped[bytes] = mapped_column(unique=True)
    browser_hash: Mapped[bytes]
    remember: Mapped[bool]
    time_zone: Mapped[str]
    locale: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
