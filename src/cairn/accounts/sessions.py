"""Signing in, staying in, signing out."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from cairn.accounts import passwords, repository, service
from cairn.accounts.errors import BadAddress, BadRefreshToken, NotVerified, WrongCredentials
from cairn.accounts.messages import SessionEnded
from cairn.accounts.models import RefreshToken, Session, User
from cairn.accounts.rules import normal_address
from cairn.accounts.schemas import Login, TokenPair, UserOut
from cairn.accounts.secrets import digest, fresh
from cairn.accounts.settings import AccountSettings
from cairn.accounts.tokens import Tokens
from cairn.mail.service import delivers_outside
from cairn.platform.errors import NotSignedIn
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

LONGEST_USER_AGENT = 300


@dataclass(frozen=True, slots=True)
class Wished:
    """How somebody wants to be signed in, and from where they ask.

    Args:
        page: By a cookie, as the page is; by tokens otherwise.
    """

    page: bool
    remember: bool
    user_agent: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A session in a transaction that has not yet committed, with its secret: of the cookie, or to refresh with."""

    session: Session
    user: UserOut
    secret: str = field(repr=False)
    lasts: timedelta


@dataclass(frozen=True, slots=True)
class Opened:
    """A sign-in that worked: a cookie for a page, or tokens for a program."""

    user: UserOut
    lasts: timedelta
    cookie: str | None = None
    tokens: TokenPair | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session may rest, and how long it may last."""

    idle: timedelta
    whole: timedelta

    @classmethod
    def of(cls, settings: AccountSettings, *, remember: bool) -> "Limits":
        if remember:
            lasting = timedelta(days=settings.remember_days)
            return cls(lasting, lasting)
        return cls(timedelta(minutes=settings.session_idle_minutes), timedelta(hours=settings.session_hours))


async def sign_in(runtime: Runtime, login: Login, user_agent: str, address: str = "") -> Opened:
    """Open a session.

    A wrong password, an unknown address and a disabled account take the same work and get the same answer.

    Raises:
        WrongCredentials: they don't go together; or they do, and the address isn't confirmed by its letter yet.
        NotVerified: they do, but the address isn't confirmed, and there is no mail to confirm it by.
    """
    user = await _look_up(runtime, login.email)
    right, renewed = await passwords.verified(login.password, user.password_hash if user else None)
    if user is None or not right or user.disabled_at is not None or _may_not_be_told(runtime, user):
        whose = user.id if user else None
        await runtime.refused("session.refused", whose, kind="user", whose=whose)
        raise WrongCredentials
    if user.email_verified_at is None:
        await runtime.refused("session.refused", user.id, kind="user", whose=user.id, detail={"why": "unconfirmed"})
        raise NotVerified
    async with runtime.system() as work:
        if renewed is not None:
            (await repository.get(work, user.id, lock=True)).password_hash = renewed
        wished = Wished(login.as_ == "page", login.remember, user_agent, address)
        begun = await begin(work, user, wished)
    return await opened(runtime, begun)


async def begin(work: UnitOfWork, user: User, wished: Wished, *, factors: int = 1) -> Begun:
    """Begin a session of somebody who proved who they are by so many factors, in the system's own unit of work."""
    wrapped = await repository.wrapped_key(work, user.id)
    limits = Limits.of(work.runtime.settings.of(AccountSettings), remember=wished.remember)
    secret = fresh()
    session = Session(
        id=work.runtime.new_id(),
        user_id=user.id,
        kind="page" if wished.page else "tokens",
        cookie_hash=digest(secret) if wished.page else None,
        user_agent=wished.user_agent[:LONGEST_USER_AGENT],
        address=wished.address,
        factors=factors,
        proven_at=work.now,
        created_at=work.now,
        last_seen_at=work.now,
        idle_seconds=int(limits.idle.total_seconds()),
        expires_at=work.now + limits.whole,
    )
    work.session.add(session)
    await work.session.flush()
    if not wished.page:
        work.session.add(_refresh_token(session, secret, work.now))
    await work.audit(
        "session.opened", session.id, kind="session", detail={"as": session.kind, "factors": factors}, by=user.id
    )
    return Begun(session, service.shown(work.runtime, user, wrapped), secret, limits.whole)


async def opened(runtime: Runtime, begun: Begun) -> Opened:
    """What a session that has begun hands out, once it is committed."""
    session = begun.session
    if session.kind == "page":
        return Opened(begun.user, begun.lasts, cookie=begun.secret)
    access, seconds = await runtime.provider(Tokens).issue(session.id, session.user_id)
    pair = TokenPair(access_token=access, refresh_token=begun.secret, expires_in=seconds)
    return Opened(begun.user, begun.lasts, tokens=pair)


async def refresh(runtime: Runtime, secret: str) -> TokenPair:
    """A new pair for a refresh token, which is spent by it. One that was spent before ends its session.

    Raises:
        BadRefreshToken: unknown, expired, spent, or its session has ended.
    """
    following = fresh()
    session = None
    async with runtime.system() as work:
        token = await repository.spend(work, digest(secret))
        if token is None:
            await _end_if_reused(work, secret)
        else:
            session = await repository.live_session(work, token.session_id)
            if session is not None and session.last_seen_at + timedelta(seconds=session.idle_seconds) > work.now:
                session.last_seen_at = work.now
                work.session.add(_refresh_token(session, following, work.now))
            else:
                session = None
    if session is None:
        raise BadRefreshToken
    access, seconds = await runtime.provider(Tokens).issue(session.id, session.user_id)
    return TokenPair(access_token=access, refresh_token=following, expires_in=seconds)


async def sign_out(work: UnitOfWork) -> None:
    """End the session of this unit of work, at once and for its access tokens too."""
    session_id = work.actor.session_id
    if session_id is None:
        raise NotSignedIn
    await end(work, session_id, "signed out")


async def end(work: UnitOfWork, session_id: UUID, why: str, *, user_id: UUID | None = None) -> None:
    """End a session and close its streams."""
    if await repository.end_session(work, session_id, why):
        await work.publish(SessionEnded(session_id=session_id), to=user_id)
        await work.audit("session.ended", session_id, kind="session", detail={"why": why}, whose=user_id)


async def end_all(work: UnitOfWork, user_id: UUID, why: str, *, but: UUID | None = None) -> None:
    """End all of a person's sessions, or all but one, in the system's own unit of work."""
    for session_id in await repository.open_sessions(work, user_id):
        if session_id != but:
            await end(work, session_id, why, user_id=user_id)


def _may_not_be_told(runtime: Runtime, user: User) -> bool:
    """Whether that an account waits for its letter is to stay unsaid.

    Somebody could register any address, sign in with the password they chose, and learn by "confirm it first" that it
    had no account before.
    """
    return user.email_verified_at is None and delivers_outside(runtime)


async def _look_up(runtime: Runtime, email: str) -> User | None:
    try:
        index = runtime.key_ring.blind_index(normal_address(email), "email")
    except BadAddress:
        index = b""  # nobody's: the same answer, after the same work
    async with runtime.system() as work:
        return await repository.by_index(work, index)


async def _end_if_reused(work: UnitOfWork, secret: str) -> None:
    """Somebody holds a token that was already spent: the rightful holder or a thief, so the session ends."""
    token = await repository.refresh_token(work, digest(secret))
    if token is not None and token.spent_at is not None:
        await end(work, token.session_id, "a spent refresh token was used", user_id=token.user_id)


def _refresh_token(session: Session, secret: str, now: datetime) -> RefreshToken:
    return RefreshToken(
        user_id=session.user_id,
        session_id=session.id,
        token_hash=digest(secret),
        created_at=now,
        expires_at=session.expires_at,
    )
