"""Plans in the database: a person's own, and the system's look for the one that a phone calls."""

import hmac
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import distinct_on, insert

from cairn.plans.models import Beginning, Kind, Plan
from cairn.platform.http import PageQuery, paginate
from cairn.platform.rows import own
from cairn.platform.work import UnitOfWork

_ALONE = text("select pg_advisory_xact_lock(20041, hashtext(:user))")
# Rows that another ticker or a person holds are passed over: they are looked at again in a moment.
_CLAIM = text(
    "update plans set due_at = null from (select id, due_at from plans where due_at <= :now order by due_at"
    " limit :most for update skip locked) as come where plans.id = come.id"
    " returning plans.id, plans.user_id, come.due_at"
)
_CALLED = text("select user_id, hook from plans where id = :id and kind = 'arrival'")


async def claim(work: UnitOfWork, most: int) -> Sequence[Row[Any]]:
    """Take what has come, the longest due first; whoever takes it works out the next. The system's work only."""
    return (await work.session.execute(_CLAIM, {"now": work.now, "most": most})).all()


async def alone(work: UnitOfWork) -> None:
    """Let nobody else make plans of this person until this unit of work ends."""
    await work.session.execute(_ALONE, {"user": str(work.user_id)})


async def get(work: UnitOfWork, plan_id: UUID, *, lock: bool = False) -> Plan:
    """One plan of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await own(work, Plan, plan_id, lock=lock)


async def find(work: UnitOfWork, plan_id: UUID) -> Plan | None:
    """The same, held, where it is still there."""
    query = select(Plan).where(Plan.user_id == work.user_id, Plan.id == plan_id).with_for_update()
    return await work.session.scalar(query.execution_options(populate_existing=True))


async def called(work: UnitOfWork, plan_id: UUID, digest: bytes) -> UUID | None:
    """Whose plan a phone calls, if what it shows is right. The system's work only."""
    found = (await work.session.execute(_CALLED, {"id": plan_id})).one_or_none()
    return found.user_id if found is not None and hmac.compare_digest(bytes(found.hook), digest) else None


async def set_due(work: UnitOfWork, plan_id: UUID, due_at: datetime | None) -> None:
    """When it begins next."""
    mine = (Plan.user_id == work.user_id, Plan.id == plan_id)
    await work.session.execute(update(Plan).where(*mine).values(due_at=due_at))


async def heard(work: UnitOfWork, plan_id: UUID, at: datetime) -> None:
    """That a phone was heard."""
    mine = (Plan.user_id == work.user_id, Plan.id == plan_id)
    await work.session.execute(update(Plan).where(*mine).values(heard_at=at))


async def count(work: UnitOfWork) -> int:
    query = select(func.count()).select_from(Plan).where(Plan.user_id == work.user_id)
    return int(await work.session.scalar(query) or 0)


async def page_of(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Plan], str | None]:
    """In the order they were made."""
    query = select(Plan).where(Plan.user_id == work.user_id)
    return await paginate(work.session, query, page, Plan.created_at, Plan.id)


async def by_key(work: UnitOfWork, key: str) -> Plan | None:
    """The plan that waits for a word."""
    return await work.session.scalar(select(Plan).where(Plan.user_id == work.user_id, Plan.key == key))


async def of_kinds(work: UnitOfWork, *kinds: Kind) -> Sequence[Plan]:
    """Those that go on and wait for something of these kinds, held in the order of their ids."""
    mine = (Plan.user_id == work.user_id, Plan.kind.in_(kinds), Plan.paused_at.is_(None))
    query = select(Plan).where(*mine).order_by(Plan.id).with_for_update()
    return (await work.session.scalars(query.execution_options(populate_existing=True))).all()


async def begin(work: UnitOfWork, plan_id: UUID, at: datetime) -> Beginning | None:
    """Write that a plan began at a moment; none where that was written already."""
    row = {"id": work.runtime.new_id(), "user_id": work.user_id, "plan_id": plan_id, "began_at": at}
    made = insert(Beginning).values(row).on_conflict_do_nothing().returning(Beginning)
    return await work.session.scalar(made)


async def begun_at(work: UnitOfWork, plan_id: UUID, at: datetime) -> Beginning:
    """The time of a plan that is written for a moment. Its plan is held, so that it stays."""
    mine = (Beginning.user_id == work.user_id, Beginning.plan_id == plan_id, Beginning.began_at == at)
    return (await work.session.scalars(select(Beginning).where(*mine))).one()


async def beginning(work: UnitOfWork, plan_id: UUID, beginning_id: UUID) -> Beginning | None:
    """One of its times, held."""
    mine = (Beginning.user_id == work.user_id, Beginning.plan_id == plan_id, Beginning.id == beginning_id)
    query = select(Beginning).where(*mine).with_for_update()
    return await work.session.scalar(query.execution_options(populate_existing=True))


async def beginnings(work: UnitOfWork, plan_id: UUID, page: PageQuery) -> tuple[Sequence[Beginning], str | None]:
    """The latest first."""
    query = select(Beginning).where(Beginning.user_id == work.user_id, Beginning.plan_id == plan_id)
    return await paginate(work.session, query, page, Beginning.began_at, Beginning.id, descending=True)


async def latest(work: UnitOfWork, plan_ids: Sequence[UUID]) -> dict[UUID, Beginning]:
    """The latest time of each."""
    query = (
        select(Beginning)
        .where(Beginning.user_id == work.user_id, Beginning.plan_id.in_(plan_ids))
        .order_by(Beginning.plan_id, Beginning.began_at.desc())
        .ext(distinct_on(Beginning.plan_id))
    )
    return {one.plan_id: one for one in (await work.session.scalars(query)).all()}


async def remove(work: UnitOfWork, plan_id: UUID) -> None:
    """Take one away with its times."""
    await work.session.execute(delete(Plan).where(Plan.user_id == work.user_id, Plan.id == plan_id))


async def trim(work: UnitOfWork, before: datetime) -> None:
    """Let go of times of long ago."""
    await work.session.execute(delete(Beginning).where(Beginning.user_id == work.user_id, Beginning.began_at < before))


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept; of an address to call, only that there is one."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in (Plan.__table__, Beginning.__table__):
        columns = [column for column in table.c if column.name != "hook"]
        found = await work.session.execute(select(*columns).where(table.c.user_id == work.user_id).order_by(table.c.id))
        told[str(table)] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    await work.session.execute(delete(Beginning).where(Beginning.user_id == work.user_id))
    await work.session.execute(delete(Plan).where(Plan.user_id == work.user_id))
