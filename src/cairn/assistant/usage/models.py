"""A person's days with the language model, as rows."""

from datetime import date

from sqlalchemy import BigInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table


class ModelUse(Table):
    """What one day of a person took of the language model, whoever asked it for them.

    Attributes:
        day: The person's own, where they were.
        cost_micros: In millionths of the currency of the prices.
        millis: How long it was waited for.
    """

    __tablename__ = "model_use"
    __table_args__ = (UniqueConstraint("user_id", "day", name="uq_model_use_day"),)

    user_id: Mapped[Owner]
    day: Mapped[date]
    requests: Mapped[int] = mapped_column(default=0)
    tokens_read: Mapped[int] = mapped_column(BigInteger, default=0)
    tokens_written: Mapped[int] = mapped_column(BigInteger, default=0)
    cost_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    millis: Mapped[int] = mapped_column(BigInteger, default=0)
