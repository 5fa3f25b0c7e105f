"""A person changes their address: the new one confirms it. The old one can take back what was changed for a week."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from cairn.accounts import attempts, links, passwords, registration, repository, sessions
from cairn.accounts.attempts import Origin
from cairn.accounts.errors import AddressTaken, BadChangeLink, BadUndoLink, SameAddress
from cairn.accounts.factors.repository import remove_since
from cairn.accounts.keys import service as keys
from cairn.accounts.leaving.staying import stay
from cairn.accounts.links import Link
from cairn.accounts.messages import SendAddressChange, SendAddressWarning, SendReset
from cairn.accounts.models import EMAIL, LINK_ADDRESS, EmailToken, User
from cairn.accounts.password_change import prove
from cairn.accounts.phones import repository as phones
from cairn.accounts.rules import normal_address
from cairn.accounts.service import data_key
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.trail import Change, personal
from cairn.platform.work import UnitOfWork


async def ask(actor: Actor, email: str, password: str, origin: Origin) -> None:
    """Send a link to the new address, and tell the old one. Nothing changes until the link is used.

    Whether the new address has an account already shows in its mailbox and nowhere else. Of changes that wait, only
    the newest counts.

    Raises:
        ProofNeeded: they have a second factor, and it is longer ago that they showed it here.
        TooManyTries: it was tried too often; nothing was looked at.
        BadAddress: it isn't one.
        SameAddress: it is theirs already.
        WrongPassword: that isn't their password.
        TooBusy: too many passwords are being hashed.
    """
    address = normal_address(email)
    await prove(actor, password, "password", origin)
    runtime = actor.runtime
    index = runtime.key_ring.blind_index(address, "email")
    await attempts.take(runtime, index, origin, attempts.LETTER)
    async with runtime.system(request_id=actor.request_id) as work:
        user = await repository.get(work, actor.user_id, lock=True)
        if user.email_index == index:
            raise SameAddress(field="email")
        await links.end(work, user.id, Link.CHANGE)
        present = (await data_key(work, user.id)).open(user.email_cipher, EMAIL.of(user.id))
        change = await _waiting(work, user, Link.CHANGE, address, index)
        undo = await _waiting(work, user, Link.UNDO, present, user.email_index)
        await work.audit("address.change_asked", user.id, kind="user", whose=user.id)
        work.enqueue(SendAddressChange(user_id=user.id, link_id=change.id))
        work.enqueue(SendAddressWarning(user_id=user.id, link_id=undo.id))


async def confirm(runtime: Runtime, secret: str) -> None:
    """Change the address by the link that was sent to the new one.

    Raises:
        BadChangeLink: used before, replaced by a newer one, cancelled, too old, or not one of ours.
        AddressTaken: somebody else confirmed it for their account in the meantime.
    """
    async with runtime.system() as work:
        used = await links.use(work, Link.CHANGE, secret)
        if used is not None:
            user, link = used
            changes = {"email": await _move(work, user, link)}
            user.email_verified_at = work.now
            # They were sent to the address before.
            await links.end(work, user.id, Link.RESET, Link.VERIFY)
            await work.audit("address.changed", user.id, kind="user", whose=user.id, changes=changes)
            return
    raise BadChangeLink


async def may_take_back(work: UnitOfWork) -> UUID:
    """The link, for a letter to the present address, that takes back what is changed from this moment on."""
    user = await repository.get(work, work.user_id)
    present = (await data_key(work, user.id)).open(user.email_cipher, EMAIL.of(user.id))
    return (await _waiting(work, user, Link.UNDO, present, user.email_index)).id


async def undo(runtime: Runtime, secret: str) -> None:
    """Take back what was changed since a letter, and keep the address that it was sent to: "this wasn't me".

    Who made the change knows the password, and may have made other ways in for themselves. So nothing opens the
    account any more, password, keys and accounts at providers, every session ends, and a letter with a link to a new
    password is sent. Factors that were added since go, for they would keep the person out for good, and so does a phone
    that was, for codes sent to it stand in for a factor; those from before stay.

    Raises:
        BadUndoLink: used before, too old, or not one of ours.
        AddressTaken: the address is another account's by now.
    """
    async with runtime.system() as work:
        used = await links.use(work, Link.UNDO, secret)
        if used is not None:
            user, link = used
            moved = await _move(work, user, link) if user.email_index != link.address_index else None
            user.password_hash = passwords.NONE
            await work.session.flush()
            await stay(work, user.id)
            await keys.revoke_all(work, user.id, "a change was taken back")
            for identity_id in await repository.part_all(work, user.id):
                await work.audit("identity.removed", identity_id, kind="identity", whose=user.id)
            since = link.expires_at - links.UNDO_LIFETIME
            factors = await remove_since(work, user.id, since)
            for phone_id in await phones.remove_since(work, user.id, since):
                await work.audit("phone.removed", phone_id, kind="phone", whose=user.id)
            await links.end(work, user.id, Link.CHANGE, Link.RESET, Link.VERIFY)
            await links.end(work, user.id, Link.UNDO, after=link.id)
            await sessions.end_all(work, user.id, "a change was taken back")
            if factors:
                await work.audit("factor.taken_back", user.id, kind="user", whose=user.id, detail={"count": factors})
            if moved:
                changes = {"email": moved}
                await work.audit("address.brought_back", user.id, kind="user", whose=user.id, changes=changes)
            elif not factors:
                await work.audit("address.change_cancelled", user.id, kind="user", whose=user.id)
            work.enqueue(SendReset(user_id=user.id))
            return
    raise BadUndoLink


async def is_taken(work: UnitOfWork, link: EmailToken) -> bool:
    """Whether another account has confirmed the address of a link. One that nobody confirmed doesn't count."""
    assert link.address_index is not None
    owner = await repository.by_index(work, link.address_index)
    return owner is not None and owner.id != link.user_id and owner.email_verified_at is not None


async def opened(work: UnitOfWork, link: EmailToken) -> str:
    """The address that is sealed beside a link."""
    assert link.address_cipher is not None
    return (await data_key(work, link.user_id)).open(link.address_cipher, LINK_ADDRESS.of(link.user_id, link.id))


async def _waiting(work: UnitOfWork, user: User, purpose: Link, address: str, index: bytes) -> EmailToken:
    """A link whose secret is made when its letter is written: until then nobody knows one that works."""
    lifetime = links.UNDO_LIFETIME if purpose is Link.UNDO else links.LIFETIME
    link = EmailToken(
        id=work.runtime.new_id(),
        user_id=user.id,
        purpose=purpose,
        token_hash=digest(fresh()),
        expires_at=work.now + lifetime,
        address_index=index,
    )
    link.address_cipher = (await data_key(work, user.id)).seal(address, LINK_ADDRESS.of(link.user_id, link.id))
    work.session.add(link)
    await work.session.flush()
    return link


async def _move(work: UnitOfWork, user: User, link: EmailToken) -> Change:
    """Give a person the address of a link; an account of it that nobody confirmed makes room.

    Returns:
        The change, for the trail.

    Raises:
        AddressTaken: one that was confirmed has it.
    """
    address = await opened(work, link)
    assert link.address_index is not None
    await registration.make_room(work, link.address_index)
    key = await data_key(work, user.id)
    before = key.open(user.email_cipher, EMAIL.of(user.id))
    user.email_cipher = key.seal(address, EMAIL.of(user.id))
    user.email_index = link.address_index
    try:
        await work.session.flush()
    except IntegrityError as error:
        raise AddressTaken from error
    return personal(before, address)
