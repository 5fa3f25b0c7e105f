"""What follows when somebody asks to leave, or stays after all."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Job


class SendLeaving(Job):
    """Tell somebody when their account goes, with the link that keeps it."""

    name: ClassVar[str] = "accounts.send_leaving"

    link_id: UUID


class SendStaying(Job):
    """Tell somebody that their account stays."""

    name: ClassVar[str] = "accounts.send_staying"

    change_id: UUID
