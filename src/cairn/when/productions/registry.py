"""The book of productions: a name that a language's patterns use, the kind it makes, how it is made.

A production takes the context and the meanings of its `<kinds>` in order; it gives None when these
words cannot mean that together ("at 45").
"""

from collections.abc import Callable
from typing import Any

Build = Callable[..., Any]
PRODUCTIONS: dict[str, tuple[str, Build]] = {}


def produces(kind: str) -> Callable[[Build], Build]:
    def enter(build: Build) -> Build:
        PRODUCTIONS[build.__name__] = (kind, build)
        return build

    return enter
