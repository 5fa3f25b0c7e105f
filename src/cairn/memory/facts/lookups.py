"""Facts as questions look for them: whatever was known of something, whenever it was true."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from cairn.memory.facts.known import Closed
from cairn.memory.facts.models import Fact
from cairn.platform.work import UnitOfWork


async def of_slots(work: UnitOfWork, subjects: Sequence[str], relations: Sequence[str]) -> Sequence[Fact]:
    """All that was ever known of these, whenever it was true; what is set aside left out."""
    query = select(Fact).where(
        Fact.user_id == work.user_id,
        Fact.subject.in_(subjects),
        Fact.relation.in_(relations),
        Fact.set_aside_at.is_(None),
        Fact.value != "",
    )
    return (await work.session.scalars(query.order_by(Fact.valid_from.desc(), Fact.id))).all()


async def over(work: UnitOfWork, most: int) -> Sequence[Fact]:
    """What is known of the person that isn't so now, by another word of theirs; the latest first."""
    query = select(Fact).where(
        Fact.user_id == work.user_id, Fact.subject == "me", Fact.value != "", Fact.closed.is_not(None)
    )
    return (await work.session.scalars(query.order_by(Fact.recorded_at.desc(), Fact.id).limit(most))).all()


async def of_people(work: UnitOfWork, relations: Sequence[str]) -> Sequence[Fact]:
    """Who is what to the person, and still is or was; not what was never so."""
    query = select(Fact).where(
        Fact.user_id == work.user_id,
        Fact.subject == "me",
        Fact.relation.in_(relations),
        or_(Fact.closed.is_(None), Fact.closed != Closed.WRONG),
    )
    return (await work.session.scalars(query)).all()
