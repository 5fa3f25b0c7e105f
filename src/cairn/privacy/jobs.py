"""Letters about people's data."""

from cairn.accounts import service as accounts
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.privacy import letters
from cairn.privacy.messages import SendExported

jobs = Jobs()


@jobs.handles(SendExported, attempts=8)
async def send_exported(actor: Actor, job: SendExported) -> None:
    async with actor.work() as work:
        address = await accounts.address_of(work, job.user_id)
    link = f"{accounts.page_address(actor.runtime)}/forgot"
    await mail.send(actor.runtime, letters.exported(address, link, actor.locale, f"export-{job.export_id}"))
