"""Signing in by a provider's word, and joining a provider's account to one's own."""

import hashlib
import hmac
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from cairn.accounts import passwords, registration, repository, service, sessions
from cairn.accounts.attempts import Origin
from cairn.accounts.errors import BadAddress, WrongCredentials
from cairn.accounts.factors.half import Half
from cairn.accounts.messages import SendIdentityLinked, SendIdentityParted
from cairn.accounts.models import User
from cairn.accounts.openid.errors import AddressNotProven, LastWayIn, LinkedElsewhere, LinkFirst, SignInFailed
from cairn.accounts.openid.models import ADDRESS, Identity, Journey
from cairn.accounts.openid.provider import Person, Providers
from cairn.accounts.openid.schemas import BeginSignIn, IdentityOut, Returned
from cairn.accounts.openid.settings import ProviderName
from cairn.accounts.rules import known_locale, known_zone, normal_address
from cairn.mail.service import delivers_outside
from cairn.platform.crypto import DataKey
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

LASTS = timedelta(minutes=10)
BACK_TO = "/sign-in/with"


async def begin(runtime: Runtime, wished: BeginSignIn, *, owner: tuple[UUID, UUID] | None = None) -> tuple[str, str]:
    """Send somebody to a provider.

    Args:
        owner: Whose account the provider's shall be joined to, and in which session; nobody's for a sign-in.

    Returns:
        The provider's page, and the secret that the browser keeps until it is back.

    Raises:
        NoSuchProvider, ProviderAway: there is none, or it doesn't answer.
        BadTimeZone, BadLocale: they can't be used.
    """
    state, secret = fresh(), fresh()
    page = await runtime.provider(Providers).page_of(
        wished.provider,
        state=state,
        nonce=_derived(secret, "nonce"),
        verifier=_derived(secret, "verifier"),
        back_to=_back_to(runtime),
    )
    async with runtime.system() as work:
        work.session.add(
            Journey(
                user_id=owner[0] if owner else None,
                session_id=owner[1] if owner else None,
                provider=wished.provider,
                state_hash=digest(state),
                browser_hash=digest(secret),
                remember=wished.remember,
                time_zone=known_zone(wished.time_zone),
                locale=known_locale(wished.locale),
                expires_at=work.now + LASTS,
            )
        )
    return page, secret


async def arrive(
    runtime: Runtime, returned: Returned, secret: str, user_agent: str, origin: Origin, instead_of: str = ""
) -> tuple[Journey, sessions.Opened | Half | UUID]:
    """Take somebody who is back from a provider in, or join the provider's account to theirs.

    A journey works once, in the browser that began it. Whoever is known by the provider's subject is signed in. Whoever
    is not gets an account, unless one has their address: that one is joined only by who is signed in to it as well.

    Returns:
        The journey, and the sign-in that came of it, or half of one where a second factor is missing, or whose account
        was joined.

    Raises:
        SignInFailed: the journey or what the provider says of it doesn't hold; or the account is disabled.
        LinkFirst, AddressNotProven, LinkedElsewhere: nothing was changed.
        SetUpWrong: the provider doesn't take us for its client.
        NoSuchProvider, ProviderAway: the provider is gone meanwhile, or doesn't answer.
    """
    async with runtime.system() as work:
        journey = await _taken(work, digest(returned.state), digest(secret))
    if journey is None:
        raise SignInFailed
    provider: ProviderName = "google" if journey.provider == "google" else "microsoft"
    person = await runtime.provider(Providers).redeem(
        provider,
        returned.code,
        nonce=_derived(secret, "nonce"),
        verifier=_derived(secret, "verifier"),
        back_to=_back_to(runtime),
        said_issuer=returned.iss,
    )
    if journey.user_id is not None:
        await _join(runtime, journey, person)
        return journey, journey.user_id
    wished = sessions.Wished(True, journey.remember, user_agent, origin, instead_of)
    try:
        async with runtime.system() as work:
            begun = await sessions.by_one_factor(work, await _known_or_new(work, journey, person), wished)
    # Made, joined, suspended or given another password by another request, in this very moment.
    except (IntegrityError, WrongCredentials) as error:
        raise SignInFailed from error
    return journey, begun if isinstance(begun, Half) else await sessions.opened(runtime, begun)


async def identities(work: UnitOfWork, page: PageQuery) -> tuple[list[IdentityOut], str | None]:
    """The accounts at providers that may sign this person in."""
    query = select(Identity).where(Identity.user_id == work.user_id)
    rows, following = await paginate(work.session, query, page, Identity.id)
    key = await service.data_key(work, work.user_id)
    return [_shown(row, key) for row in rows], following


async def exported(work: UnitOfWork) -> list[dict[str, Any]]:
    """All of them, as the person takes them along."""
    rows = (await work.session.scalars(select(Identity).where(Identity.user_id == work.user_id))).all()
    key = await service.data_key(work, work.user_id)
    return [_shown(row, key).model_dump(mode="json") for row in rows]


async def part(work: UnitOfWork, identity_id: UUID) -> None:
    """Let a provider's account sign this person in no more.

    Raises:
        NotFound: it isn't theirs.
        LastWayIn: they would have no way to sign in.
    """
    user = await repository.get(work, work.user_id, lock=True)  # two at once would both see another way
    mine = (await work.session.scalars(select(Identity.id).where(Identity.user_id == user.id))).all()
    if identity_id not in mine:
        raise NotFound
    if user.password_hash == passwords.NONE and len(mine) == 1:
        raise LastWayIn
    await work.session.execute(delete(Identity).where(Identity.user_id == user.id, Identity.id == identity_id))
    await work.audit("identity.removed", identity_id, kind="identity")
    work.enqueue(SendIdentityParted(user_id=user.id, identity_id=identity_id))


async def forget_journeys(work: UnitOfWork) -> None:
    """Forget those that can't be finished any more."""
    await work.session.execute(delete(Journey).where(Journey.expires_at < work.now))


async def _taken(work: UnitOfWork, state_hash: bytes, browser_hash: bytes) -> Journey | None:
    """Use a journey up, once, by the browser that began it."""
    found: Journey | None = await work.session.scalar(
        update(Journey)
        .where(
            Journey.state_hash == state_hash,
            Journey.browser_hash == browser_hash,
            Journey.used_at.is_(None),
            Journey.expires_at > work.now,
        )
        .values(used_at=work.now)
        .returning(Journey)
    )
    return found


async def _known_or_new(work: UnitOfWork, journey: Journey, person: Person) -> User:
    subject = _subject(work, person)
    known = await work.session.scalar(select(Identity).where(Identity.subject_index == subject))
    if known is not None:
        user = await repository.get(work, known.user_id)
        if user.disabled_at is not None or user.email_verified_at is None:
            raise SignInFailed
        known.last_used_at = work.now
        return user
    email = _address(person)
    index = work.runtime.key_ring.blind_index(email, "email")
    if person.vouched:
        await registration.make_room(work, index)
    if await repository.by_index(work, index) is not None:
        raise LinkFirst
    if not person.vouched and delivers_outside(work.runtime):
        raise AddressNotProven
    user = await service.add(
        work,
        service.NewAccount(
            email=email,
            password_hash=passwords.NONE,
            name=person.name,
            time_zone=journey.time_zone,
            locale=journey.locale,
        ),
    )
    await _link(work, user.id, journey.provider, subject, email)
    return user


async def _join(runtime: Runtime, journey: Journey, person: Person) -> None:
    """Join a provider's account to that of who is signed in, whose session must still stand."""
    assert journey.user_id is not None
    assert journey.session_id is not None
    async with runtime.system() as work:
        if await repository.live_session(work, journey.session_id) is None:
            raise SignInFailed
        if not await _link(work, journey.user_id, journey.provider, _subject(work, person), _address(person)):
            raise LinkedElsewhere
        work.enqueue(SendIdentityLinked(user_id=journey.user_id))


async def _link(work: UnitOfWork, user_id: UUID, provider: str, subject: bytes, email: str) -> bool:
    """Remember whose a provider's account is; whether it is this person's now."""
    identity_id = work.runtime.new_id()
    key = await service.data_key(work, user_id)
    row = {
        "id": identity_id,
        "user_id": user_id,
        "provider": provider,
        "subject_index": subject,
        "email_cipher": key.seal(email, ADDRESS.of(user_id, identity_id)),
        "created_at": work.now,
        "last_used_at": work.now,
    }
    statement = insert(Identity).values(row).on_conflict_do_nothing(index_elements=[Identity.subject_index])
    if await work.session.scalar(statement.returning(Identity.id)) is None:
        owner = await work.session.scalar(select(Identity.user_id).where(Identity.subject_index == subject))
        return owner == user_id
    await work.audit("identity.added", identity_id, kind="identity", detail={"provider": provider}, whose=user_id)
    return True


def _shown(row: Identity, key: DataKey) -> IdentityOut:
    return IdentityOut(
        id=row.id,
        provider="google" if row.provider == "google" else "microsoft",
        email=key.open(row.email_cipher, ADDRESS.of(row.user_id, row.id)),
        created_at=row.created_at,
        last_used_at=row.last_used_at,
    )


def _subject(work: UnitOfWork, person: Person) -> bytes:
    return work.runtime.key_ring.blind_index(person.subject, "identity")


def _address(person: Person) -> str:
    try:
        return normal_address(person.email)
    except BadAddress as error:
        raise SignInFailed from error


def _back_to(runtime: Runtime) -> str:
    return service.page_address(runtime) + BACK_TO


def _derived(secret: str, purpose: str) -> str:
    """What a provider needs of us, made from the browser's secret: 43 characters, as PKCE asks for at least."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()
