"""Whether there is somebody to ask. Who answers a prompt stands on a higher floor, and hears of it by an event."""

from typing import Protocol


class Asked(Protocol):
    """The language model that prompts are meant for."""

    @property
    def configured(self) -> bool:
        """Whether this Cairn has one."""
        ...
