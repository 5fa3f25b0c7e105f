"""What operations does by the clock."""

from cairn.operations import upkeep
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime

jobs = Jobs()


@jobs.every("17 * * * *", name="operations.clear_away")
async def clear_away(runtime: Runtime) -> None:
    await upkeep.clear_away(runtime)
