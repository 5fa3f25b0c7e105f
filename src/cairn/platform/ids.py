"""UUIDv7 made in Python, so that events and jobs know a row's id before it is inserted (RFC 9562, section 5.7)."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A new id; ids of one process rise strictly, also within one millisecond.

    The 12 bits after the milliseconds hold the sub-millisecond fraction (RFC 9562, section 6.2, method 3).
    """
    global _last
    with _lock:
        nanoseconds = time.time_ns()
        stamp = (nanoseconds // 1_000_000 << 12) | (nanoseconds % 1_000_000 * 4096 // 1_000_000)
        _last = stamp = max(stamp, _last + 1)
    random = int.from_bytes(os.urandom(8)) & (1 << 62) - 1
    return UUID(int=(stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | random)
