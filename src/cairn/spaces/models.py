"""A space owns what people share; a membership joins a person to it, an invitation asks them to.

A share lets one person see another's things.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned
from cairn.platform.sealed import SealedColumn

INVITED = SealedColumn("invitations", "email_cipher")


class Space(Versioned, Table):
    """A tenant. Everybody has a personal one."""

    __tablename__ = "spaces"
    __table_args__ = (CheckConstraint("kind in ('personal', 'shared')", name="spaces_kind_check"),)

    kind: Mapped[str]
    name: Mapped[str]
    created_at: Mapped[datetime]


class Membership(Table):
    """A person in a space, with a role of that space."""

    __tablename__ = "memberships"
    __table_args__ = (
        CheckConstraint(
            "role in ('owner', 'coach', 'teacher', 'student', 'parent', 'member')",
            name="memberships_role_check",
        ),
        Index("ix_memberships_user", "user_id", "space_id", unique=True),
        Index("ix_memberships_space", "space_id"),
    )

    user_id: Mapped[Owner]
    space_id: Mapped[UUID] = mapped_column(ForeignKey("spaces.id", ondelete="CASCADE"))
    role: Mapped[str]
    created_at: Mapped[datetime]


class Invitation(Table):
    """A person of a space asks somebody, by their address, to join it. The link of its letter works once.

    Whose address it is isn't looked up, so that nobody learns by inviting who has an account. Who leaves the space
    takes their invitations along.
    """

    __tablename__ = "invitations"
    __table_args__ = (
        CheckConstraint(
            "role in ('owner', 'coach', 'teacher', 'student', 'parent', 'member')",
            name="invitations_role_check",
        ),
        ForeignKeyConstraint(
            ["user_id", "space_id"],
            ["memberships.user_id", "memberships.space_id"],
            name="fk_invitations_membership",
            ondelete="CASCADE",
        ),
        Index(
            "uq_invitations_open",
            "user_id",
            "space_id",
            "email_index",
            unique=True,
            postgresql_where=text("accepted_at is null"),
        ),
        Index("ix_invitations_expires", "expires_at"),
    )

    user_id: Mapped[Owner]
    space_id: Mapped[UUID] = mapped_column(ForeignKey("spaces.id", ondelete="CASCADE"))
    email_cipher: Mapped[bytes]
    email_index: Mapped[bytes]
    role: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]


class Share(Table):
    """The owner's word that a reader may see some of their things, until they take it back or it runs out.

    A reader is named by the blind index of their address, so that nobody learns by sharing who has an account; an
    administrator who asked, by id, and `needs` then names the permission that they must still hold while they look.
    """

    __tablename__ = "shares"
    __table_args__ = (
        CheckConstraint("user_id <> reader_id", name="shares_check"),
        CheckConstraint("(reader_id is null) <> (reader_index is null)", name="shares_reader_check"),
        Index("ix_shares_user", "user_id"),
        Index("ix_shares_reader", "reader_id"),
        Index("ix_shares_reader_index", "reader_index"),
    )

    user_id: Mapped[Owner]
    reader_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    reader_index: Mapped[bytes | None]
    what: Mapped[list[str]]
    reason: Mapped[str]
    needs: Mapped[str | None]
    created_at: Mapped[datetime]
    until: Mapped[datetime | None]


class SupportRequest(Table):
    """An administrator's wish to look at somebody's things, and what the person said to it."""

    __tablename__ = "support_requests"
    __table_args__ = (
        CheckConstraint("hours between 1 and 24", name="support_requests_hours_check"),
        CheckConstraint("asker_id <> user_id", name="support_requests_check"),
        Index("ix_support_requests_user", "user_id", "id"),
    )

    user_id: Mapped[Owner]
    asker_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    reason: Mapped[str]
    kinds: Mapped[list[str]]
    hours: Mapped[int]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    share_id: Mapped[UUID | None]
