"""Bodies that come in."""

from collections.abc import Iterable
from itertools import chain
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""A short line that somebody wrote."""


DEEPEST = 32
"""Levels of lists and objects inside each other. No body of ours needs more, and code that recurses can't bear many."""


UNSTORABLE = "this text holds a character that can't be kept (NUL or half a surrogate pair)"


def unstorable(value: Any) -> bool:
    """Whether text holds what PostgreSQL can't keep: a NUL, or half of a surrogate pair.

    Raises:
        ValueError: it is nested too deeply to be looked through.
    """
    level: list[Any] = [value]
    for _ in range(DEEPEST + 1):
        texts = [one for one in level if isinstance(one, str)]
        if any("\x00" in text or any("\ud800" <= c <= "\udfff" for c in text) for text in texts):
            return True
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    raise ValueError("this is nested too deeply")


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return chain(value.keys(), value.values())
    return value if isinstance(value, list | tuple) else ()


def _storable(value: str) -> str:
    if unstorable(value):
        raise ValueError(UNSTORABLE)
    return value


Storable = Annotated[str, AfterValidator(_storable)]
"""Text of a query, which no body's check looks at."""


class Schema(BaseModel):
    """A body: unknown fields are refused, so that nobody sets what a route doesn't offer."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, value: Any) -> Any:
        if unstorable(value):
            raise ValueError(UNSTORABLE)
        return value
