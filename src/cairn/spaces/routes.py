"""Who may see one's things, and who asks to."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, status

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, ProofNeeded, SecondFactorNeeded
from cairn.platform.http import (
    Caller,
    Page,
    PageQuery,
    Router,
    SignedIn,
    caller_needs,
    errors,
    needs,
    recent,
)
from cairn.platform.http.credentials import ForeignPage
from cairn.spaces import sharing, space_routes, support
from cairn.spaces.errors import (
    AlreadyAnswered,
    AlreadyOver,
    CannotAskYourself,
    NotShareable,
    OwnAddress,
    TooManyRequests,
)
from cairn.spaces.permissions import ASK, READ, WRITE
from cairn.spaces.schemas import (
    Grant,
    LookOut,
    NewShare,
    NewSupportRequest,
    SharedWithMe,
    ShareKinds,
    ShareOut,
    SupportRequestOut,
)

_mine = Router("/me", tag="shares")
_others = Router("/shares", tag="shares")
_people = Router("/admin/people", tag="people")

Paged = Annotated[PageQuery, Depends()]


@_mine.get(
    "/shares",
    response_model=Page[ShareOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def shares(work: SignedIn, page: Paged) -> Page[ShareOut]:
    """Who may see what of mine, newest first; what ended stays in the list."""
    return await sharing.given(work, page)


@_mine.get(
    "/shares/kinds",
    response_model=ShareKinds,
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed),
)
async def share_kinds(work: SignedIn) -> ShareKinds:
    """What can be shared."""
    return ShareKinds(kinds=sharing.kinds(work.runtime))


@_mine.get(
    "/shares/looks",
    response_model=Page[LookOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def looks(work: SignedIn, page: Paged) -> Page[LookOut]:
    """Who looked at what of mine, newest first."""
    return await sharing.looked(work, page)


@_mine.post(
    "/shares",
    response_model=ShareOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, NotAllowed, ProofNeeded, ForeignPage, OwnAddress, NotShareable, AlreadyOver, Invalid),
)
async def share(work: SignedIn, body: NewShare) -> ShareOut:
    """Let somebody see some of my things, until I take it back or it runs out."""
    return await sharing.share(work, body)


@_mine.delete(
    "/shares/{share_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound),
)
async def take_back(work: SignedIn, share_id: UUID) -> None:
    """Let a share end, from the reader's next request on."""
    await sharing.take_back(work, share_id)


@_mine.get(
    "/support-requests",
    response_model=Page[SupportRequestOut],
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def support_requests(actor: Caller, page: Paged) -> Page[SupportRequestOut]:
    """Who asked to look at my things to help me, newest first."""
    return await support.asked_of_me(actor, page)


@_mine.post(
    "/support-requests/{support_request_id}/grant",
    response_model=ShareOut,
    dependencies=[needs(WRITE), recent],
    responses=errors(
        NotSignedIn, NotAllowed, ProofNeeded, ForeignPage, NotFound, AlreadyAnswered, NotShareable, Invalid
    ),
)
async def grant(work: SignedIn, support_request_id: UUID, body: Grant) -> ShareOut:
    """Let who asked look, for as long as they asked."""
    return await support.grant(work, support_request_id, body)


@_mine.post(
    "/support-requests/{support_request_id}/refuse",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound, AlreadyAnswered),
)
async def refuse(work: SignedIn, support_request_id: UUID) -> None:
    """Don't let who asked look."""
    await support.refuse(work, support_request_id)


@_others.get(
    "",
    response_model=Page[SharedWithMe],
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def shared_with_me(actor: Caller, page: Paged) -> Page[SharedWithMe]:
    """What others let me see. Name one of them in the header `X-Cairn-Person` of a GET to look at it."""
    return await sharing.shared_with_me(actor, page)


@_people.post(
    "/{user_id}/support-requests",
    response_model=SupportRequestOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[caller_needs(ASK)],
    responses=errors(
        NotSignedIn,
        NotAllowed,
        SecondFactorNeeded,
        ForeignPage,
        NotFound,
        NotShareable,
        CannotAskYourself,
        TooManyRequests,
        Invalid,
    ),
)
async def ask(actor: Caller, user_id: UUID, body: NewSupportRequest) -> SupportRequestOut:
    """Ask somebody whether I may look at some of their things, with a reason and for some hours."""
    return await support.ask(actor, user_id, body)


router = APIRouter()
for one in (space_routes.router, _mine, _others, _people):
    router.include_router(one)
