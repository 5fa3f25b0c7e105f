"""`cairn api` and `cairn worker`: one process each, beside `cairn up` or on its own."""

import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType

from cairn.app import environment, folders, parent
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.loading import loading


def serve(what: str) -> int:
    """Run the API or a worker until it is told to stop."""
    # The server library passes SIGTERM on once it has ended; without a handler nothing after it would run.
    signal.signal(signal.SIGTERM, _leave)
    with running_database():
        with loading():
            from cairn.app import processes

        run = processes.run_api if what == "api" else processes.run_worker
        run(environment.read())
    return 0


@contextlib.contextmanager
def running_database() -> Iterator[bool]:
    """Have the database running: somebody's, the supervisor's, or the embedded one, started if need be.

    Yields whether a supervisor looks after this process.
    """
    here = environment.read()
    supervisor = parent.find()
    supervisor.watch()
    if here.database_url:
        folders.prepare(here.data, None)
        yield supervisor.supervises
    elif supervisor.supervises:
        try:
            yield True
        finally:
            if supervisor.lost:
                EmbeddedPostgres(here.data).stop_if_unused()
    else:
        with EmbeddedPostgres(here.data):
            yield False


def _leave(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)
