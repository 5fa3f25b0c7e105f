"""The ticker of ladders: takes each step when its time has come. Several may tick at once."""

from cairn.notify import service
from cairn.platform.runtime import Runtime

AT_ONCE = 200
POLL_SECONDS = 0.5


async def tick(runtime: Runtime) -> int:
    """Take what is due in one transaction: hand it over, put it off or pass it over.

    Returns:
        How many steps were looked at.
    """
    async with runtime.system() as work:
        return await service.climb(work, AT_ONCE)
