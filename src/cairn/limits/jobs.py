"""What is done about limits by the clock."""

from cairn.limits import service
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime

jobs = Jobs()


@jobs.every("37 * * * *", name="limits.clear_away")
async def clear_away(runtime: Runtime) -> None:
    await service.clear_away(runtime)
