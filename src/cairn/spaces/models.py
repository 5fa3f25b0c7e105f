"""A space owns what people share; a membership joins a person to it; a share lets one person see another's things."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned


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


class Share(Table):
    """The owner's word that a reader may see some of their things, until they take it back or it runs out."""

    __tablename__ = "shares"
    __table_args__ = (
        CheckConstraint("user_id <> reader_id", name="shares_check"),
        Index("ix_shares_user", "user_id"),
        Index("ix_shares_reader", "reader_id"),
    )

    user_id: Mapped[Owner]
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    what: Mapped[dict[str, Any]]
    reason: Mapped[str]
    created_at: Mapped[datetime]
    until: Mapped[datetime | None]
