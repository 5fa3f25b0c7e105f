"""What becomes of tasks by the clock."""

from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.tasks import repeating

jobs = Jobs()


@jobs.every("* * * * *", name="tasks.come_again")
async def come_again(runtime: Runtime) -> None:
    await repeating.roll(runtime)
