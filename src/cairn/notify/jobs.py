"""Handing deliveries over."""

from cairn.notify import pushing, service
from cairn.notify.messages import DeliverByEmail, DeliverByPush, PushAgain
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


# The service gives up after a day; at ten minutes between attempts, no number of attempts ends it sooner.
@jobs.handles(DeliverByEmail, attempts=200)
async def deliver_by_email(actor: Actor, job: DeliverByEmail) -> None:
    await service.deliver_by_email(actor, job.delivery_id, job.revived)


@jobs.handles(DeliverByPush, attempts=200)
async def deliver_by_push(actor: Actor, job: DeliverByPush) -> None:
    await pushing.deliver(actor, job.delivery_id, job.revived)


@jobs.handles(PushAgain)
async def push_again(actor: Actor, job: PushAgain) -> None:
    await pushing.again(actor, job)
