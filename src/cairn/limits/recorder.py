"""Writes down where limits were reached, so that being refused costs no statement of its own."""

import asyncio
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy.exc import SQLAlchemyError

from cairn.limits import repository
from cairn.platform.runtime import Runtime

log = structlog.get_logger()

EVERY_SECONDS: Final = 1.0
MOST: Final = 500
"""Different ones kept between two writes. Whoever attacks from more places is counted by the figures alone."""

Key = tuple[str, UUID | None, str]


class Recorder:
    """Counts refusals, and writes the sums a second later."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._counts: dict[Key, int] = {}
        self._writing: asyncio.Task[None] | None = None

    def note(self, policy: str, user_id: UUID | None, network: str) -> None:
        key = (policy, user_id, network)
        if key not in self._counts and len(self._counts) >= MOST:
            return
        self._counts[key] = self._counts.get(key, 0) + 1
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_later())

    async def write(self) -> None:
        """Write what was counted. What can't be written is let go: refusing matters more than telling of it."""
        counts, self._counts = self._counts, {}
        if not counts:
            return
        try:
            async with self._runtime.system() as work:
                rows = [
                    {
                        "id": work.runtime.new_id(),
                        "policy": policy,
                        "user_id": user_id,
                        "network": network,
                        "at": work.now,
                        "refused": refused,
                    }
                    # In one order everywhere, so that two processes don't wait for each other in a ring.
                    for (policy, user_id, network), refused in sorted(counts.items(), key=lambda one: str(one[0]))
                ]
                await repository.add(work, rows)
        except (SQLAlchemyError, OSError) as error:
            log.warning("limits.not_written", reason=type(error).__name__, lost=len(counts))

    async def _write_later(self) -> None:
        await asyncio.sleep(EVERY_SECONDS)
        await self.write()

    async def aclose(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
        await self.write()
