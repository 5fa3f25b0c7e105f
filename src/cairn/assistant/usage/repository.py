"""What a person's days took, in the database. Every query names its person."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from cairn.assistant.usage.models import ModelUse
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

SHOWN_DAYS = 30


async def today(work: UnitOfWork) -> date:
    """The day that is counted: the person's own. It goes by only forwards: who moves to and fro begins no new one."""
    here = work.now.astimezone(work.actor.zone).date()
    latest = await work.session.scalar(select(func.max(ModelUse.day)).where(ModelUse.user_id == work.user_id))
    return max(here, latest or here)


async def day(work: UnitOfWork, when: date, *, lock: bool = False) -> ModelUse | None:
    query = select(ModelUse).where(ModelUse.user_id == work.user_id, ModelUse.day == when)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return await work.session.scalar(query)


async def held(work: UnitOfWork, when: date) -> ModelUse:
    """A day's row, made if it wasn't there, and held until this transaction ends."""
    first = insert(ModelUse).values(id=work.runtime.new_id(), user_id=work.user_id, day=when)
    await work.session.execute(first.on_conflict_do_nothing())
    found = await day(work, when, lock=True)
    assert found is not None, "it was made just now"
    return found


async def add(work: UnitOfWork, when: date, more: dict[str, int]) -> None:
    """Count more, or less; nothing falls below nothing. A day that was erased meanwhile stays erased."""
    columns = ModelUse.__table__.c
    changes = {name: func.greatest(columns[name] + value, 0) for name, value in more.items()}
    await work.session.execute(
        update(ModelUse).where(ModelUse.user_id == work.user_id, ModelUse.day == when).values(changes)
    )


async def page(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[ModelUse], str | None]:
    """The last days that took something, the latest first."""
    since = await today(work) - timedelta(days=SHOWN_DAYS)
    query = select(ModelUse).where(ModelUse.user_id == work.user_id, ModelUse.day > since)
    return await paginate(work.session, query, page, ModelUse.day, ModelUse.id, descending=True)


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    table = ModelUse.__table__
    found = await work.session.execute(select(*table.c).where(table.c.user_id == work.user_id))
    return {str(table): [dict(row) for row in found.mappings()]}


async def remove_all(work: UnitOfWork) -> None:
    await work.session.execute(delete(ModelUse).where(ModelUse.user_id == work.user_id))
