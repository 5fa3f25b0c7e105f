"""Accounts: made, read and changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from cairn.accounts import attempts, consents, passwords, repository
from cairn.accounts.errors import AddressTaken
from cairn.accounts.factors.repository import has_second
from cairn.accounts.messages import AccountCreated, SendVerification, ZoneChanged
from cairn.accounts.models import EMAIL, NAME, WRAPPED, PersonKey, User
from cairn.accounts.rules import known_locale, known_zone, normal_address
from cairn.accounts.schemas import USUAL_DAY, ChangeMe, Register, UserOut, WakingHours
from cairn.accounts.settings import AccountSettings
from cairn.platform.crypto import DataKey
from cairn.platform.errors import NotAllowed
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from cairn.platform.trail import Change, changed, personal, plain
from cairn.platform.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account about to be made, its words already checked and its password hashed."""

    email: str
    password_hash: str
    name: str
    time_zone: str
    locale: str
    role: Role | None = None
    verified: bool = True
    accepted_terms: str | None = None


async def checked(new: Register, *, role: Role | None = None, verified: bool = True) -> NewAccount:
    """Check what was written and hash the password, with no transaction open.

    Raises:
        BadAddress, BadTimeZone, BadLocale, OldTerms: it can't be used; the error names the field.
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordTooPersonal, PasswordTooEasy: likewise.
        TooBusy: too many passwords are being hashed.
    """
    email, zone, locale = normal_address(new.email), known_zone(new.time_zone), known_locale(new.locale)
    accepted = consents.known(new.accepted_terms)
    hashed = await passwords.chosen(new.password, (email, new.name))
    return NewAccount(email, hashed, new.name, zone, locale, role, verified, accepted)


async def create(runtime: Runtime, new: NewAccount) -> UserOut:
    """Make an account, its key and its personal space. The first account of all is the administrator.

    Raises:
        AddressTaken: there is one with this address.
    """
    try:
        async with runtime.system() as work:
            user = await add(work, new)
            return _shown(user, await data_key(work, user.id))
    except IntegrityError as error:
        if "users_email_index_key" in str(error.orig):
            raise AddressTaken(field="email") from error
        raise


async def add(work: UnitOfWork, new: NewAccount) -> User:
    """The same, in a unit of work of the system's that does more."""
    runtime = work.runtime
    first = await repository.nobody_yet(work)
    user_id = runtime.new_id()
    key, wrapped = runtime.key_ring.new_data_key(WRAPPED.place(user_id))
    user = User(
        id=user_id,
        email_cipher=key.seal(new.email, EMAIL.of(user_id)),
        email_index=runtime.key_ring.blind_index(new.email, "email"),
        name_cipher=key.seal(new.name, NAME.of(user_id)),
        password_hash=new.password_hash,
        role=new.role or (Role.ADMINISTRATOR if first else Role.USER),
        time_zone=new.time_zone,
        locale=new.locale,
        settings={},
        email_verified_at=work.now if new.verified else None,
        created_at=work.now,
    )
    work.session.add(user)
    await work.session.flush()
    work.session.add(PersonKey(id=user_id, wrapped=wrapped))
    await work.session.flush()
    consents.record(work, user_id, new.accepted_terms, new.locale)
    await work.publish(AccountCreated(user_id=user_id))
    await work.audit("account.created", user_id, kind="user", whose=user_id)
    if not new.verified:
        work.enqueue(SendVerification(user_id=user_id))
    return user


async def rewrite(work: UnitOfWork, user: User, new: NewAccount) -> None:
    """Write a registration over one of the same address that nobody confirmed, as if it were the first."""
    key = await data_key(work, user.id)
    user.name_cipher = key.seal(new.name, NAME.of(user.id))
    user.password_hash = new.password_hash
    user.time_zone = new.time_zone
    user.locale = new.locale
    user.created_at = work.now


async def me(work: UnitOfWork) -> UserOut:
    user = await repository.get(work, work.user_id)
    return _shown(user, await data_key(work, user.id))


async def change_me(work: UnitOfWork, change: ChangeMe) -> UserOut:
    """Change what was given, leave the rest.

    Raises:
        BadTimeZone, BadLocale: nothing changes.
    """
    user = await repository.get(work, work.user_id, lock=True)
    key = await data_key(work, user.id)
    before = _audited(user, key)
    if change.name is not None:
        user.name_cipher = key.seal(change.name, NAME.of(user.id))
    if change.locale is not None:
        user.locale = known_locale(change.locale)
    if change.settings is not None:
        user.settings = {**user.settings, **change.settings.model_dump(mode="json", exclude_unset=True)}
    if change.time_zone is not None and (zone := known_zone(change.time_zone)) != user.time_zone:
        old, user.time_zone = user.time_zone, zone
        await work.publish(ZoneChanged(old=old, new=zone))
    await work.audit("account.changed", user.id, kind="user", changes=changed(before, _audited(user, key)))
    await work.session.flush()
    return _shown(user, key)


async def waking_hours(work: UnitOfWork) -> WakingHours:
    """When this person's day begins and ends."""
    chosen = (await repository.settings(work)).get("day")
    return WakingHours.model_validate(chosen) if chosen else USUAL_DAY


async def address_of(work: UnitOfWork, user_id: UUID) -> str:
    """A person's e-mail address, opened."""
    sealed, wrapped = await repository.sealed_address(work, user_id)
    return work.runtime.key_ring.unwrap(wrapped, WRAPPED.place(user_id)).open(sealed, EMAIL.of(user_id))


async def known_of(work: UnitOfWork, user_id: UUID) -> tuple[str, str]:
    """What others may know of a person, so that it makes no password: the address and the name."""
    user = await repository.get(work, user_id)
    shown = _shown(user, await data_key(work, user_id))
    return shown.email, shown.name


async def must_be_proven(work: UnitOfWork) -> None:
    """For what gives everything away or ends it: who has a second factor showed it here a short while ago.

    A key was made with such a proof, for what it may do. Who reads what another shares may look, and no more: nobody
    but the person proves that it's them.

    Raises:
        ProofNeeded: it is longer ago.
        NotAllowed: somebody else's things are read.
    """
    if work.actor.reader_id is not None:
        raise NotAllowed
    if work.actor.session_id is not None and await has_second(work, work.user_id):
        work.actor.must_be_recent(work.now)


async def wait_before(runtime: Runtime, user_id: UUID, what: str, *, at_once: int, every: float) -> float | None:
    """Count something that a person may do so many times at once and then once in so many seconds.

    Returns:
        The seconds to wait, where it is too often now; nothing was counted then.
    """
    return await attempts.take_own(runtime, user_id, what, attempts.Limit(at_once, every))


async def by_address(work: UnitOfWork, email: str) -> UUID | None:
    """Who has an account with an address, in the system's own unit of work.

    Raises:
        BadAddress: it is none.
    """
    user = await repository.by_index(work, index_of(work.runtime, email))
    return user.id if user else None


async def live_sessions(work: UnitOfWork, sessions: Collection[UUID]) -> dict[UUID, datetime]:
    """Which of these sessions hold, with when each ends if nobody uses it; the system may ask about anybody's."""
    return await repository.live_until(work, sessions) if sessions else {}


def index_of(runtime: Runtime, address: str) -> bytes:
    """What an address is found by, whoever holds it.

    Raises:
        BadAddress: it isn't one.
    """
    return known_address(runtime, address)[1]


def known_address(runtime: Runtime, address: str) -> tuple[str, bytes]:
    """An address in the one form it is kept in, and what it is found by.

    Raises:
        BadAddress: it isn't one.
    """
    normal = normal_address(address)
    return normal, runtime.key_ring.blind_index(normal, "email")


async def confirmed_index(work: UnitOfWork, user_id: UUID) -> bytes | None:
    """What a person's address is found by, once they confirmed that it is theirs."""
    user = await repository.get(work, user_id)
    return user.email_index if user.email_verified_at is not None else None


async def name_of(work: UnitOfWork, user_id: UUID) -> str:
    """What a person wants to be called; may be empty."""
    user = await repository.get(work, user_id)
    return (await data_key(work, user_id)).open(user.name_cipher, NAME.of(user_id))


def shown(runtime: Runtime, user: User, wrapped: bytes) -> UserOut:
    """A person as they see themselves, opened with their key."""
    return _shown(user, runtime.key_ring.unwrap(wrapped, WRAPPED.place(user.id)))


def page_address(runtime: Runtime) -> str:
    """Where people reach the page, without a slash at its end."""
    return runtime.settings.of(AccountSettings).public_url.rstrip("/")


class Keys:
    """Opens people's data keys for the audit trail."""

    async def key_of(self, work: UnitOfWork, user_id: UUID) -> DataKey:
        return await data_key(work, user_id)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """The account itself, as its person sees it, and what they agreed to."""
    return {"users": [(await me(work)).model_dump(mode="json")], "consents": await consents.exported(work)}


async def data_key(work: UnitOfWork, user_id: UUID) -> DataKey:
    """A person's key. Read a sealed value before its key: a key read later opens also what was sealed meanwhile."""
    return work.runtime.key_ring.unwrap(await repository.wrapped_key(work, user_id), WRAPPED.place(user_id))


def _shown(user: User, key: DataKey) -> UserOut:
    return UserOut(
        id=user.id,
        version=user.version,
        email=key.open(user.email_cipher, EMAIL.of(user.id)),
        name=key.open(user.name_cipher, NAME.of(user.id)),
        time_zone=user.time_zone,
        locale=user.locale,
        role=user.role,
        settings=user.settings,
        created_at=user.created_at,
    )


def _audited(user: User, key: DataKey) -> dict[str, Change]:
    """What the trail keeps of an account's fields, as they are now."""
    name = key.open(user.name_cipher, NAME.of(user.id))
    fields = {
        "name": personal(None, name),
        "time_zone": plain(None, user.time_zone),
        "locale": plain(None, user.locale),
    }
    return fields | {f"settings.{name}": personal(None, _told(value)) for name, value in user.settings.items()}


def _told(setting: Any) -> Any:
    """A setting as one value: the hours of one that has several, in their order."""
    return "–".join(at[:5] for at in setting.values()) if isinstance(setting, dict) else setting
