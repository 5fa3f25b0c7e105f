"""Where limits were reached."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Table


class LimitViolation(Table):
    """How often one person or network was refused by one limit within an hour."""

    __tablename__ = "limit_violations"
    __table_args__ = (UniqueConstraint("policy", "user_id", "network", "began_at", postgresql_nulls_not_distinct=True),)

    policy: Mapped[str]
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    network: Mapped[str]
    began_at: Mapped[datetime]
    last_at: Mapped[datetime]
    refused: Mapped[int] = mapped_column(BigInteger)
