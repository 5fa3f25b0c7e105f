"""Bodies that come in."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""A short line that somebody wrote."""


def unstorable(value: Any) -> bool:
    """Whether text holds what PostgreSQL can't keep: a NUL, or half of a surrogate pair."""
    if isinstance(value, str):
        return "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value)
    if isinstance(value, dict):
        return any(unstorable(key) or unstorable(inner) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return any(unstorable(inner) for inner in value)
    return False


class Schema(BaseModel):
    """A body: unknown fields are refused, so that nobody sets what a route doesn't offer."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, value: Any) -> Any:
        if unstorable(value):
            raise ValueError("this text holds a character that can't be kept (NUL or half a surrogate pair)")
        return value
