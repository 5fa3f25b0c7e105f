"""What becomes of routines by the clock."""

from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.routines import service

jobs = Jobs()


@jobs.every("* * * * *", name="routines.nudge")
async def nudge(runtime: Runtime) -> None:
    await service.nudge(runtime)
