"""Letters about leaving, and the leaving itself."""

from cairn.accounts.leaving import service
from cairn.accounts.leaving.messages import SendLeaving, SendStaying
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime

jobs = Jobs()


@jobs.handles(SendLeaving, attempts=8)
async def send_leaving(actor: Actor, job: SendLeaving) -> None:
    await service.send_leaving(actor.runtime, job.user_id, job.link_id)


@jobs.handles(SendStaying, attempts=8)
async def send_staying(actor: Actor, job: SendStaying) -> None:
    await service.tell_staying(actor.runtime, job.user_id, job.change_id)


@jobs.every("*/10 * * * *", name="accounts.erase_leaving")
async def erase_leaving(runtime: Runtime) -> None:
    await service.erase_due(runtime)
