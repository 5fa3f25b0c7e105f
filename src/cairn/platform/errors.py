"""One error, three tellings: a problem document over HTTP, a hint to a model, "do not retry" to the queue."""

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from cairn.platform.actor import Actor


class ErrorKind(StrEnum):
    """What sort of thing went wrong; entry points turn it into their own protocol's words."""

    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    CONFLICT = "conflict"
    STALE = "stale"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"


class CairnError(Exception):
    """Something went wrong. Nothing was changed."""

    kind: ClassVar[ErrorKind] = ErrorKind.INVALID
    retry_after: int | None = None
    """Seconds after which trying again makes sense, where that is known."""

    def __init__(self, detail: str | None = None, *, field: str | None = None) -> None:
        self.detail = detail or self.title()
        self.field = field
        super().__init__(self.detail)

    @classmethod
    def title(cls) -> str:
        """What the person reads: the first line of the docstring."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def slug(cls) -> str:
        """The stable name of this error, as in `/problems/wrong-credentials`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    @property
    def retryable(self) -> bool:
        """Whether the same call may succeed later without anybody changing anything."""
        return self.kind in (ErrorKind.UNAVAILABLE, ErrorKind.TOO_MANY)


class Invalid(CairnError):
    """Something in this request can't be used as it is."""


class NotSignedIn(CairnError):
    """Please sign in."""

    kind = ErrorKind.UNAUTHENTICATED


class NotAllowed(CairnError):
    """Your account may not do this."""

    kind = ErrorKind.FORBIDDEN
    permission: str = ""
    """The permission that was lacking, for the audit trail."""
    by: "Actor | None" = None
    """Who lacked it, where that is known."""
    noted: bool = False
    """Whether the audit trail has it already."""

    @classmethod
    def of(cls, permission: str, by: "Actor") -> "NotAllowed":
        error = cls()
        error.permission, error.by = permission, by
        return error


class ProofNeeded(CairnError):
    """Please confirm that it's you, then try again."""

    kind = ErrorKind.FORBIDDEN


class SecondFactorNeeded(NotAllowed):
    """Looking after a Cairn needs a second step. Add one under You; if you have one, show it and try again."""


class OnlyReading(CairnError):
    """These are somebody else's things: you may look at what they share with you, and change nothing."""

    kind = ErrorKind.FORBIDDEN


class NotFound(CairnError):
    """There is nothing here with that id."""

    kind = ErrorKind.MISSING


class Stale(CairnError):
    """This changed since you last saw it. Look again, then decide."""

    kind = ErrorKind.STALE


class TooLarge(CairnError):
    """This is more than we take at once. Nothing of it was kept."""

    kind = ErrorKind.TOO_LARGE


class UnsupportedMediaType(CairnError):
    """The body must be JSON, and say so: Content-Type: application/json."""

    kind = ErrorKind.WRONG_TYPE


class TooMany(CairnError):
    """That was too much in a short time. Please wait a moment, then try again.

    Args:
        retry_after: Seconds until it may be tried again.
        policy: The limit that was reached.
        standings: How the request stands with that limit and others, for whoever tells the client.
    """

    kind = ErrorKind.TOO_MANY

    def __init__(self, retry_after: float, *, policy: str, standings: Sequence[Any] = ()) -> None:
        super().__init__()
        self.retry_after = max(1, math.ceil(retry_after - 0.001))
        self.policy = policy
        self.standings = standings


class Unavailable(CairnError):
    """Something Cairn needs isn't answering just now. What you wrote is safe; try again in a moment."""

    kind = ErrorKind.UNAVAILABLE
