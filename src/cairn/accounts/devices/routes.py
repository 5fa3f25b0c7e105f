"""Where I am signed in, and how I end it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, status

from cairn.accounts.devices import service
from cairn.accounts.devices.schemas import EndedOut, SessionOut
from cairn.accounts.permissions import SESSIONS_READ, SESSIONS_WRITE
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.credentials import ForeignPage

router = Router(tag="sessions")


@router.get(
    "/me/sessions",
    response_model=Page[SessionOut],
    dependencies=[needs(SESSIONS_READ)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def my_sessions(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[SessionOut]:
    """Where I am signed in: the device and its browser, from where, when it was last used, and which one this is."""
    items, following = await service.listing(work, page)
    return Page(items=items, next_cursor=following)


@router.delete(
    "/me/sessions/{session_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(SESSIONS_WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound),
)
async def end_session(work: SignedIn, session_id: UUID) -> None:
    """Sign one device out, at once."""
    await service.end(work, session_id)


@router.post(
    "/me/sessions/end-others",
    response_model=EndedOut,
    dependencies=[needs(SESSIONS_WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage),
)
async def end_other_sessions(work: SignedIn) -> EndedOut:
    """Sign every device out but this one, at once."""
    return EndedOut(ended=await service.end_others(work))
