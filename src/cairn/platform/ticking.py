"""Looking for what is due, again and again."""

import asyncio
from collections.abc import Awaitable, Callable

from cairn.platform.feature import Loop
from cairn.platform.runtime import Runtime


def ticking(tick: Callable[[Runtime], Awaitable[int]], *, at_once: int, seconds: float) -> Loop:
    """A loop that ticks for ever: at once again while there is more than one unit of work can take, else after a while.

    Args:
        tick: Takes what is due, in a unit of work of its own; how many there were.
        at_once: The most that it takes.
        seconds: Between two looks.
    """

    async def run(runtime: Runtime) -> None:
        while True:
            if await tick(runtime) < at_once:
                await asyncio.sleep(seconds)

    return run
