"""The way in and out, and the person's own account."""

from typing import Annotated

from fastapi import Header, Request, Response, status

from cairn.accounts import credential_routes, forgotten, registration, service, sessions
from cairn.accounts.errors import (
    BAD_PASSWORDS,
    AddressTaken,
    BadAddress,
    BadLink,
    BadLocale,
    BadRefreshToken,
    BadResetLink,
    BadTimeZone,
    NotVerified,
    OldTerms,
    TooBusy,
    WrongCredentials,
)
from cairn.accounts.permissions import READ, WRITE
from cairn.accounts.schemas import (
    ChangeMe,
    Forgot,
    KeySet,
    Login,
    Refresh,
    Register,
    Registered,
    Reset,
    SignedInOut,
    TokenPair,
    UserOut,
    Verify,
)
from cairn.accounts.signed_in import answered
from cairn.accounts.tokens import Tokens
from cairn.mail.service import delivers_outside
from cairn.platform.errors import Invalid, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Router, SignedIn, errors, expect, needs, public
from cairn.platform.http.credentials import COOKIE, ForeignPage, address_of, refuse_foreign
from cairn.platform.http.work import runtime_of

router = Router(tag="accounts")
router.include_router(credential_routes.router)
root_router = Router(tag="accounts")

Agent = Annotated[str, Header(alias="User-Agent", max_length=2000)]


@router.post(
    "/auth/register",
    response_model=Registered,
    status_code=status.HTTP_201_CREATED,
    dependencies=[public("nobody has an account before")],
    responses={
        202: {"model": Registered, "description": "A letter was sent; the same for new and taken addresses."},
        **errors(AddressTaken, BadAddress, BadTimeZone, BadLocale, OldTerms, *BAD_PASSWORDS, TooBusy, Invalid),
    },
)
async def register(request: Request, response: Response, body: Register) -> Registered:
    """Make an account. With a mail server it is confirmed by letter first; without one it can be used at once."""
    runtime = runtime_of(request)
    if delivers_outside(runtime):
        await registration.quietly(runtime, await service.checked(body, verified=False))
        response.status_code = status.HTTP_202_ACCEPTED
        return Registered()
    return Registered(user=await service.create(runtime, await service.checked(body)))


@router.post(
    "/auth/verify",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the link in the letter is the proof")],
    responses=errors(BadLink),
)
async def verify(request: Request, body: Verify) -> None:
    """Confirm an address with the secret of the link that was sent to it."""
    await registration.verify(runtime_of(request), body.token)


@router.post(
    "/auth/forgot",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("who forgot their password can't sign in")],
    responses=errors(Invalid),
)
async def forgot(request: Request, body: Forgot) -> None:
    """Send a link that sets a new password, if there is an account. The answer is the same where there is none."""
    await forgotten.ask(runtime_of(request), body.email)


@router.post(
    "/auth/reset",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the link in the letter is the proof")],
    responses=errors(BadResetLink, *BAD_PASSWORDS, TooBusy, Invalid),
)
async def reset(request: Request, body: Reset) -> None:
    """Set a new password with the secret of the link. It works once, within an hour, and ends every session."""
    await forgotten.reset(runtime_of(request), body.token, body.password)


@router.post(
    "/auth/login",
    response_model=SignedInOut,
    response_model_exclude_none=True,
    dependencies=[public("this is the way in")],
    responses=errors(WrongCredentials, NotVerified, ForeignPage, TooBusy, Invalid),
)
async def login(request: Request, response: Response, body: Login, user_agent: Agent = "") -> SignedInOut:
    """Sign in, as a page with a cookie or as a program with tokens."""
    if body.as_ == "page":
        refuse_foreign(request)
    opened = await sessions.sign_in(runtime_of(request), body, user_agent, address_of(request))
    return answered(response, opened, remember=body.remember)


@router.post(
    "/auth/refresh",
    response_model=TokenPair,
    dependencies=[public("the refresh token is the credential")],
    responses=errors(BadRefreshToken, Invalid),
)
async def refresh(request: Request, body: Refresh) -> TokenPair:
    """A new pair of tokens. The one shown is spent; shown again, it ends the whole sign-in."""
    return await sessions.refresh(runtime_of(request), body.refresh_token)


@router.post(
    "/auth/logout",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, ForeignPage),
)
async def logout(work: SignedIn, response: Response) -> None:
    """End this session, at once."""
    await sessions.sign_out(work)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")


@router.get("/me", response_model=UserOut, dependencies=[needs(READ)], responses=errors(NotSignedIn))
async def me(work: SignedIn) -> UserOut:
    """Who I am here."""
    return await service.me(work)


@router.patch(
    "/me",
    response_model=UserOut,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, BadTimeZone, BadLocale, Stale, Invalid),
)
async def change_me(work: SignedIn, body: ChangeMe, if_match: IfMatch = None) -> UserOut:
    """Change name, zone, language or looks; what is left out stays."""
    if if_match is not None:
        expect((await service.me(work)).version, if_match)
    return await service.change_me(work, body)


@root_router.get(
    "/.well-known/jwks.json",
    response_model=KeySet,
    dependencies=[public("public keys are for everybody")],
)
async def keys(request: Request, response: Response) -> KeySet:
    """The public keys that check access tokens."""
    response.headers["Cache-Control"] = "public, max-age=300"
    return KeySet(keys=await runtime_of(request).provider(Tokens).public_keys())
