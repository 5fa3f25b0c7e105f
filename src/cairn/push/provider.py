"""Who takes push messages."""

from collections.abc import Collection
from typing import Protocol

from cairn.push.schemas import Push


class PushCarrier(Protocol):
    """Takes push messages on their way."""

    @property
    def inside(self) -> Collection[str]:
        """Origins of push services that are allowed although they lie in one's own network."""
        ...

    async def send(self, push: Push) -> str:
        """Hand a message over.

        Returns:
            What the push service calls it; may be empty.

        Raises:
            PushRefused: refused for good.
            PushGone: the browser is gone; its subscription is of no more use.
            PushNotTaken: not now; nothing was taken.
            PushUnanswered: handed over, and the answer was lost.
        """
        ...
