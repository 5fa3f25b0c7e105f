"""How a child process notices that its supervisor is gone, even one that was killed without a word.

The supervisor holds the writing end of a pipe that nobody ever writes to. The kernel closes it with the
process, and then every child reads its end.
"""

import os
import signal
import threading
import time

VARIABLE = "CAIRN_SUPERVISED"
PATIENCE = 4.0
# How a child says that starting it again would not help: a person must change something first.
NEEDS_A_PERSON = 78


class Parent:
    """The supervisor of this process, as far as there is one."""

    def __init__(self, pipe: int | None) -> None:
        self._pipe = pipe
        self.lost = False

    @property
    def supervises(self) -> bool:
        """Whether somebody else looks after the database and this process."""
        return self._pipe is not None

    def watch(self) -> None:
        """From now on end this process when the supervisor ends, politely first."""
        if self._pipe is not None:
            threading.Thread(target=self._wait, args=(self._pipe,), name="parent", daemon=True).start()

    def _wait(self, pipe: int) -> None:
        os.read(pipe, 1)
        self.lost = True
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(PATIENCE)
        # Nobody is left who would end a process that hangs.
        os._exit(1)


def find() -> Parent:
    """The supervisor that started us. The variable goes, so that our own children don't inherit it."""
    pipe = os.environ.pop(VARIABLE, None)
    return Parent(int(pipe) if pipe else None)
