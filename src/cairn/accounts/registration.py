"""Registering where mail works: whether an address has an account shows in its mailbox and nowhere else.

Until an address is confirmed, its account is the newest registration's: password, name and link. Who registered the
address of somebody else before them gets nothing by it.
"""

from datetime import timedelta
from uuid import UUID

from cairn.accounts import consents, links, repository, service
from cairn.accounts.errors import AddressTaken, BadAddress, BadLink
from cairn.accounts.links import Link
from cairn.accounts.messages import ForgetUnconfirmed, SendAlreadyRegistered, SendVerification
from cairn.accounts.models import User
from cairn.accounts.rules import normal_address
from cairn.accounts.service import NewAccount
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

UNCONFIRMED_STAY = timedelta(days=7)


async def quietly(runtime: Runtime, new: NewAccount) -> None:
    """Register with the same answer for new and taken addresses; a letter tells which it was."""
    try:
        await service.create(runtime, new)
    except AddressTaken:
        async with runtime.system() as work:
            owner = await repository.by_index(work, runtime.key_ring.blind_index(new.email, "email"), lock=True)
            if owner is None:
                return  # removed in this very moment: as if they had not pressed the button
            if owner.email_verified_at is None:
                await _replace(work, owner, new)
            else:
                await work.audit("account.registered_again", owner.id, kind="user", whose=owner.id)
                work.enqueue(SendAlreadyRegistered(user_id=owner.id))


async def verify(runtime: Runtime, secret: str) -> None:
    """Confirm an address by the newest link that was sent to it.

    Raises:
        BadLink: used before, replaced by a newer one, too old, or not one of ours.
    """
    async with runtime.system() as work:
        used = await links.use(work, Link.VERIFY, secret)
        if used is not None:
            user, _ = used
            user.email_verified_at = user.email_verified_at or work.now
            await work.audit("account.verified", user.id, kind="user", whose=user.id)
            return
    raise BadLink


async def resend(runtime: Runtime, email: str) -> None:
    """Send the letter with the link again, if an account waits for it. The same answer, after the same work, if not."""
    try:
        index = runtime.key_ring.blind_index(normal_address(email), "email")
    except BadAddress:
        index = b""
    async with runtime.system() as work:
        user = await repository.by_index(work, index)
        waits = user is not None and user.email_verified_at is None and user.disabled_at is None
        await work.audit(
            "account.letter_asked", user.id if user else None, kind="user", whose=user.id if user else None
        )
        # A job for nobody does nothing, and takes as long to queue.
        work.enqueue(SendVerification(user_id=user.id if user is not None and waits else runtime.new_id()))


async def forget_unconfirmed(runtime: Runtime) -> None:
    """Ask for the removal of accounts that nobody confirmed: an address can't be kept from whom it belongs to."""
    async with runtime.system() as work:
        for user_id in await repository.unconfirmed(work, work.now - UNCONFIRMED_STAY):
            work.enqueue(ForgetUnconfirmed(user_id=user_id))


async def forget(work: UnitOfWork, user_id: UUID) -> None:
    """Remove such an account and what every feature holds of it, unless it was confirmed in the meantime."""
    user = await repository.get(work, user_id, lock=True)
    if user.email_verified_at is not None or user.created_at >= work.now - UNCONFIRMED_STAY:
        return
    await work.audit("account.forgotten", user_id, kind="user", detail={"why": "never confirmed"}, whose=user_id)
    for feature in work.runtime.features:
        if feature.erase is not None and feature.name != "accounts":
            await feature.erase(work)
    await repository.remove_unconfirmed(work, user_id)


async def make_room(work: UnitOfWork, email_index: bytes) -> None:
    """Let an account that nobody confirmed give up its address for somebody who has proved that it is theirs."""
    squatter = await repository.give_up_address(work, email_index, digest(fresh()))
    if squatter is not None:
        await links.end(work, squatter, *Link)
        work.enqueue(ForgetUnconfirmed(user_id=squatter))


async def _replace(work: UnitOfWork, user: User, new: NewAccount) -> None:
    """Let the newest registration take the place of an older one that nobody confirmed."""
    await service.rewrite(work, user, new)
    await links.end(work, user.id, *Link)
    await consents.forget(work, user.id)
    consents.record(work, user.id, new.accepted_terms, new.locale)
    await work.audit("account.registered_again", user.id, kind="user", whose=user.id)
    work.enqueue(SendVerification(user_id=user.id))
