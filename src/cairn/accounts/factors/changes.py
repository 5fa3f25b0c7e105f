"""What every change of a person's factors brings besides its line in the trail: a letter, and word to open pages."""

from uuid import UUID

from sqlalchemy import func, update

from cairn.accounts.address_change import may_take_back
from cairn.accounts.factors.messages import Change, FactorsChanged, TellFactorChanged
from cairn.accounts.keys import service as keys
from cairn.accounts.models import Session
from cairn.accounts.repository import hold
from cairn.platform.actor import RECENT
from cairn.platform.work import UnitOfWork


async def changed(work: UnitOfWork, what: Change, *, link_id: UUID | None = None) -> None:
    """Tell the person what changed. Whoever changes it writes it to the trail.

    Args:
        link_id: The link that takes it back.
    """
    await work.publish(FactorsChanged())
    change_id = work.runtime.new_id()
    work.enqueue(TellFactorChanged(user_id=work.user_id, change_id=change_id, what=what, link_id=link_id))


async def added(work: UnitOfWork, what: Change) -> None:
    """A factor counts from now on. It was proven here; what a password alone proved elsewhere isn't enough any more.

    The letter can take it back: a stranger's factor would keep the person out for good.
    """
    await changed(work, what, link_id=await may_take_back(work))
    await hold(work, work.user_id)  # a sign-in by the password alone ends before this or sees the factor
    await proven_here(work, factors=2)
    await work.session.execute(
        update(Session)
        .where(Session.user_id == work.user_id, Session.factors < 2, Session.ended_at.is_(None))
        .values(proven_at=work.now - RECENT)
        .execution_options(synchronize_session=False)
    )


async def last_removed(work: UnitOfWork) -> None:
    """Nobody proves two factors who has one: what needs both is closed again, in sessions and for keys."""
    await work.session.execute(
        update(Session)
        .where(Session.user_id == work.user_id, Session.factors > 1, Session.ended_at.is_(None))
        .values(factors=1)
        .execution_options(synchronize_session=False)
    )
    await keys.revoke_reaching_all(work, "the second factor was removed")


async def proven_here(work: UnitOfWork, *, factors: int) -> None:
    """Note that the person proved just now, in this session, who they are by so many factors."""
    await work.session.execute(
        update(Session)
        .where(Session.user_id == work.user_id, Session.id == work.actor.session_id, Session.ended_at.is_(None))
        .values(proven_at=work.now, factors=func.greatest(Session.factors, factors))
        .execution_options(synchronize_session=False)
    )
