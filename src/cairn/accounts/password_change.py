"""A person changes their password, which takes the present one."""

from dataclasses import dataclass
from datetime import timedelta

from cairn.accounts import attempts, links, passwords, repository, service, sessions
from cairn.accounts.attempts import Origin
from cairn.accounts.errors import WrongPassword
from cairn.accounts.links import Link
from cairn.accounts.messages import SendPasswordChanged
from cairn.platform.actor import Actor
from cairn.platform.secrets import digest, fresh
from cairn.platform.trail import SECRET


@dataclass(frozen=True, slots=True)
class NewCookie:
    """The secret that takes the place of a page's cookie, and how long it lasts beyond the browser, if it does."""

    secret: str
    lasts: timedelta | None


async def prove(actor: Actor, password: str, field: str, origin: Origin) -> str:
    """Check that a password is the actor's own, with no transaction open; the hash that it fits.

    Every change of what opens an account comes through here, and proves as much as the account asks for: who has a
    second factor has shown that a short while ago too.

    Raises:
        ProofNeeded: they have a second factor, and it is longer ago that they showed it here.
        TooManyTries: it was tried too often, here or at the sign-in.
        WrongPassword: it isn't; the refusal is in the trail.
        TooBusy: too many passwords are being hashed.
    """
    async with actor.work() as work:
        user = await repository.get(work, actor.user_id)
        stored, account = user.password_hash, user.email_index
        await service.must_be_proven(work)
    async with actor.runtime.system() as work:
        attempt = await attempts.allowed(work, account, origin)
    right, _ = await passwords.verified(password, stored)
    if not right:
        await actor.runtime.refused("password.refused", actor.user_id, kind="user", by=actor, detail={"field": field})
        raise WrongPassword(field=field)
    async with actor.runtime.system() as work:
        await attempts.passed(work, attempt)
    return stored


async def change(actor: Actor, current: str, new: str, origin: Origin) -> NewCookie | None:
    """Set a new password. Every other session ends, and every link that was sent; a page gets a new cookie.

    Raises:
        ProofNeeded: they have a second factor, and it is longer ago that they showed it here.
        TooManyTries: it was tried too often; nothing was looked at.
        WrongPassword: the present one isn't that.
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordTooPersonal, PasswordTooEasy: nothing changes.
        TooBusy: too many passwords are being hashed.
    """
    stored = await prove(actor, current, "current_password", origin)
    async with actor.work() as work:
        about = await service.known_of(work, actor.user_id)
    hashed = await passwords.chosen(new, about, "new_password")
    runtime = actor.runtime
    async with runtime.system(by=actor) as work:
        user = await repository.get(work, actor.user_id, lock=True)
        if user.password_hash != stored:  # somebody was quicker, and it may be by them that it is another
            raise WrongPassword(field="current_password")
        user.password_hash = hashed
        await sessions.end_all(work, user.id, "the password was changed", but=actor.session_id)
        await links.end(work, user.id, Link.RESET, Link.CHANGE)
        await work.audit("password.changed", user.id, kind="user", changes={"password": SECRET}, whose=user.id)
        work.enqueue(SendPasswordChanged(user_id=user.id))
        if actor.credential.kind != "page" or actor.session_id is None:
            return None
        secret = fresh()
        session = await repository.renew_cookie(work, actor.session_id, digest(secret))
        # A session that may rest as long as it may last is one that outlives the browser.
        outlives = session.created_at + timedelta(seconds=session.idle_seconds) >= session.expires_at
        return NewCookie(secret, session.expires_at - work.now if outlives else None)
