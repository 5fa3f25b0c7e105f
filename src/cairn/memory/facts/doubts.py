"""Facts that can't both be right, for the person to say which is; asked about once."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from cairn.memory.facts import repository
from cairn.memory.facts.models import Fact, FactContradiction
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork


async def contradict(work: UnitOfWork, fact_id: UUID, other_id: UUID) -> None:
    """Note that both can't be right, once."""
    row = insert(FactContradiction).values(
        id=work.runtime.new_id(), user_id=work.user_id, fact_id=fact_id, other_id=other_id, found_at=work.now
    )
    await work.session.execute(row.on_conflict_do_nothing())


async def contradiction(work: UnitOfWork, contradiction_id: UUID) -> FactContradiction:
    """One open question.

    Raises:
        NotFound: this person has none with that id.
    """
    mine = (FactContradiction.user_id == work.user_id, FactContradiction.id == contradiction_id)
    await repository.lock(work)
    found = await work.session.scalar(select(FactContradiction).where(*mine).with_for_update())
    if found is None:
        raise NotFound
    return found


async def unasked(work: UnitOfWork) -> FactContradiction | None:
    """The oldest open question that nobody was asked, of two facts that both still hold."""
    one, other = aliased(Fact), aliased(Fact)
    holds = [
        and_(
            fact.user_id == work.user_id,
            fact.valid_from <= work.now,
            or_(fact.valid_to.is_(None), fact.valid_to > work.now),
            fact.value != "",
            fact.set_aside_at.is_(None),
        )
        for fact in (one, other)
    ]
    query = (
        select(FactContradiction)
        .join(one, and_(one.id == FactContradiction.fact_id, holds[0]))
        .join(other, and_(other.id == FactContradiction.other_id, holds[1]))
        .where(
            FactContradiction.user_id == work.user_id,
            FactContradiction.settled_at.is_(None),
            FactContradiction.asked_at.is_(None),
        )
        .order_by(FactContradiction.found_at, FactContradiction.id)
        .limit(1)
    )
    return await work.session.scalar(query)


async def contradictions(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[FactContradiction], str | None]:
    """What is still to be settled, oldest first."""
    query = select(FactContradiction).where(
        FactContradiction.user_id == work.user_id, FactContradiction.settled_at.is_(None)
    )
    return await paginate(work.session, query, page, FactContradiction.found_at, FactContradiction.id)
