"""Receipts, as the assistant asks for them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from cairn.platform.rows import own
from cairn.platform.tools import Receipt
from cairn.platform.work import UnitOfWork

MOST = 20


async def undoable(work: UnitOfWork, *, besides: UUID) -> Sequence[Receipt]:
    """Changes that can still be taken back, latest first, those of one turn left out."""
    query = (
        select(Receipt)
        .where(Receipt.user_id == work.user_id, Receipt.turn_id != besides, Receipt.undone_at.is_(None))
        .order_by(Receipt.created_at.desc(), Receipt.id.desc())
        .limit(MOST)
    )
    return [receipt for receipt in await work.session.scalars(query) if receipt.read().undo is not None]


async def of_turns(work: UnitOfWork, turn_ids: Sequence[UUID]) -> Sequence[Receipt]:
    """The receipts of some turns, in the order they were written."""
    query = (
        select(Receipt)
        .where(Receipt.user_id == work.user_id, Receipt.turn_id.in_(turn_ids))
        .order_by(Receipt.created_at, Receipt.id)
    )
    return (await work.session.scalars(query)).all()


async def receipt(work: UnitOfWork, receipt_id: UUID) -> Receipt:
    """One receipt.

    Raises:
        NotFound: this person has none with that id.
    """
    return await own(work, Receipt, receipt_id)
