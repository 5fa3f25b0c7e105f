"""Which words mean something already. Who understands them stands on a higher floor."""

from datetime import datetime
from typing import Protocol


class Commands(Protocol):
    """What the conversation does at a word of its own."""

    def takes(self, words: str, now: datetime, locale: str) -> bool:
        """Whether these words, said alone, are a command: `done`, `later`, `today`."""
        ...
