"""Personal spaces are made with their person. What people share comes on top of the same tables."""

from typing import Any

from sqlalchemy import select, text

from cairn.accounts.messages import AccountCreated
from cairn.platform.work import UnitOfWork
from cairn.spaces.models import Membership, Share, Space


async def give_personal_space(work: UnitOfWork, event: AccountCreated) -> None:
    """Hear of a new account: its personal space and the membership are part of the same transaction."""
    space = Space(kind="personal", name="", created_at=work.now)
    work.session.add(space)
    await work.session.flush()
    work.session.add(Membership(user_id=event.user_id, space_id=space.id, role="owner", created_at=work.now))
    await work.session.flush()


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    memberships = await work.session.scalars(select(Membership).where(Membership.user_id == work.user_id))
    shares = await work.session.scalars(select(Share).where(Share.user_id == work.user_id))
    return {
        "memberships": [{"space_id": str(m.space_id), "role": m.role} for m in memberships],
        "shares": [{"reader_id": str(s.reader_id), "what": s.what, "reason": s.reason} for s in shares],
    }


async def erase(work: UnitOfWork) -> None:
    """Leave every space; a personal one goes with its person."""
    mine = {"user_id": work.user_id}
    await work.session.execute(
        text(
            "delete from spaces where kind = 'personal'"
            " and id in (select space_id from memberships where user_id = :user_id)"
        ),
        mine,
    )
    await work.session.execute(text("delete from memberships where user_id = :user_id"), mine)
    await work.session.execute(text("delete from shares where user_id = :user_id"), mine)
