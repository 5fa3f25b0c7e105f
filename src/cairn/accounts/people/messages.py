"""What follows when somebody's role or standing changes."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Job
from cairn.platform.permissions import Role


class Standing(StrEnum):
    """What happened to an account."""

    SUSPENDED = "suspended"
    RESTORED = "restored"
    ROLE = "role"


class SendStanding(Job):
    """Tell a person what happened to their account.

    Args:
        user_id: For whom the job runs: who did it, where the person themself is locked out.
        person_id: Whom the letter is for.
    """

    name: ClassVar[str] = "accounts.send_standing"

    person_id: UUID
    what: Standing
    role: Role | None = None
