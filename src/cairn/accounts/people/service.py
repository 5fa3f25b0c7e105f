"""People looked after: found, suspended, let back in, given a role, removed. What they keep is never read here."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.accounts import sessions
from cairn.accounts.factors.messages import TellFactorChanged
from cairn.accounts.factors.repository import remove_since
from cairn.accounts.keys import service as keys
from cairn.accounts.models import User
from cairn.accounts.people import repository, rules
from cairn.accounts.people.errors import NotYourself
from cairn.accounts.people.messages import SendStanding, Standing
from cairn.accounts.people.schemas import PeopleQuery, PersonOut, Status
from cairn.accounts.repository import hold
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.errors import NotAllowed, NotFound
from cairn.platform.http import Page
from cairn.platform.permissions import Permission, Role
from cairn.platform.runtime import Runtime
from cairn.platform.trail import plain
from cairn.platform.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Governed:
    """Somebody whose standing is about to change, in a transaction in which nobody else's changes."""

    work: UnitOfWork
    user: User

    @property
    def role(self) -> Role:
        return Role(self.user.role)


async def people(actor: Actor, query: PeopleQuery) -> Page[PersonOut]:
    """Who has an account, newest first.

    Raises:
        BadAddress: what was asked for isn't one.
    """
    index = accounts.index_of(actor.runtime, query.email) if query.email is not None else None
    async with actor.runtime.system(by=actor) as work:
        rows, following = await repository.page(work, query, index)
        filters = [name for name in ("email", "role", "status") if getattr(query, name) is not None]
        await work.audit("people.listed", kind="user", detail={"by": filters, "shown": len(rows)})
        return Page(items=await _shown(work, rows), next_cursor=following)


async def person(actor: Actor, user_id: UUID) -> PersonOut:
    """One account.

    Raises:
        NotFound: there is none with this id.
    """
    async with actor.runtime.system(by=actor) as work:
        found = await repository.one(work, user_id)
        await work.audit("person.seen", user_id, kind="user", whose=user_id)
        return (await _shown(work, [found]))[0]


async def suspend(actor: Actor, user_id: UUID, reason: str, *, needs: Permission) -> PersonOut:
    """Lock somebody out, at once and everywhere, and tell them why. Suspending twice leaves the first reason.

    Raises:
        NotFound, NotYourself, AboveYou, LastAdministrator: nothing changes.
    """
    async with _governing(actor, user_id, needs) as governed:
        work = governed.work
        if governed.user.disabled_at is None:
            rules.must_leave_somebody(governed.role, None, await repository.roles_of_others(work, user_id))
            await _lock_out(work, user_id, "the account was suspended")
            await repository.set_standing(work, user_id, disabled_at=work.now, suspended_why=reason)
            await work.audit("person.suspended", user_id, kind="user", whose=user_id)
            work.enqueue(SendStanding(user_id=actor.user_id, person_id=user_id, what=Standing.SUSPENDED))
        return (await _shown(work, [await repository.one(work, user_id)]))[0]


async def restore(actor: Actor, user_id: UUID, *, needs: Permission) -> PersonOut:
    """Let somebody back in. They sign in anew; keys of theirs stay ended.

    Raises:
        NotFound, NotYourself, AboveYou: nothing changes.
    """
    async with _governing(actor, user_id, needs) as governed:
        work = governed.work
        if governed.user.disabled_at is not None:
            await repository.set_standing(work, user_id, disabled_at=None, suspended_why=None)
            await work.audit("person.restored", user_id, kind="user", whose=user_id)
            work.enqueue(SendStanding(user_id=user_id, person_id=user_id, what=Standing.RESTORED))
        return (await _shown(work, [await repository.one(work, user_id)]))[0]


async def change_role(actor: Actor, user_id: UUID, role: Role, *, needs: Permission) -> PersonOut:
    """Give somebody another role. Their sessions and keys end: what they open next is opened in the new role.

    Raises:
        NotFound, AboveYou, LastAdministrator: nothing changes.
    """
    async with _governing(actor, user_id, needs, oneself=True) as governed:
        own = Role((await repository.one(governed.work, actor.user_id)).role)
        rules.must_govern(own, role)
        await _give_role(governed, role)
        return (await _shown(governed.work, [await repository.one(governed.work, user_id)]))[0]


async def set_role(runtime: Runtime, email: str, role: Role) -> None:
    """Give a role by the word of whoever may use this machine's terminal: the way out when nobody else may.

    Raises:
        NotFound: nobody has this address.
        LastAdministrator: nothing changes.
    """
    async with runtime.system() as work:
        await repository.alone(work)
        rows, _ = await repository.page(work, PeopleQuery(), accounts.index_of(runtime, email))
        if not rows:
            raise NotFound("Nobody has an account with this address.")
        await _give_role(Governed(work, rows[0]), role)


async def remove_factors(runtime: Runtime, email: str) -> int:
    """Take somebody's second factors away, by the word of whoever may use this machine's terminal.

    The way back for who lost them and the recovery codes too. Their sessions and keys end, a letter tells them, and the
    password opens the account.

    Returns:
        How many there were.

    Raises:
        NotFound: nobody has this address, or nothing but a password protects them.
    """
    async with runtime.system() as work:
        user_id = await accounts.by_address(work, email)
        if user_id is None:
            raise NotFound("Nobody has an account with this address.")
        await hold(work, user_id)
        count = await remove_since(work, user_id, datetime.min.replace(tzinfo=UTC))
        if not count:
            raise NotFound("This account has no second factor.")
        await sessions.end_all(work, user_id, "the second factors were removed")
        await keys.revoke_all(work, user_id, "the second factors were removed")
        await work.audit("factor.all_removed", user_id, kind="user", whose=user_id, detail={"count": count})
        work.enqueue(TellFactorChanged(user_id=user_id, change_id=work.runtime.new_id(), what="all_removed"))
    return count


async def erase(actor: Actor, user_id: UUID, *, needs: Permission) -> None:
    """Remove somebody with everything they keep: first locked out, then erased. Killed between, it is done again.

    Raises:
        NotFound, NotYourself, AboveYou, LastAdministrator: nothing changes.
    """
    async with _governing(actor, user_id, needs) as governed:
        work = governed.work
        rules.must_leave_somebody(governed.role, None, await repository.roles_of_others(work, user_id))
        await _lock_out(work, user_id, "the account was removed")
        await repository.set_standing(work, user_id, disabled_at=governed.user.disabled_at or work.now)
    await remove(actor.runtime, user_id, by=actor)


async def remove(runtime: Runtime, user_id: UUID, *, by: Actor | None = None) -> None:
    """Erase everything of somebody who is locked out: what waits in the queue, letters in the folder, all rows.

    Args:
        by: At whose word; their own by default.
    """
    async with runtime.system() as work:
        address = await accounts.address_of(work, user_id)
        await work.runtime.queue.forget(await work.session.connection(), user_id)
    await mail.forget(runtime, address)
    async with runtime.owner(user_id, by=by) as work:
        await work.audit("account.left" if by is None else "person.erased", user_id, kind="user")
        for feature in reversed(runtime.features):
            if feature.erase is not None:
                await feature.erase(work)


@asynccontextmanager
async def _governing(
    actor: Actor, user_id: UUID, needs: Permission, *, oneself: bool = False
) -> AsyncIterator[Governed]:
    """The person in a transaction of the system, once it is sure that the actor may still govern them.

    No transaction of the actor may be open: their own sessions may be among what ends.
    """
    if user_id == actor.user_id and not oneself:
        raise NotYourself
    # Checked again: the role may have changed since the request was let in, and none changes from here on.
    async with actor.runtime.system(by=actor) as work:
        await repository.alone(work)
        (await actor.runtime.identify(actor.credential)).must(needs)
        governing = await repository.one(work, actor.user_id)
        if governing.disabled_at is not None:
            raise NotAllowed
        user = await repository.one(work, user_id)
        rules.must_govern(Role(governing.role), Role(user.role))
        yield Governed(work, user)


async def _give_role(governed: Governed, role: Role) -> None:
    work, user_id, old = governed.work, governed.user.id, governed.role
    if role is old:
        return
    if governed.user.disabled_at is None:
        rules.must_leave_somebody(old, role, await repository.roles_of_others(work, user_id))
    await _lock_out(work, user_id, "the role changed")
    await repository.set_standing(work, user_id, role=role)
    await work.audit("person.role_changed", user_id, kind="user", changes={"role": plain(old, role)}, whose=user_id)
    work.enqueue(SendStanding(user_id=user_id, person_id=user_id, what=Standing.ROLE, role=role))


async def _lock_out(work: UnitOfWork, user_id: UUID, why: str) -> None:
    """End everything that a person has open: sessions with their tokens, keys, streams.

    Sessions go before the account's own row: every request locks the two in this order.
    """
    await sessions.end_all(work, user_id, why)
    await keys.revoke_all(work, user_id, why)


async def _shown(work: UnitOfWork, users: Sequence[User]) -> list[PersonOut]:
    ids = [user.id for user in users]
    wrapped, seen = await repository.wrapped_keys(work, ids), await repository.last_seen(work, ids)
    return [
        PersonOut(
            id=user.id,
            email=accounts.shown(work.runtime, user, wrapped[user.id]).email,
            role=Role(user.role),
            status=_status(user),
            created_at=user.created_at,
            last_seen_at=seen.get(user.id),
            suspended_at=user.disabled_at,
            why=user.suspended_why,
        )
        for user in users
    ]


def _status(user: User) -> Status:
    if user.disabled_at is not None:
        return Status.SUSPENDED
    return Status.UNCONFIRMED if user.email_verified_at is None else Status.ACTIVE
