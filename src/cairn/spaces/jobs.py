"""Letters about who may look."""

from cairn.accounts import service as accounts
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.spaces import letters, repository
from cairn.spaces.messages import TellShared, TellSupportAsked

jobs = Jobs()


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
