"""What search and the profile hold ready in a process: exact, since each is held under the revision it was read at."""

from collections import OrderedDict
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from prometheus_client import Counter, Gauge

LOOKED = Counter("cairn_memory_cache_total", "Looks into what memory holds ready.", ["cache", "result"])
HELD = Gauge("cairn_memory_cache_bytes", "Bytes that memory holds ready.", ["cache"])


class Sized(Protocol):
    """Something that knows its size."""

    @property
    def bytes(self) -> int: ...


V = TypeVar("V", bound=Sized)


class Held(Generic[V]):
    """Values by person, the one used longest ago let go first.

    A person's revision rises in the transaction of every change and is read in the transaction of every search, so what
    was read under another revision answers nothing, whichever process made the change.

    Args:
        name: What figures call it.
        most: Bytes to hold at most.
    """

    def __init__(self, name: str, most: int) -> None:
        self._name = name
        self._most = most
        self._values: OrderedDict[UUID, tuple[int, V]] = OrderedDict()
        self._bytes = 0

    def __contains__(self, user_id: UUID) -> bool:
        return user_id in self._values

    def get(self, user_id: UUID, revision: int) -> V | None:
        """The value that was read at this revision."""
        found = self._values.get(user_id)
        is_current = found is not None and found[0] == revision
        LOOKED.labels(self._name, "hit" if is_current else "miss").inc()
        if found is None or not is_current:
            return None
        self._values.move_to_end(user_id)
        return found[1]

    def latest(self, user_id: UUID) -> V | None:
        """The value that was read last, for whoever finds out later whether it still holds."""
        found = self._values.get(user_id)
        LOOKED.labels(self._name, "miss" if found is None else "hit").inc()
        if found is None:
            return None
        self._values.move_to_end(user_id)
        return found[1]

    def put(self, user_id: UUID, revision: int, value: V) -> None:
        """Hold a value, unless it is too large to be worth the others."""
        self.drop(user_id)
        if value.bytes > self._most // 4:
            return
        self._values[user_id] = (revision, value)
        self._bytes += value.bytes
        while self._bytes > self._most:
            _, (_, gone) = self._values.popitem(last=False)
            self._bytes -= gone.bytes
        HELD.labels(self._name).set(self._bytes)

    def drop(self, user_id: UUID) -> None:
        """Let go of a person's value."""
        found = self._values.pop(user_id, None)
        if found is not None:
            self._bytes -= found[1].bytes
