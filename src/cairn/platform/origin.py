"""From where the work of this moment was asked: known to every unit of work that a request opens, also the system's."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

LONGEST_AGENT = 300


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from.

    Args:
        address: The client's network address; empty for what no request asked for.
        agent: What its program calls itself.
        attended: Whether it is its person's doing. What a page asks by itself keeps no session from going idle.
    """

    address: str = ""
    agent: str = ""
    request_id: str | None = None
    attended: bool = True


NOWHERE = Origin()
_origin: ContextVar[Origin] = ContextVar("origin", default=NOWHERE)


def current() -> Origin:
    return _origin.get()


@contextmanager
def coming_from(origin: Origin) -> Iterator[None]:
    """All work inside was asked from there."""
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


@contextmanager
def unattended() -> Iterator[None]:
    """Work inside is done by itself, and is no use of the session in whose name it is."""
    with coming_from(replace(current(), attended=False)):
        yield
