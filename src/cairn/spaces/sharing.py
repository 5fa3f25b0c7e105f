"""Shares: given, shown, taken back; and what was looked at by them."""

from uuid import UUID

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from cairn.spaces import repository
from cairn.spaces.errors import AlreadyOver, NotShareable, OwnAddress
from cairn.spaces.messages import TellShared
from cairn.spaces.models import Share
from cairn.spaces.schemas import LookOut, NewShare, SharedWithMe, ShareKind, ShareOut


def kinds(runtime: Runtime) -> list[ShareKind]:
    """What can be shared, in the words of the features that keep it."""
    declared = runtime.rights.declared.values()
    return [ShareKind(kind=one.resource, says=one.says) for one in declared if one.shareable]


def checked_kinds(runtime: Runtime, wished: list[str]) -> list[str]:
    """The kinds, each once.

    Raises:
        NotShareable: there is one that can't be shared.
    """
    if not set(wished) <= {one.kind for one in kinds(runtime)}:
        raise NotShareable(field="kinds")
    return sorted(set(wished))


async def share(work: UnitOfWork, new: NewShare) -> ShareOut:
    """Let whoever holds an address look at some kinds of things.

    Raises:
        BadAddress, OwnAddress, NotShareable, AlreadyOver: it can't be used; nothing changes.
    """
    what = checked_kinds(work.runtime, new.kinds)
    if new.until is not None and new.until <= work.now:
        raise AlreadyOver(field="until")
    index = accounts.index_of(work.runtime, new.email)
    if index == accounts.index_of(work.runtime, await accounts.address_of(work, work.user_id)):
        raise OwnAddress(field="email")
    row = Share(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        reader_index=index,
        what=what,
        reason=new.about,
        created_at=work.now,
        until=new.until,
    )
    work.session.add(row)
    await work.session.flush()
    await work.audit("share.given", row.id, kind="share", detail={"kinds": what})
    work.enqueue(TellShared(user_id=work.user_id, share_id=row.id))
    return shown(work, row)


async def take_back(work: UnitOfWork, share_id: UUID) -> None:
    """Let a share end now. Taking it back twice is the same as once.

    Raises:
        NotFound: no such share of this person.
    """
    if not await repository.end_share(work, share_id):
        raise NotFound
    await work.audit("share.ended", share_id, kind="share")


async def given(work: UnitOfWork, page: PageQuery) -> Page[ShareOut]:
    rows, following = await repository.shares(work, page)
    return Page(items=[shown(work, row) for row in rows], next_cursor=following)


async def looked(work: UnitOfWork, page: PageQuery) -> Page[LookOut]:
    rows, following = await repository.looks(work, page)
    return Page(items=[LookOut(**row._asdict()) for row in rows], next_cursor=following)


async def shared_with_me(actor: Actor, page: PageQuery) -> Page[SharedWithMe]:
    """What others let this person see. Whoever shares something is known by their address to who may see it."""
    async with actor.work() as work:
        rows, following = await repository.shared_with(work, page)
    async with actor.runtime.system() as system:
        items = [
            SharedWithMe(
                share_id=row.id,
                user_id=row.user_id,
                email=await accounts.address_of(system, row.user_id),
                kinds=row.what,
                support=row.needs is not None,
                until=row.until,
            )
            for row in rows
        ]
    return Page(items=items, next_cursor=following)


def shown(work: UnitOfWork, row: Share) -> ShareOut:
    return ShareOut(
        id=row.id,
        kinds=row.what,
        about=row.reason,
        support=row.needs is not None,
        created_at=row.created_at,
        until=row.until,
        holds=row.until is None or row.until > work.now,
    )
