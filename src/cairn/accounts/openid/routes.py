"""Routes of signing in with Google and Microsoft."""

from typing import Annotated
from uuid import UUID

from fastapi import Cookie, Depends, Header, Request, Response, status

from cairn.accounts import service as accounts
from cairn.accounts.errors import BadLocale, BadTimeZone
from cairn.accounts.factors import second
from cairn.accounts.factors.half import Half
from cairn.accounts.openid import service
from cairn.accounts.openid.errors import (
    AddressNotProven,
    LastWayIn,
    LinkedElsewhere,
    LinkFirst,
    NoSuchProvider,
    ProviderAway,
    SetUpWrong,
    SignInFailed,
)
from cairn.accounts.openid.provider import Providers
from cairn.accounts.openid.schemas import Arrived, BeginSignIn, Begun, IdentityOut, Join, Returned, WaysIn
from cairn.accounts.openid.settings import ProviderName
from cairn.accounts.origins import From
from cairn.accounts.permissions import READ, WRITE
from cairn.accounts.sessions import Opened
from cairn.accounts.signed_in import answered, half_answered
from cairn.platform.actor import Credential
from cairn.platform.errors import Invalid, NotFound, NotSignedIn, ProofNeeded, Unavailable
from cairn.platform.http import Caller, Page, PageQuery, Router, SignedIn, errors, needs, public, recent
from cairn.platform.http.credentials import COOKIE as SESSION
from cairn.platform.http.credentials import ForeignPage, refuse_foreign
from cairn.platform.http.page import BadCursor
from cairn.platform.http.work import caller_needs, runtime_of

router = Router(tag="accounts")

COOKIE = "__Host-cairn-openid"

Agent = Annotated[str, Header(alias="User-Agent", max_length=2000)]
Kept = Annotated[str, Cookie(alias=COOKIE, max_length=200)]


@router.get(
    "/auth/openid",
    response_model=WaysIn,
    dependencies=[public("the sign-in page shows what can be chosen")],
    responses=errors(Unavailable),
)
async def ways_in(request: Request) -> WaysIn:
    """Which providers can sign people in here."""
    providers = runtime_of(request).provider(Providers)
    return WaysIn(google=providers.has("google"), microsoft=providers.has("microsoft"))


@router.post(
    "/auth/openid/begin",
    response_model=Begun,
    dependencies=[public("this is a way in")],
    responses=errors(NoSuchProvider, ProviderAway, BadTimeZone, BadLocale, ForeignPage, Invalid),
)
async def begin(request: Request, response: Response, body: BeginSignIn) -> Begun:
    """Begin a sign-in at a provider. For pages: the browser is sent on, and comes back to `/sign-in/with`."""
    refuse_foreign(request)
    go_to, secret = await service.begin(runtime_of(request), body)
    _keep(response, secret)
    return Begun(go_to=go_to)


@router.post(
    "/auth/openid/finish",
    response_model=Arrived,
    response_model_exclude_none=True,
    dependencies=[public("what the provider says is the credential")],
    responses=errors(
        SignInFailed,
        SetUpWrong,
        LinkFirst,
        AddressNotProven,
        LinkedElsewhere,
        NoSuchProvider,
        ProviderAway,
        ForeignPage,
        Invalid,
    ),
)
async def finish(
    request: Request, response: Response, body: Returned, origin: From, secret: Kept = "", user_agent: Agent = ""
) -> Arrived:
    """Finish what was begun at a provider, in the same browser: a sign-in, half of one, or joining an account."""
    refuse_foreign(request)
    runtime = runtime_of(request)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    instead_of = request.cookies.get(SESSION, "")
    journey, came = await service.arrive(runtime, body, secret, user_agent, origin, instead_of)
    provider: ProviderName = "google" if journey.provider == "google" else "microsoft"
    if isinstance(came, Half):
        waits = half_answered(await second.methods(runtime, came))
        return Arrived(came_of_it="half", provider=provider, mfa_token=waits.mfa_token, methods=waits.methods)
    if isinstance(came, Opened):
        user = answered(response, came, remember=journey.remember).user
        return Arrived(came_of_it="signed-in", provider=provider, user=user)
    async with runtime.work(Credential("person", str(came))) as work:
        return Arrived(came_of_it="connected", provider=provider, user=await accounts.me(work))


@router.get(
    "/me/identities",
    response_model=Page[IdentityOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, BadCursor),
)
async def identities(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[IdentityOut]:
    """The accounts at Google and Microsoft that may sign you in."""
    items, following = await service.identities(work, page)
    return Page(items=items, next_cursor=following)


@router.post(
    "/me/identities/begin",
    response_model=Begun,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, ProofNeeded, NoSuchProvider, ProviderAway, ForeignPage, Invalid),
)
async def connect(request: Request, response: Response, actor: Caller, body: Join) -> Begun:
    """Begin to join an account at a provider to yours. For pages, a short while after you proved that it's you."""
    actor.must_be_recent(actor.runtime.clock.now())
    if actor.session_id is None:
        raise ProofNeeded
    wished = BeginSignIn(provider=body.provider, time_zone=actor.time_zone, locale=actor.locale)
    owner = (actor.user_id, actor.session_id)
    go_to, secret = await service.begin(runtime_of(request), wished, owner=owner)
    _keep(response, secret)
    return Begun(go_to=go_to)


@router.delete(
    "/me/identities/{identity_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, NotFound, LastWayIn, ForeignPage),
)
async def part(work: SignedIn, identity_id: UUID) -> None:
    """Let an account at a provider sign you in no more."""
    await service.part(work, identity_id)


def _keep(response: Response, secret: str) -> None:
    """The browser holds the journey's secret: nobody can be sent to finish somebody else's."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(service.LASTS.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )
