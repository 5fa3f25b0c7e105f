"""What the trail does by the clock."""

from cairn.audit import retention
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime

jobs = Jobs()


@jobs.every("41 3 * * *", name="audit.trim")
async def trim(runtime: Runtime) -> None:
    await retention.trim(runtime)
