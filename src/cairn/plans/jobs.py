"""What is done when the cue of a plan has come."""

from cairn.plans import ahead, beginning
from cairn.plans.messages import Arrived, BeginPlan, LookAhead
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(BeginPlan, attempts=5)
async def begin(actor: Actor, job: BeginPlan) -> None:
    async with actor.work() as work:
        await beginning.due(work, job.plan_id, job.due_at)


@jobs.handles(Arrived, attempts=5)
async def arrived(actor: Actor, job: Arrived) -> None:
    async with actor.work() as work:
        await beginning.arrived(work, job.plan_id, job.at)


@jobs.handles(LookAhead, attempts=3)
async def look_ahead(actor: Actor, _: LookAhead) -> None:
    async with actor.work() as work:
        await ahead.look_ahead(work)
