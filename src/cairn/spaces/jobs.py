"""Letters about spaces and who may look; invitations that are forgotten."""

from dataclasses import replace
from datetime import timedelta

from cairn.accounts import service as accounts
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest
from cairn.spaces import invitation_letters, invitations, letters, repository
from cairn.spaces.messages import SendInvitation, TellShared, TellSupportAsked

jobs = Jobs()

INVITATIONS_STAY = timedelta(days=30)


@jobs.handles(SendInvitation, attempts=8)
async def send_invitation(actor: Actor, job: SendInvitation) -> None:
    async with actor.work() as work:
        written = await invitations.for_letter(work, job.invitation_id)
    if written is None:
        return
    address, name, space, secret = written
    link = f"{accounts.page_address(actor.runtime)}/join#{secret}"
    message_id = f"invitation-{digest(secret).hex()[:32]}"
    letter = invitation_letters.invitation(address, name, space, link, actor.locale, message_id)
    # Where no mail server is set up, who invites finds it on the page, and can hand the link on.
    await mail.send(actor.runtime, replace(letter, user_id=actor.user_id))


@jobs.every("53 3 * * *", name="spaces.forget_invitations")
async def forget_invitations(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await repository.forget_invitations(work, work.now - INVITATIONS_STAY)


@jobs.handles(TellShared, attempts=8)
async def tell_shared(actor: Actor, job: TellShared) -> None:
    async with actor.work() as work:
        share = await repository.share(work, job.share_id)
        address = await accounts.address_of(work, job.user_id)
    if share is not None:
        what: letters.What = "given" if share.needs is None else "granted"
        await _send(actor, address, what, share.reason, f"share-{share.id}")


@jobs.handles(TellSupportAsked, attempts=8)
async def tell_support_asked(actor: Actor, job: TellSupportAsked) -> None:
    async with actor.work() as work:
        asked = await repository.request(work, job.support_request_id)
        address = await accounts.address_of(work, job.user_id)
    if asked is not None:
        await _send(actor, address, "asked", asked.reason, f"support-{asked.id}")


async def _send(actor: Actor, address: str, what: letters.What, about: str, message_id: str) -> None:
    link = f"{accounts.page_address(actor.runtime)}/you/shares"
    await mail.send(actor.runtime, letters.shared(address, what, about, link, actor.locale, message_id))
