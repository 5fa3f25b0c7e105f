"""Support: an administrator asks with a reason and for some hours, the person grants it or doesn't."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork
from cairn.spaces import repository, sharing
from cairn.spaces.errors import AlreadyAnswered, CannotAskYourself, NotShareable, TooManyRequests
from cairn.spaces.messages import SupportAsked, TellShared, TellSupportAsked
from cairn.spaces.models import Share, SupportRequest
from cairn.spaces.permissions import ASK
from cairn.spaces.schemas import Grant, NewSupportRequest, ShareOut, SupportRequestOut

WAITS = timedelta(days=7)
"""A request that nobody answered for so long can't be granted any more."""
MOST_WAITING = 5
"""More requests than this wait for nobody: asking again and again is no way to be let in."""


async def ask(actor: Actor, user_id: UUID, new: NewSupportRequest) -> SupportRequestOut:
    """Ask a person whether one may look. The caller has checked that somebody asks who may.

    Raises:
        NotFound: there is no such person, or they are suspended.
        CannotAskYourself, NotShareable, TooManyRequests: nothing was asked.
    """
    if user_id == actor.user_id:
        raise CannotAskYourself
    asked = sharing.checked_kinds(actor.runtime, new.kinds)
    if await actor.runtime.person(user_id) is None:
        raise NotFound
    async with actor.runtime.system(by=actor) as work:
        if await repository.waiting_requests(work, user_id, work.now - WAITS) >= MOST_WAITING:
            raise TooManyRequests
        row = SupportRequest(
            id=work.runtime.new_id(),
            user_id=user_id,
            asker_id=actor.user_id,
            reason=new.reason,
            kinds=asked,
            hours=new.hours,
            asked_at=work.now,
        )
        work.session.add(row)
        await work.session.flush()
        detail = {"kinds": asked, "hours": new.hours}
        await work.audit("support.asked", row.id, kind="support_request", detail=detail, whose=user_id)
        await work.publish(SupportAsked(support_request_id=row.id), to=user_id)
        work.enqueue(TellSupportAsked(user_id=user_id, support_request_id=row.id))
        return (await _shown(work, [row]))[0]


async def grant(work: UnitOfWork, support_request_id: UUID, granted: Grant) -> ShareOut:
    """Let who asked look, for as long as they asked, at what they asked for or less.

    Raises:
        NotFound: no such request to this person.
        AlreadyAnswered: it was answered, or is too old.
        NotShareable: it wasn't asked for.
    """
    request = await _request(work, support_request_id)
    what = sorted(set(granted.kinds)) if granted.kinds is not None else request.kinds
    if not set(what) <= set(request.kinds):
        raise NotShareable(field="kinds")
    share = Share(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        reader_id=request.asker_id,
        what=what,
        reason=request.reason,
        needs=ASK.name,
        created_at=work.now,
        until=work.now + timedelta(hours=request.hours),
    )
    if not await repository.answer(work, request.id, work.now - WAITS, share.id):
        raise AlreadyAnswered
    work.session.add(share)
    await work.session.flush()
    detail = {"kinds": what, "hours": request.hours, "share_id": str(share.id)}
    await work.audit("support.granted", request.id, kind="support_request", detail=detail)
    work.enqueue(TellShared(user_id=work.user_id, share_id=share.id))
    return sharing.shown(work, share)


async def refuse(work: UnitOfWork, support_request_id: UUID) -> None:
    """Don't let who asked look.

    Raises:
        NotFound: no such request to this person.
        AlreadyAnswered: it was answered, or is too old.
    """
    request = await _request(work, support_request_id)
    if not await repository.answer(work, request.id, work.now - WAITS, None):
        raise AlreadyAnswered
    await work.audit("support.refused", request.id, kind="support_request")


async def asked_of_me(actor: Actor, page: PageQuery) -> Page[SupportRequestOut]:
    async with actor.work() as work:
        rows, following = await repository.requests(work, page)
    async with actor.runtime.system() as system:  # who asks isn't the person's own row
        return Page(items=await _shown(system, rows), next_cursor=following)


async def _request(work: UnitOfWork, support_request_id: UUID) -> SupportRequest:
    found = await repository.request(work, support_request_id)
    if found is None:
        raise NotFound
    return found


async def _shown(work: UnitOfWork, rows: Sequence[SupportRequest]) -> list[SupportRequestOut]:
    return [
        SupportRequestOut(
            id=row.id,
            asker=await accounts.address_of(work, row.asker_id),
            reason=row.reason,
            hours=row.hours,
            kinds=row.kinds,
            asked_at=row.asked_at,
            state=_state(work, row),
        )
        for row in rows
    ]


def _state(work: UnitOfWork, row: SupportRequest) -> str:
    if row.answered_at is None:
        return "waiting" if row.asked_at > work.now - WAITS else "over"
    return "refused" if row.share_id is None else "granted"
