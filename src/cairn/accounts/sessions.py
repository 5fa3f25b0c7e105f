"""Signing in, staying in, signing out."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from cairn.accounts import attempts, passwords, repository, service
from cairn.accounts.attempts import Attempt, Origin
from cairn.accounts.errors import NotVerified, WrongCredentials
from cairn.accounts.factors import devices, half
from cairn.accounts.factors.half import Half
from cairn.accounts.factors.repository import has_second
from cairn.accounts.leaving.staying import stay
from cairn.accounts.messages import AllEnded, SessionEnded
from cairn.accounts.models import RefreshToken, Session, User
from cairn.accounts.schemas import Login, TokenPair, UserOut
from cairn.accounts.settings import AccountSettings
from cairn.accounts.tokens import Tokens
from cairn.mail.service import delivers_outside
from cairn.platform.errors import NotSignedIn
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

LONGEST_USER_AGENT = 300
NOWHERE = Origin()
"""Where this program itself comes from."""


@dataclass(frozen=True, slots=True)
class Wished:
    """How somebody wants to be signed in, and from where they ask.

    Args:
        page: By a cookie, as the page is; by tokens otherwise.
        origin: From where they ask.
        instead_of: The cookie that the browser shows already; what it was signed in to ends.
    """

    page: bool
    remember: bool
    user_agent: str = ""
    origin: Origin = field(default_factory=Origin)
    instead_of: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Begun:
    """A session in a transaction that has not yet committed, with its secret: of the cookie, or to refresh with."""

    session: Session
    user: UserOut
    secret: str = field(repr=False)
    lasts: timedelta
    device: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A sign-in that worked: a cookie for a page, or tokens for a program.

    Args:
        device: The secret by which a page's browser is known from now on.
    """

    user: UserOut
    lasts: timedelta
    cookie: str | None = None
    tokens: TokenPair | None = None
    device: str | None = field(default=None, repr=False)


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


async def sign_in(
    runtime: Runtime, login: Login, user_agent: str, origin: Origin = NOWHERE, instead_of: str = ""
) -> Opened | Half:
    """Open a session, or half of one where a second factor is missing.

    A wrong password, an unknown address and a disabled account take the same work and get the same answer.

    Raises:
        TooManyTries: it was tried too often; nothing was looked at.
        WrongCredentials: they don't go together; or they do, and the address isn't confirmed by its letter yet.
        NotVerified: they do, but the address isn't confirmed, and there is no mail to confirm it by.
    """
    user, attempt = await _look_up(runtime, login.email, origin)
    right, renewed = await passwords.verified(login.password, user.password_hash if user else None)
    if user is None or not right or user.disabled_at is not None or _may_not_be_told(runtime, user):
        whose = user.id if user else None
        await runtime.refused("session.refused", whose, kind="user", whose=whose)
        raise WrongCredentials
    if user.email_verified_at is None:
        async with runtime.system() as work:
            await attempts.passed(work, attempt)
        await runtime.refused("session.refused", user.id, kind="user", whose=user.id, detail={"why": "unconfirmed"})
        raise NotVerified
    wished = Wished(login.as_ == "page", login.remember, user_agent, origin, instead_of)
    async with runtime.system() as work:
        begun = await by_one_factor(work, user, wished)
        if renewed is not None:
            (await repository.get(work, user.id, lock=True)).password_hash = renewed
        if isinstance(begun, Half):
            await attempts.passed(work, attempt)
        else:
            await attempts.succeeded(work, attempt)
    return begun if isinstance(begun, Half) else await opened(runtime, begun)


async def by_one_factor(work: UnitOfWork, user: User, wished: Wished) -> Begun | Half:
    """What one proven factor opens, a password or a provider's word: a session, or half of one for who has another.

    Raises:
        WrongCredentials: since they were looked up, their password was changed or they were suspended.
    """
    # Held before it is asked: a factor that is being added is there by then, or finds this session.
    if not await repository.still_as(work, user):
        raise WrongCredentials
    if not await has_second(work, user.id):
        return await begin(work, user, wished)
    return await half.begin(work, user.id, wished)


async def begin(work: UnitOfWork, user: User, wished: Wished, *, factors: int = 1) -> Begun:
    """Begin a session of somebody who proved who they are by so many factors, in the system's own unit of work.

    Raises:
        WrongCredentials: since they were looked up, their password was changed or they were suspended.
    """
    # Sign-ins of a person wait for each other here, and for a change of the password that ends every session.
    if not await repository.still_as(work, user):
        raise WrongCredentials
    await stay(work, user.id)  # who comes back within the week keeps their account
    if wished.page and wished.instead_of:
        await _end_replaced(work, wished.instead_of)
    wrapped = await repository.wrapped_key(work, user.id)
    limits = Limits.of(work.runtime.settings.of(AccountSettings), remember=wished.remember)
    secret = fresh()
    session = Session(
        id=work.runtime.new_id(),
        user_id=user.id,
        kind="page" if wished.page else "tokens",
        cookie_hash=digest(secret) if wished.page else None,
        user_agent=wished.user_agent[:LONGEST_USER_AGENT],
        address=wished.origin.address,
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
        work.session.add(refresh_token(session, secret, work.now))
    most = work.runtime.settings.of(AccountSettings).session_limit
    for other in await repository.live_sessions_beyond(work, user.id, most - 1, but=session.id):
        await end(work, other, "a newer sign-in took its place", user_id=user.id)
    device = await devices.meet(work, user, session, wished.origin.device)
    detail = {"as": session.kind, "factors": factors}
    await work.audit("session.opened", session.id, kind="session", detail=detail, by=user.id)
    return Begun(session, service.shown(work.runtime, user, wrapped), secret, limits.whole, device)


def refresh_token(session: Session, secret: str, now: datetime) -> RefreshToken:
    """The row of a token that a session may be refreshed with."""
    return RefreshToken(
        user_id=session.user_id,
        session_id=session.id,
        token_hash=digest(secret),
        created_at=now,
        expires_at=session.expires_at,
    )


async def opened(runtime: Runtime, begun: Begun) -> Opened:
    """What a session that has begun hands out, once it is committed."""
    session = begun.session
    if session.kind == "page":
        return Opened(begun.user, begun.lasts, cookie=begun.secret, device=begun.device)
    access, seconds = await runtime.provider(Tokens).issue(session.id, session.user_id)
    pair = TokenPair(access_token=access, refresh_token=begun.secret, expires_in=seconds)
    return Opened(begun.user, begun.lasts, tokens=pair)


async def sign_out(work: UnitOfWork) -> None:
    """End the session of this unit of work, at once and for its access tokens too."""
    session_id = work.actor.session_id
    if session_id is None:
        raise NotSignedIn
    await end(work, session_id, "signed out")


async def end(work: UnitOfWork, session_id: UUID, why: str, *, user_id: UUID | None = None) -> bool:
    """End a session and close its streams; whether it was open until now."""
    if not await repository.end_session(work, session_id, why):
        return False
    await work.publish(SessionEnded(session_id=session_id), to=user_id)
    await work.audit("session.ended", session_id, kind="session", detail={"why": why}, whose=user_id)
    return True


async def end_all(work: UnitOfWork, user_id: UUID, why: str, *, but: UUID | None = None) -> int:
    """End all of a person's sessions but perhaps one, at once and for their access tokens too; how many ended.

    For a new password, a new role, a suspension. What was about to become a session doesn't. Keys stay, and do what
    their person may from now on.
    """
    await half.end_all(work, user_id)
    others = [one for one in await repository.open_sessions(work, user_id) if one != but]
    for session_id in others:
        await end(work, session_id, why, user_id=user_id)
    if but is None:
        await work.publish(AllEnded(), to=user_id)
    return len(others)


async def _end_replaced(work: UnitOfWork, cookie: str) -> None:
    """A browser holds one cookie: what it was signed in to before would stay open with nobody who could end it."""
    replaced = await repository.session_of_cookie(work, digest(cookie))
    if replaced is not None:
        await end(work, replaced.id, "signed in anew", user_id=replaced.user_id)


def _may_not_be_told(runtime: Runtime, user: User) -> bool:
    """Whether that an account waits for its letter is to stay unsaid.

    Somebody could register any address, sign in with the password they chose, and learn by "confirm it first" that it
    had no account before.
    """
    return user.email_verified_at is None and delivers_outside(runtime)


async def _look_up(runtime: Runtime, email: str, origin: Origin) -> tuple[User | None, Attempt]:
    account = attempts.account_of(runtime, email)
    async with runtime.system() as work:
        attempt = await attempts.allowed(work, account, origin)
        return await repository.by_index(work, account), attempt
