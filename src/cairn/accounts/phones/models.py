"""Phone numbers, sealed with the person's key, and the codes sent to them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table
from cairn.platform.sealed import SealedColumn

NUMBER = SealedColumn("phones", "number_cipher")
CODE = SealedColumn("phone_codes", "code_cipher")


class Phone(Table):
    """A person's number, and at most one more that waits to be confirmed. A household may share one."""

    __tablename__ = "phones"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        Index("ix_phones_verified", "user_id", unique=True, postgresql_where=text("verified_at is not null")),
        Index("ix_phones_new", "user_id", unique=True, postgresql_where=text("verified_at is null")),
    )

    user_id: Mapped[Owner]
    number_cipher: Mapped[bytes]
    number_index: Mapped[bytes]
    created_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]


class PhoneCode(Table):
    """A code, by its keyed hash: who reads the database can't try all million. It works once, and newer ones end it.

    Attributes:
        code_cipher: The code itself, sealed, until it is handed to the carrier.
        used_at: When it was used, replaced, or taken away with its number.
    """

    __tablename__ = "phone_codes"
    __table_args__ = (
        ForeignKeyConstraint(["user_id", "phone_id"], ["phones.user_id", "phones.id"], ondelete="SET NULL (phone_id)"),
        CheckConstraint("purpose in ('verify', 'sign-in', 'step-up')", name="phone_codes_purpose_check"),
        Index("ix_phone_codes_open", "user_id", "purpose", unique=True, postgresql_where=text("used_at is null")),
        Index("ix_phone_codes_newest", "user_id", "created_at"),
        Index("ix_phone_codes_phone", "user_id", "phone_id"),
    )

    user_id: Mapped[Owner]
    phone_id: Mapped[UUID | None]
    purpose: Mapped[str]
    code_hash: Mapped[bytes]
    code_cipher: Mapped[bytes | None]
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
