"""The book of productions: a name that a language's patterns use, the kind it makes, how it is made.

A production takes the context and the meanings of its `<kinds>` in order; it gives None when these
words cannot mean that together ("at 45").
"""

from collections.abc import Callable
from typing import Any, TypeVar

Build = Callable[..., Any]
_Made = TypeVar("_Made", bound=Build)
PRODUCTIONS: dict[str, tuple[str, Build]] = {}


def produces(kind: str) -> Callable[[_Made], _Made]:
    def enter(build: _Made) -> _Made:
        PRODUCTIONS[build.__name__] = (kind, build)
        return build

    return enter
