"""Queries over kept letters."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from cairn.mail.models import KeptLetter
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork


async def keep(work: UnitOfWork, letter: KeptLetter) -> None:
    """Note a letter once; the same one again changes nothing."""
    await work.session.execute(
        insert(KeptLetter)
        .values(
            id=work.runtime.new_id(),
            user_id=work.user_id,
            to_index=letter.to_index,
            message_id=letter.message_id,
            created_at=work.now,
        )
        .on_conflict_do_nothing()
    )


async def get(work: UnitOfWork, letter_id: UUID) -> KeptLetter:
    found = await work.session.scalar(
        select(KeptLetter).where(KeptLetter.user_id == work.user_id, KeptLetter.id == letter_id)
    )
    if found is None:
        raise NotFound
    return found


async def newest_first(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[KeptLetter], str | None]:
    query = select(KeptLetter).where(KeptLetter.user_id == work.user_id)
    return await paginate(work.session, query, page, KeptLetter.created_at, KeptLetter.id, descending=True)


async def everything(work: UnitOfWork) -> Sequence[KeptLetter]:
    query = select(KeptLetter).where(KeptLetter.user_id == work.user_id).order_by(KeptLetter.id)
    return (await work.session.scalars(query)).all()


async def erase(work: UnitOfWork) -> None:
    await work.session.execute(delete(KeptLetter).where(KeptLetter.user_id == work.user_id))
