"""A person leaves for good. For a week everything is kept, and signing in or a link in a letter takes it back."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy import select

from cairn.accounts import links, repository, sessions
from cairn.accounts import service as accounts
from cairn.accounts.keys import service as keys
from cairn.accounts.leaving import letters
from cairn.accounts.leaving.errors import BadStayLink, NobodyElseInCharge, NotYourAddress
from cairn.accounts.leaving.messages import SendLeaving
from cairn.accounts.leaving.staying import stay
from cairn.accounts.links import Link
from cairn.accounts.models import EmailToken, User
from cairn.accounts.people import repository as people
from cairn.accounts.people import rules
from cairn.accounts.people import service as people_service
from cairn.accounts.people.errors import LastAdministrator
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.errors import CairnError, NotFound
from cairn.platform.permissions import Permission, Role
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

GRACE: Final = timedelta(days=7)
MOST: Final = 100
"""So many leave in one round of the job."""

log = structlog.get_logger()


async def leave(actor: Actor, email: str, *, needs: Permission) -> datetime:
    """Let a person go after a week. Their sessions and keys end at once, and a letter tells how it is taken back.

    No transaction of theirs may be open. The caller has checked that they proved a short while ago who they are.

    Returns:
        When the account goes.

    Raises:
        BadAddress, NotYourAddress: nothing changes.
        NobodyElseInCharge: there are other people, and nobody among them may look after them.
    """
    index = accounts.index_of(actor.runtime, email)
    async with actor.runtime.system(by=actor) as work:
        await people.alone(work)
        # Checked again: of two at once, the second has no session any more.
        (await actor.runtime.identify(actor.credential)).must(needs)
        user = await people.one(work, actor.user_id)
        if user.email_index != index:
            raise NotYourAddress(field="email")
        await _must_leave_somebody(work, user)
        leaves_at = work.now + GRACE
        await _end_everything(work, user.id, "the person asked to leave")
        await people.set_standing(work, user.id, leaves_at=leaves_at)
        # Who signed in while this waited for their row would stay in.
        await sessions.end_all(work, user.id, "the person asked to leave")
        await links.end(work, user.id, Link.STAY)
        link = EmailToken(
            id=work.runtime.new_id(),
            user_id=user.id,
            purpose=Link.STAY,
            token_hash=digest(fresh()),
            expires_at=leaves_at,
        )
        work.session.add(link)
        await work.audit("account.leaving", user.id, kind="user", whose=user.id)
        work.enqueue(SendLeaving(user_id=user.id, link_id=link.id))
    return leaves_at


async def keep(runtime: Runtime, secret: str) -> None:
    """Keep an account by the link of the letter.

    Raises:
        BadStayLink: used before, too old, or not one of ours.
    """
    async with runtime.system() as work:
        used = await links.use(work, Link.STAY, secret)
        if used is not None and await stay(work, used[0].id):
            return
    raise BadStayLink


async def send_leaving(runtime: Runtime, user_id: UUID, link_id: UUID) -> None:
    """Send the letter with the link, unless they stayed meanwhile."""
    async with runtime.system() as work:
        made = await links.renewed(work, link_id)
        if made is None:
            return
        link, secret = made
        user = await repository.get(work, user_id)
        address = await accounts.address_of(work, user_id)
    day = f"{link.expires_at:%Y-%m-%d}"
    page = f"{accounts.page_address(runtime)}/stay#{secret}"
    await mail.send(runtime, letters.leaving(address, day, page, user.locale, f"leaving-{digest(secret).hex()[:32]}"))


async def erase_due(runtime: Runtime) -> None:
    """Erase everybody whose week is over. Who can't be erased stops nobody else, and is tried again."""
    async with runtime.system() as work:
        query = select(User.id).where(User.leaves_at <= work.now).order_by(User.leaves_at).limit(MOST)
        due = (await work.session.scalars(query)).all()
    failed: Exception | None = None
    for user_id in due:
        try:
            await _erase(runtime, user_id)
        except Exception as error:  # one that fails must not keep everybody else's data here
            log.exception("leaving.not_erased", user_id=str(user_id))
            failed = error
    if failed is not None:
        raise failed


async def _erase(runtime: Runtime, user_id: UUID) -> None:
    """Lock somebody out, then erase them. Killed between, the next round does it again."""
    async with runtime.system() as work:
        await people.alone(work)
        query = select(User).where(User.id == user_id, User.leaves_at <= work.now).with_for_update(key_share=True)
        user = await work.session.scalar(query)
        if user is None:
            return  # they stayed, or are gone
        try:
            await _must_leave_somebody(work, user)
        except NobodyElseInCharge:
            # People came meanwhile and nobody may look after them: it waits until somebody may.
            log.warning("leaving.nobody_else_in_charge", user_id=str(user_id))
            return
        await _end_everything(work, user_id, "the account was removed")
        await people.set_standing(work, user_id, disabled_at=user.disabled_at or work.now)
        address, locale = await accounts.address_of(work, user_id), user.locale
    await people_service.remove(runtime, user_id)
    if mail.delivers_outside(runtime):  # a folder of ours would keep the address of who is gone
        try:
            await mail.send(runtime, letters.gone(address, locale, f"gone-{runtime.new_id()}"))
        except CairnError as error:
            log.warning("leaving.last_letter_not_sent", reason=type(error).__name__)


async def _must_leave_somebody(work: UnitOfWork, user: User) -> None:
    """Whoever is the only person left may go; among others somebody in charge has to stay.

    Raises:
        NobodyElseInCharge: nobody would.
    """
    if not await people.are_others(work, user.id):
        return
    try:
        rules.must_leave_somebody(Role(user.role), None, await people.roles_of_others(work, user.id))
    except LastAdministrator as error:
        raise NobodyElseInCharge from error


async def _end_everything(work: UnitOfWork, user_id: UUID, why: str) -> None:
    await sessions.end_all(work, user_id, why)
    await keys.revoke_all(work, user_id, why)


async def tell_staying(runtime: Runtime, user_id: UUID, change_id: UUID) -> None:
    """Send the letter that says that they stay."""
    async with runtime.system() as work:
        try:
            user = await repository.get(work, user_id)
        except NotFound:
            return
        address = await accounts.address_of(work, user_id)
    link = f"{accounts.page_address(runtime)}/forgot"
    await mail.send(runtime, letters.staying(address, link, user.locale, f"staying-{change_id}"))
