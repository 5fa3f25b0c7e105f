"""The server process itself: is it there, start it, stop it, and clear what a dead one left behind."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from psycopg.pq import PGconn, Ping

from cairn.app.embedded.binaries import Binaries
from cairn.app.errors import SetupError
from cairn.app.system_user import SystemUser, acting_as

# A server that says nothing for this long is stuck. One that recovers says so, and may take far longer.
SILENCE = 15.0
RECOVERY = 600.0
# Fast shutdown takes well under a second; after this long an immediate one is safe too: recovery follows.
FAST_STOP = 10.0
TICK = 0.02
# LOCK_FILE_LINE_PM_STATUS in PostgreSQL's miscadmin.h.
STATUS_LINE = 8
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


class Interrupted(Exception):
    """The caller no longer wants the server."""


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The one server process of a data folder. Callers hold the lock that keeps two starts apart."""

    binaries: Binaries
    data: Path
    socket: Path
    logs: Path
    user: SystemUser | None

    def process(self) -> psutil.Process | None:
        """The server of this data folder; None when its pid file is stale, even if the pid was reused."""
        try:
            process = psutil.Process(int((self.data / "postmaster.pid").read_text().split("\n", 1)[0]))
            ours = alive(process) and Path(process.cwd()) == self.data.resolve()
            return process if ours and process.name().startswith("postgres") else None
        except (OSError, ValueError, psutil.Error):
            return None

    def stopping(self) -> bool:
        """Whether it was told to end. A smart end (SIGTERM) refuses everybody new and waits for whoever is connected:
        for ever, where connections are kept."""
        try:
            lines = (self.data / "postmaster.pid").read_text().split("\n")
        except OSError:
            return False
        return len(lines) >= STATUS_LINE and lines[STATUS_LINE - 1].strip() == "stopping"

    def answers(self) -> Ping:
        socket = os.fsencode(self.socket).replace(b"\\", rb"\\").replace(b"'", rb"\'")
        return Ping(PGconn.ping(b"host='%s' port=5432 connect_timeout=5" % socket))

    def start(self, wanted: Callable[[], bool] = lambda: True) -> None:
        """Start the server, or join one that runs, and wait until it takes connections, recovery included.

        One that somebody told to end is ended at once, and started anew.

        Raises:
            SetupError: it does not start; the message carries its own words.
            Interrupted: `wanted` said no while we waited.
        """
        launched: subprocess.Popen[bytes] | None = None
        try:
            silent_since = time.monotonic()
            end = silent_since + RECOVERY
            while (state := self.answers()) != Ping.OK:
                now = time.monotonic()
                if not wanted():
                    raise Interrupted
                if now > end:
                    raise SetupError(f"The database has been recovering for ten minutes; {self.logs} says more.")
                if state == Ping.REJECT:
                    silent_since = now
                    if self.stopping():
                        self.stop()
                elif launched is None or launched.poll() is not None:
                    if now - silent_since > SILENCE:
                        raise SetupError(f"The database does not start. It said:\n{self.last_words()}")
                    if self.process() is None:
                        self._clear_leftovers(orphans=launched is not None)
                        launched = self._launch()
                    elif now - silent_since > SILENCE / 2:
                        # It runs, but its socket is gone, such as after the data folder was moved.
                        self.stop()
                time.sleep(TICK)
        finally:
            if launched:
                launched.terminate()
                launched.wait()

    def stop(self, patience: float = FAST_STOP) -> None:
        """End the server; after `patience` seconds at once, which makes the next start recover."""
        process = self.process()
        if process is None:
            return
        for order, wait in ((signal.SIGINT, patience), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(order)
            end = time.monotonic() + wait
            while time.monotonic() < end:
                if not alive(process):
                    return
                time.sleep(TICK)

    def last_words(self) -> str:
        """The end of what the server wrote most recently."""
        files = sorted(self.logs.glob("postgres-*.log"), key=lambda file: file.stat().st_mtime)
        words = [file.read_text(errors="replace")[-1500:] for file in [*files[-1:], self._start_log] if file.exists()]
        return "\n".join(words).strip() or "nothing"

    @property
    def _start_log(self) -> Path:
        return self.logs / "postgres-start.txt"

    def _launch(self) -> "subprocess.Popen[bytes]":
        """Begin a start. The returned process ends when the server is up, or has failed to come up.

        The server gets a session of its own, so that a Ctrl-C meant for us does not reach it, and an
        environment without our settings, some of which are secret.
        """
        with acting_as(self.user):
            output = self._start_log.open("wb")
        with output:
            return subprocess.Popen(  # noqa: S603  # nosec B603  # a program of our own package
                [
                    self.binaries.path("pg_ctl"),
                    "-D",
                    str(self.data),
                    "-w",
                    "-t",
                    str(int(RECOVERY)),
                    "-s",
                    "start",
                ],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env=ENVIRONMENT,
                start_new_session=True,
                **as_user(self.user),
            )

    def _clear_leftovers(self, orphans: bool) -> None:
        """Make way for a start after the server was killed.

        PostgreSQL itself clears the files of a pid that is gone; but a pid that now belongs to another process
        of the same user, or to a dead one that nobody collected, would stop it. Server processes that outlive
        their postmaster end by themselves; once a start has failed, those of this data folder are told to.
        """
        for file in (self.data / "postmaster.pid", self.socket / ".s.PGSQL.5432.lock"):
            with contextlib.suppress(OSError, ValueError):
                if psutil.pid_exists(int(file.read_text().split("\n", 1)[0])):
                    file.unlink()
        if orphans:
            self._end_orphans()

    def _end_orphans(self) -> None:
        home = self.data.resolve()
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, OSError):
                if process.name().startswith("postgres") and Path(process.cwd()) == home:
                    process.send_signal(signal.SIGQUIT)


def alive(process: psutil.Process) -> bool:
    """Whether the process runs; a dead one that its parent has not collected yet does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def as_user(user: SystemUser | None) -> dict[str, Any]:
    """Arguments for subprocess that make a child run as `user`."""
    return {} if user is None else {"user": user.uid, "group": user.gid, "extra_groups": []}
