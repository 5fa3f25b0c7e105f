"""What became of texts is forgotten in time."""

from datetime import timedelta

from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.sms import repository

jobs = Jobs()

KNOWN_FOR = timedelta(days=30)


@jobs.every("53 3 * * *", name="sms.forget_texts")
async def forget_texts(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await repository.forget_before(work, work.now - KNOWN_FOR)
