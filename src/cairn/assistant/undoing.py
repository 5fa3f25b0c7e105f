"""Taking a change back."""

from uuid import UUID

from cairn.assistant.messages import ReceiptUndone
from cairn.platform.tools import Receipt
from cairn.platform.work import UnitOfWork


async def undo(work: UnitOfWork, receipt_id: UUID) -> Receipt:
    """Take a change back. Twice is the same as once.

    Raises:
        NotFound: no such receipt of this person.
        CannotUndo: the change has no way back.
        CairnError: what was changed moved on since.
    """
    receipt = await work.runtime.toolbox.undo(work, receipt_id)
    if receipt.undone_at == work.now:
        await work.audit("receipt.undo", receipt.id, kind="receipt")
        await work.publish(ReceiptUndone(receipt_id=receipt.id, turn_id=receipt.turn_id))
    return receipt
