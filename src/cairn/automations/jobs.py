"""What is done when an automation is due."""

from cairn.automations import running, service
from cairn.automations.messages import RunAutomation, TrimRuns
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(RunAutomation, attempts=running.MOST_ATTEMPTS + 2)
async def run(actor: Actor, job: RunAutomation) -> None:
    await running.run(actor, job.run_id)


@jobs.handles(TrimRuns, attempts=3)
async def trim(actor: Actor, _: TrimRuns) -> None:
    async with actor.work() as work:
        await service.trim(work)
