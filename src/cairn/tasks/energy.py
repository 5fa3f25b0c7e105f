"""The energy somebody has: choosing asks for it, and whoever is told of it lives above."""

from typing import Protocol

from cairn.platform.work import UnitOfWork
from cairn.tasks.models import Energy


class EnergySaid(Protocol):
    """What the person said last of their energy."""

    async def energy(self, work: UnitOfWork) -> Energy | None:
        """How much they have; `None` when they didn't say so lately."""
        ...


class NobodySaid:
    """Nothing here is told of anybody's energy."""

    async def energy(self, work: UnitOfWork) -> Energy | None:
        return None
