"""Leaving, and staying after all."""

from fastapi import Request, Response, status

from cairn.accounts import attempts
from cairn.accounts.errors import BadAddress, TooManyTries
from cairn.accounts.leaving import service
from cairn.accounts.leaving.errors import BadStayLink, NobodyElseInCharge, NotYourAddress
from cairn.accounts.leaving.schemas import Leave, LeavingOut
from cairn.accounts.origins import From
from cairn.accounts.permissions import ERASE
from cairn.accounts.schemas import Verify
from cairn.platform.errors import Invalid, NotAllowed, NotSignedIn, OnlyReading, ProofNeeded
from cairn.platform.http import Caller, Router, caller_needs, caller_recent, errors, public
from cairn.platform.http.credentials import COOKIE, ForeignPage
from cairn.platform.http.work import runtime_of

router = Router(tag="accounts")


@router.post(
    "/me/erasure",
    response_model=LeavingOut,
    status_code=status.HTTP_202_ACCEPTED,
    dependencies=[caller_needs(ERASE), caller_recent],
    responses=errors(
        NotSignedIn,
        NotAllowed,
        ProofNeeded,
        OnlyReading,
        ForeignPage,
        BadAddress,
        NotYourAddress,
        NobodyElseInCharge,
        Invalid,
    ),
)
async def leave(actor: Caller, response: Response, body: Leave) -> LeavingOut:
    """Leave for good. You are signed out everywhere; after seven days the account goes with everything in it.

    Until then, signing in or the link in a letter keeps it.
    """
    leaves_at = await service.leave(actor, body.email, needs=ERASE)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return LeavingOut(leaves_at=leaves_at)


@router.post(
    "/auth/stay",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the link in the letter is the proof")],
    responses=errors(BadStayLink, TooManyTries, Invalid),
)
async def stay(request: Request, body: Verify, origin: From) -> None:
    """Keep the account with the secret of the link that was sent when somebody asked to leave."""
    await attempts.take(runtime_of(request), None, origin, attempts.LINK)
    await service.keep(runtime_of(request), body.token)
