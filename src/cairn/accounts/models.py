"""People, their sessions, and the keys that sign for them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned
from cairn.platform.permissions import Role
from cairn.platform.sealed import SealedColumn, WrappedColumn

EMAIL = SealedColumn("users", "email_cipher", name="email", person="id")
NAME = SealedColumn("users", "name_cipher", name="name", person="id")
KEY_NAME = SealedColumn("api_keys", "name_cipher", name="name")
LINK_ADDRESS = SealedColumn("email_tokens", "address_cipher")
WRAPPED = WrappedColumn("person_keys", "wrapped", row="user_id")
SIGNING = WrappedColumn("signing_keys", "wrapped")


class User(Versioned, Table):
    """A person with an account. Address and name are sealed with the person's own key."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("role in ('user', 'premium', 'administrator', 'super-administrator')", name="users_role_check"),
        CheckConstraint("locale in ('en', 'es', 'fr', 'pt')", name="users_locale_check"),
    )

    email_cipher: Mapped[bytes]
    email_index: Mapped[bytes] = mapped_column(unique=True)
    name_cipher: Mapped[bytes]
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(default=Role.USER)
    time_zone: Mapped[str]
    locale: Mapped[str]
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    email_verified_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    suspended_why: Mapped[str | None]
    leaves_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class PersonKey(Table):
    """A person's data key, wrapped by the key ring. Deleting it shreds what it sealed."""

    __tablename__ = "person_keys"

    id: Mapped[Owner] = mapped_column("user_id", primary_key=True)
    wrapped: Mapped[bytes]


class Session(Table):
    """One sign-in, of a page or of a program with tokens; proven by one factor or two."""

    __tablename__ = "sessions"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("kind in ('page', 'tokens')", name="sessions_kind_check"),
        CheckConstraint("(kind = 'page') = (cookie_hash is not null)", name="sessions_check"),
        CheckConstraint("factors in (1, 2)", name="sessions_factors_check"),
        Index("ix_sessions_user", "user_id"),
    )

    user_id: Mapped[Owner]
    kind: Mapped[str]
    cookie_hash: Mapped[bytes | None] = mapped_column(unique=True)
    user_agent: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    factors: Mapped[int] = mapped_column(SmallInteger, default=1)
    proven_at: Mapped[datetime]
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    idle_seconds: Mapped[int]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[str | None]


class RefreshToken(Table):
    """A refresh token, by its hash. It is spent once; seen again, it ends its session.

    What followed it is kept for a moment, sealed with the token itself, for a client that lost the answer.
    """

    __tablename__ = "refresh_tokens"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "session_id"], ["sessions.user_id", "sessions.id"], ondelete="CASCADE"),
        Index("ix_refresh_tokens_session", "user_id", "session_id"),
    )

    user_id: Mapped[UUID]
    session_id: Mapped[UUID]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    spent_at: Mapped[datetime | None]
    successor: Mapped[bytes | None]


class ApiKey(Table):
    """A key of a program, by its hash: what it may do is the smaller of its scopes and its person's role."""

    __tablename__ = "api_keys"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("factors in (1, 2)", name="api_keys_factors_check"),
        Index("ix_api_keys_user", "user_id"),
    )

    user_id: Mapped[Owner]
    name_cipher: Mapped[bytes]
    prefix: Mapped[str]
    key_hash: Mapped[bytes] = mapped_column(unique=True)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    factors: Mapped[int] = mapped_column(SmallInteger)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class EmailToken(Table):
    """A link sent to an address, by the hash of its secret; it works once."""

    __tablename__ = "email_tokens"
    __table_args__ = (
        CheckConstraint("purpose in ('verify', 'reset', 'change', 'undo', 'stay')", name="email_tokens_purpose_check"),
        CheckConstraint(
            "(purpose in ('change', 'undo')) = (address_cipher is not null and address_index is not null)",
            name="email_tokens_address_check",
        ),
        Index("ix_email_tokens_user", "user_id"),
        Index(
            "ux_email_tokens_change",
            "user_id",
            unique=True,
            postgresql_where=text("purpose = 'change' and used_at is null"),
        ),
    )

    user_id: Mapped[Owner]
    purpose: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    address_cipher: Mapped[bytes | None]
    address_index: Mapped[bytes | None]


class Consent(Table):
    """What somebody agreed to: a document, in a version and a language, and when. It stays when it is withdrawn."""

    __tablename__ = "consents"
    __table_args__ = (
        CheckConstraint("shown_at in ('sign-up', 'preferences')", name="consents_shown_at_check"),
        Index("ix_consents_user", "user_id"),
    )

    user_id: Mapped[Owner]
    document: Mapped[str]
    version: Mapped[str]
    locale: Mapped[str]
    shown_at: Mapped[str]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class KnownDevice(Table):
    """A browser, by the hash of its cookie, or a network, by its blind index, that somebody signed in from."""

    __tablename__ = "known_devices"
    __table_args__ = (
        UniqueConstraint("user_id", "mark"),
        CheckConstraint("kind in ('device', 'network')", name="known_devices_kind_check"),
    )

    user_id: Mapped[Owner]
    kind: Mapped[str]
    mark: Mapped[bytes]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class SignInAttempts(Table):
    """How often it was tried lately: a counter whose id is a keyed fingerprint, and tells nobody of what."""

    __tablename__ = "sign_in_attempts"

    free_at: Mapped[datetime]
    tried_at: Mapped[datetime]
    strikes: Mapped[float]
    charge: Mapped[float]
