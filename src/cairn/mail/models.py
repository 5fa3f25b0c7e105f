"""Which letters wait in the mail folder, and for whom."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from cairn.platform.db import Owner, Table


class KeptLetter(Table):
    """A letter in the mail folder. Its words lie there alone; here stands who may read it in the page."""

    __tablename__ = "letters"
    __table_args__ = (UniqueConstraint("user_id", "message_id"),)

    user_id: Mapped[Owner]
    to_index: Mapped[bytes]
    message_id: Mapped[str]
    created_at: Mapped[datetime]
