"""Pictures."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table


class Avatar(Table):
    """A person's picture, made anew from what was sent: 256 dots square, WebP, with no words or places in it."""

    __tablename__ = "avatars"

    id: Mapped[Owner] = mapped_column("user_id", primary_key=True)
    image: Mapped[bytes]
    changed_at: Mapped[datetime]
