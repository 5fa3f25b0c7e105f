"""The ticker: what happens to sessions by themselves happens here, on time or late, each once.

Several may tick at once: a row is one's.
"""

from cairn.focus import happening, repository, rooms
from cairn.platform.runtime import Runtime

AT_ONCE = 100
POLL_SECONDS = 0.5


async def tick(runtime: Runtime) -> int:
    """Let happen what is due, and free the seats of who fell silent.

    Returns:
        To how many sessions something happened.
    """
    async with runtime.system() as work:
        due = await repository.due(work, AT_ONCE)
        for session in due:
            await happening.happen(work, session)
        await rooms.sweep(work)
        return len(due)
