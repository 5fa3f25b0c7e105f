"""What happens in a turn."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class ReceiptUndone(Event):
    """A change was taken back."""

    kind: ClassVar[str] = "receipt.undone"
    receipt_id: UUID
    turn_id: UUID
