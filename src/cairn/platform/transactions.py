"""No transaction is open while a model or a network is waited for: providers ask here before they call out."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_open: ContextVar[int] = ContextVar("open_transactions", default=0)


class TransactionOpen(RuntimeError):
    """A provider was called with a transaction open: its locks would last as long as the network does."""


@contextmanager
def counted() -> Iterator[None]:
    """Mark that a transaction is open in this task."""
    _open.set(_open.get() + 1)
    try:
        yield
    finally:
        # Not reset by token: a fixture or a generator may be closed from another context than it was opened in.
        _open.set(max(0, _open.get() - 1))


def outside() -> None:
    """Call this first in whatever waits for the outside world.

    Raises:
        TransactionOpen: this task holds a transaction.
    """
    if _open.get():
        raise TransactionOpen
