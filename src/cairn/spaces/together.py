"""Spaces that several people share: made, named, and left."""

from uuid import UUID

from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.trail import personal
from cairn.platform.work import UnitOfWork
from cairn.spaces import repository, service
from cairn.spaces.errors import LastOwner, PersonalSpace, TooManySpaces
from cairn.spaces.messages import SpaceChanged, SpaceLeft
from cairn.spaces.models import Membership, Space
from cairn.spaces.permissions import CHANGE, INVITE
from cairn.spaces.schemas import SpaceOut

MOST_SPACES = 20
"""So many shared spaces one person can look after."""


async def make(actor: Actor, name: str) -> SpaceOut:
    """Make a space; whoever makes it is its owner.

    Raises:
        TooManySpaces: they look after enough of them.
    """
    async with actor.runtime.system(by=actor) as work:
        await repository.alone(work, actor.user_id)
        if await repository.looked_after(work, actor.user_id) >= MOST_SPACES:
            raise TooManySpaces
        space = Space(id=work.runtime.new_id(), kind="shared", name=name, created_at=work.now)
        work.session.add(space)
        await work.session.flush()
        work.session.add(Membership(user_id=actor.user_id, space_id=space.id, role="owner", created_at=work.now))
        await work.session.flush()
        await work.audit("space.made", space.id, kind="space")
        await work.publish(SpaceChanged(space_id=space.id), to=actor.user_id)
        return service.shown(work, space, "owner")


async def rename(actor: Actor, space_id: UUID, name: str) -> SpaceOut:
    """Give a space another name.

    Raises:
        NotFound, NotAllowed: they don't belong to it (any more), or don't look after it.
        PersonalSpace: it is nobody else's.
    """
    async with actor.runtime.system(by=actor) as work:
        space, roles = await held(work, space_id)
        role = roles.get(actor.user_id)
        if role is None:
            raise NotFound
        actor.must_as(work.runtime.rights.named(role), CHANGE)
        before, space.name = space.name, name
        await work.session.flush()
        changes = {"name": personal(before, name)}
        await work.audit("space.renamed", space.id, kind="space", changes=changes, whose=actor.user_id)
        await tell(work, space.id)
        return service.shown(work, space, role)


async def remove(actor: Actor, space_id: UUID, user_id: UUID) -> None:
    """Leave a space, or take somebody out of one that one looks after. Nobody is left in it: it is gone.

    Raises:
        NotFound: that person doesn't belong to it, or who asks doesn't.
        NotAllowed: who asks doesn't look after it.
        PersonalSpace: it is nobody else's.
        LastOwner: others are there, and nobody else would look after it.
    """
    async with actor.runtime.system(by=actor) as work:
        space, roles = await held(work, space_id)
        asking = roles.get(actor.user_id)
        if asking is None:
            raise NotFound
        oneself = user_id == actor.user_id
        if not oneself:
            actor.must_as(work.runtime.rights.named(asking), INVITE)
        if user_id not in roles:
            raise NotFound
        others = [role for member_id, role in roles.items() if member_id != user_id]
        if others and "owner" not in others:
            raise LastOwner
        await repository.remove_member(work, space.id, user_id)
        if oneself:
            await work.audit("space.left", space.id, kind="space", whose=user_id)
        else:
            await work.audit("member.removed", space.id, kind="space", whose=user_id)
        await work.publish(SpaceLeft(space_id=space.id), to=user_id)
        await tell(work, space.id)


async def held(work: UnitOfWork, space_id: UUID) -> tuple[Space, dict[UUID, str]]:
    """A space that can be shared, held, and everybody's role in it. The system's work only.

    Raises:
        NotFound: there is none.
        PersonalSpace: it is one person's.
    """
    space = await repository.hold(work, space_id)
    if space is None:
        raise NotFound
    if space.kind == "personal":
        raise PersonalSpace
    return space, await repository.roles_in(work, space_id)


async def tell(work: UnitOfWork, space_id: UUID) -> None:
    """Tell everybody of a space that it isn't as it was. The system's work only."""
    for user_id in await repository.everybody_in(work, space_id):
        await work.publish(SpaceChanged(space_id=space_id), to=user_id)
