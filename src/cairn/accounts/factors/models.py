"""Second factors, what is proven by them, and how far a sign-in has come."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table
from cairn.platform.sealed import SealedColumn

FACTOR_NAME = SealedColumn("factors", "name_cipher")
APP_SECRET = SealedColumn("factors", "secret_cipher")


class Factor(Table):
    """Something a person has: an authenticator app or a passkey. It counts once it has proven that it works."""

    __tablename__ = "factors"
    __table_args__ = (
        CheckConstraint("kind in ('totp', 'passkey')", name="factors_kind_check"),
        CheckConstraint("(kind = 'totp') = (secret_cipher is not null)", name="factors_totp_check"),
        CheckConstraint("(kind = 'passkey') = (credential_id is not null)", name="factors_passkey_check"),
        Index("ix_factors_user", "user_id", "kind"),
        Index(
            "ix_factors_app",
            "user_id",
            unique=True,
            postgresql_where=text("kind = 'totp' and confirmed_at is not null"),
        ),
        Index(
            "ix_factors_new_app",
            "user_id",
            unique=True,
            postgresql_where=text("kind = 'totp' and confirmed_at is null"),
        ),
    )
    # The annotation that the linter asks for is one that SQLAlchemy's types refuse.
    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012

    user_id: Mapped[Owner]
    kind: Mapped[str]
    name_cipher: Mapped[bytes]
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]


class Authenticator(Factor):
    """An app that makes a code every 30 seconds (RFC 6238).

    Attributes:
        last_step: The step of the last code that was used; it and those before it don't work any more.
    """

    __mapper_args__ = {"polymorphic_identity": "totp"}  # noqa: RUF012  # as above

    secret_cipher: Mapped[bytes] = mapped_column(nullable=True)
    last_step: Mapped[int | None] = mapped_column(BigInteger)


class Passkey(Factor):
    """A key pair on a device, whose private half never leaves it (WebAuthn)."""

    __mapper_args__ = {"polymorphic_identity": "passkey"}  # noqa: RUF012  # as above

    credential_id: Mapped[bytes] = mapped_column(unique=True, nullable=True)
    public_key: Mapped[bytes] = mapped_column(nullable=True)
    sign_count: Mapped[int] = mapped_column(BigInteger, nullable=True)
    transports: Mapped[list[str]] = mapped_column(nullable=True)


class RecoveryCode(Table):
    """A code on paper for the day when the phone is lost, by its keyed hash. It works once."""

    __tablename__ = "recovery_codes"
    __table_args__ = (UniqueConstraint("user_id", "code_hash"),)

    user_id: Mapped[Owner]
    code_hash: Mapped[bytes]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignIn(Table):
    """A sign-in whose password was right and whose second factor is missing. It opens nothing.

    Attributes:
        tries: How often its second step was tried.
        proven_at: When the second factor was proven, though the device isn't known: a code by letter is missing yet.
        letters: How many codes were asked for by letter.
    """

    __tablename__ = "sign_ins"
    __table_args__ = (Index("ix_sign_ins_user", "user_id"),)

    user_id: Mapped[Owner]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    page: Mapped[bool]
    remember: Mapped[bool]
    user_agent: Mapped[str]
    address: Mapped[str]
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    proven_at: Mapped[datetime | None]
    letters: Mapped[int] = mapped_column(SmallInteger, default=0)
    letter_hash: Mapped[bytes | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Challenge(Table):
    """What a passkey is asked to sign. The row is gone once it was answered, rightly or not.

    Attributes:
        user_id: Whose answer it waits for; anybody's at the open way in.
        asked_in: The sign-in or the session in which it was asked.
    """

    __tablename__ = "passkey_challenges"
    __table_args__ = (
        CheckConstraint(
            "purpose in ('register', 'sign-in', 'second', 'step-up')", name="passkey_challenges_purpose_check"
        ),
        Index("ix_passkey_challenges_user", "user_id"),
        Index("ix_passkey_challenges_expiry", "expires_at"),
    )

    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    purpose: Mapped[str]
    asked_in: Mapped[UUID | None]
    challenge: Mapped[bytes] = mapped_column(unique=True)
    expires_at: Mapped[datetime]


class FactorTries(Table):
    """How often proofs of a person were tried lately: one counter for known devices, one for all others."""

    __tablename__ = "factor_tries"
    __table_args__ = (UniqueConstraint("user_id", "familiar"),)

    user_id: Mapped[Owner]
    familiar: Mapped[bool]
    strikes: Mapped[float]
    tried_at: Mapped[datetime]
    free_at: Mapped[datetime]
