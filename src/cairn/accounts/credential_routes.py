"""What opens an account, changed: the password, the address, and the letters that prove it."""

from fastapi import Request, Response, status

from cairn.accounts import address_change, attempts, password_change, registration
from cairn.accounts.errors import (
    BAD_PASSWORDS,
    AddressTaken,
    BadAddress,
    BadChangeLink,
    BadUndoLink,
    SameAddress,
    TooBusy,
    TooManyTries,
    WrongPassword,
)
from cairn.accounts.origins import From
from cairn.accounts.permissions import WRITE
from cairn.accounts.schemas import ChangeAddress, ChangePassword, Resend, Verify
from cairn.platform.errors import Invalid, NotSignedIn, ProofNeeded
from cairn.platform.http import Caller, Router, errors, public
from cairn.platform.http.credentials import COOKIE, ForeignPage
from cairn.platform.http.work import caller_needs, runtime_of

router = Router(tag="accounts")


@router.post(
    "/auth/verify/resend",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("who waits for the letter can't sign in")],
    responses=errors(TooManyTries, Invalid),
)
async def resend(request: Request, body: Resend, origin: From) -> None:
    """Send the letter that confirms a new account again. The answer is the same where none waits for it."""
    runtime = runtime_of(request)
    await attempts.take(runtime, attempts.account_of(runtime, body.email), origin, attempts.LETTER)
    await registration.resend(runtime, body.email)


@router.post(
    "/me/password",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[caller_needs(WRITE)],
    responses=errors(
        NotSignedIn, ForeignPage, ProofNeeded, WrongPassword, *BAD_PASSWORDS, TooBusy, TooManyTries, Invalid
    ),
)
async def change_password(actor: Caller, response: Response, body: ChangePassword, origin: From) -> None:
    """Set a new password. Every other session ends; this one stays, a page's with a new cookie."""
    cookie = await password_change.change(actor, body.current_password, body.new_password, origin)
    if cookie is not None:
        response.set_cookie(
            COOKIE,
            cookie.secret,
            max_age=int(cookie.lasts.total_seconds()) if cookie.lasts is not None else None,
            path="/",
            secure=True,
            httponly=True,
            samesite="lax",
        )


@router.post(
    "/me/email",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[caller_needs(WRITE)],
    responses=errors(
        NotSignedIn, ForeignPage, ProofNeeded, WrongPassword, BadAddress, SameAddress, TooBusy, TooManyTries, Invalid
    ),
)
async def change_address(actor: Caller, body: ChangeAddress, origin: From) -> None:
    """Ask for another address. Letters go to it and to the present one; the link in the first changes it."""
    await address_change.ask(actor, body.email, body.password, origin)


@router.post(
    "/auth/confirm-address",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the link in the letter is the proof")],
    responses=errors(BadChangeLink, AddressTaken, TooManyTries, Invalid),
)
async def confirm_address(request: Request, body: Verify, origin: From) -> None:
    """Change the address with the secret of the link that was sent to the new one."""
    await attempts.take(runtime_of(request), None, origin, attempts.LINK)
    await address_change.confirm(runtime_of(request), body.token)


@router.post(
    "/auth/not-me",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the link in the letter is the proof")],
    responses=errors(BadUndoLink, AddressTaken, TooBusy, TooManyTries, Invalid),
)
async def not_me(request: Request, body: Verify, origin: From) -> None:
    """Keep or bring back the address that was told of a change. Every session ends; a letter sets a new password."""
    await attempts.take(runtime_of(request), None, origin, attempts.LINK)
    await address_change.undo(runtime_of(request), body.token)
