"""What is read with a turn so that its tokens mean what they meant in the talk. Never what came after it."""

from collections.abc import Sequence

TURNS = 2
"""Turns before it that a turn is read after. Two find more than one, and as much as one before with one after."""

CHARACTERS = 600
"""What a turn and its context have together at most. So a long text, which explains itself, is read alone."""


def context_of(before: Sequence[str], text: str) -> str:
    """The end of what was said before a turn, as far as there is room for it; `before` is in the order it was said."""
    room = CHARACTERS - len(text)
    return " ".join(before[-TURNS:])[-room:] if room > 0 else ""
