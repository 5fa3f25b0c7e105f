"""What follows when somebody takes their data along."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Job


class SendExported(Job):
    """Tell somebody that everything of theirs was taken along."""

    name: ClassVar[str] = "privacy.send_exported"

    export_id: UUID
