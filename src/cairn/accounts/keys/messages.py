"""What happens to keys, and what follows later."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class KeyMade(Event):
    """A person made a key for a program."""

    kind: ClassVar[str] = "key.made"
    key_id: UUID


class KeyRevoked(Event):
    """A key works no more; its open streams close."""

    kind: ClassVar[str] = "key.revoked"
    key_id: UUID


class SendKeyMade(Job):
    """Tell somebody that a key to their account was made."""

    name: ClassVar[str] = "accounts.send_key_made"
    key_id: UUID
