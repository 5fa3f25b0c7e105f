"""Locks between processes. The kernel gives them back when a process dies, however it dies."""

import fcntl
import os
from pathlib import Path
from typing import Self

from cairn.app.system_user import SystemUser


class FileLock:
    """A lock on a file, which is made when it is missing. The end of a `with` block lets go."""

    def __init__(self, path: Path, user: SystemUser | None = None) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        if user:
            user.take(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def hold(self) -> Self:
        """Hold it alone, after everybody else has let go."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        return self

    def share(self) -> None:
        """Hold it together with others who share it; waits while somebody holds it alone."""
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Hold it alone, if nobody else holds it; a share of our own is turned in for it."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        """Let go."""
        os.close(self._file)
