"""Personal spaces are made with their person. What people share comes on top of the same tables."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from cairn.accounts import service as accounts
from cairn.accounts.messages import AccountCreated
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.permissions import Permission
from cairn.platform.work import UnitOfWork
from cairn.spaces import repository
from cairn.spaces.models import INVITED, Invitation, Membership, Share, Space, SupportRequest
from cairn.spaces.schemas import MemberOut, SpaceOut


async def give_personal_space(work: UnitOfWork, event: AccountCreated) -> None:
    """Hear of a new account: its personal space and the membership are part of the same transaction."""
    space = Space(kind="personal", name="", created_at=work.now)
    work.session.add(space)
    await work.session.flush()
    work.session.add(Membership(user_id=event.user_id, space_id=space.id, role="owner", created_at=work.now))
    await work.session.flush()


async def must_in(work: UnitOfWork, space_id: UUID, permission: Permission) -> None:
    """Raise unless the person's role in a space holds a permission.

    Raises:
        NotFound: they don't belong to it, or there is none.
        NotAllowed: their role there doesn't hold it.
    """
    role = await repository.role_in(work, space_id)
    if role is None:
        raise NotFound
    work.actor.must_as(work.runtime.rights.named(role), permission)


async def mine(work: UnitOfWork, page: PageQuery) -> Page[SpaceOut]:
    """The spaces the person belongs to, oldest first, with what they may do in each."""
    rows, following = await repository.spaces(work, page)
    items = []
    for row in rows:
        space = await repository.space(work, row.space_id)
        if space is not None:
            items.append(shown(work, space, row.role))
    return Page(items=items, next_cursor=following)


def shown(work: UnitOfWork, space: Space, role: str) -> SpaceOut:
    """A space as somebody with a role in it sees it."""
    held = sorted(work.runtime.rights.named(role).permissions)
    return SpaceOut(id=space.id, kind=space.kind, name=space.name, role=role, permissions=held)


async def members(work: UnitOfWork, space_id: UUID, page: PageQuery) -> Page[MemberOut]:
    """Who belongs to a space. The caller has checked that a member asks who may see it."""
    async with work.runtime.system() as system:
        rows, following = await repository.members(system, space_id, page)
        items = [
            MemberOut(
                user_id=row.user_id,
                name=await accounts.name_of(system, row.user_id),
                mine=row.user_id == work.user_id,
                role=row.role,
                since=row.created_at,
            )
            for row in rows
        ]
    return Page(items=items, next_cursor=following)


async def everybody_in(work: UnitOfWork, space_id: UUID) -> Sequence[UUID]:
    """Who belongs to a space, to tell them of what it owns. The system's work only: a person's sees theirs alone."""
    return await repository.everybody_in(work, space_id)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    memberships = await work.session.execute(
        select(Membership.space_id, Membership.role, Space.name)
        .join(Space, Space.id == Membership.space_id)
        .where(Membership.user_id == work.user_id)
    )
    invited = await work.session.scalars(select(Invitation).where(Invitation.user_id == work.user_id))
    key = await accounts.data_key(work, work.user_id)
    shares = await work.session.scalars(select(Share).where(Share.user_id == work.user_id))
    asked = await work.session.scalars(select(SupportRequest).where(SupportRequest.user_id == work.user_id))
    return {
        "memberships": [{"space_id": str(m.space_id), "name": m.name, "role": m.role} for m in memberships],
        "invitations": [
            {
                "space_id": str(i.space_id),
                "email": key.open(i.email_cipher, INVITED.of(i.user_id, i.id)),
                "role": i.role,
                "created_at": i.created_at,
                "accepted_at": i.accepted_at,
            }
            for i in invited
        ],
        "shares": [{"what": s.what, "reason": s.reason, "created_at": s.created_at, "until": s.until} for s in shares],
        "support_requests": [
            {"reason": r.reason, "kinds": r.kinds, "hours": r.hours, "asked_at": r.asked_at} for r in asked
        ],
    }


async def erase(work: UnitOfWork) -> None:
    """Leave every space: a personal one goes with its person, a shared one with the last of its people."""
    mine = {"user_id": work.user_id}
    await work.session.execute(
        text(
            "delete from spaces where kind = 'personal'"
            " and id in (select space_id from memberships where user_id = :user_id)"
        ),
        mine,
    )
    await work.session.execute(text("delete from invitations where user_id = :user_id"), mine)
    await work.session.execute(text("delete from memberships where user_id = :user_id"), mine)
    await work.session.execute(text("delete from support_requests where user_id = :user_id"), mine)
    await work.session.execute(text("delete from shares where user_id = :user_id"), mine)
