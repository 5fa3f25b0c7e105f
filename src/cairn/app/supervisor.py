"""Keeps Cairn's processes and its database running, and ends them together."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import IO

import psycopg

from cairn.app import parent
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.embedded.postmaster import Interrupted, as_user
from cairn.app.errors import SetupError
from cairn.app.footing import Footing
from cairn.app.program import Program
from cairn.app.system_user import SystemUser, acting_as

FIRST_DELAY = 0.1
LONGEST_DELAY = 5.0
# A child that has run this long was healthy; its earlier failures no longer count.
HEALTHY_AFTER = 30.0
# A child that fails this often before Cairn was ever ready will not come up by itself.
GIVE_UP_AFTER = 5
# Together under the five seconds in which everything ends.
POLITE_END = 3.8
DATABASE_END = 0.8
LOOK_EVERY = 0.25
LOOK_UNTIL_READY_EVERY = 0.05
LOG_LIMIT = 10_000_000
# Some terminals and process managers say stop twice at once; a person who insists takes longer.
INSISTING_AFTER = 0.5


@dataclass(slots=True)
class Child:
    """One process to keep running, and how it has fared."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    next_start: float = 0.0

    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def note_end(self, now: float) -> float:
        """Count a loss and say how long to wait before the next start, in seconds."""
        self.process = None
        self.failures = 1 if now - self.started > HEALTHY_AFTER else self.failures + 1
        delay = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** (self.failures - 1))
        self.next_start = now + delay
        return delay


@dataclass(slots=True)
class Supervisor:
    """Runs children beside an embedded database, if there is one, until it is told to stop.

    Args:
        children: What to run, in the order of starting.
        database: The server to keep running; None when it is somebody else's.
        prepare: Says which command must run to its end before the children, if any, once the database is there.
        footing: As whom and from where the children run; by default as ourselves.
        logs: Where the children's logs go; None for our own standard error.
    """

    children: Sequence[Child]
    database: EmbeddedPostgres | None = None
    prepare: Callable[[], Sequence[str] | None] = lambda: None
    footing: Footing = field(default_factory=lambda: Footing(Program(), None, Path("/")))
    logs: Path | None = None
    _server: Child = field(default_factory=lambda: Child("database", []))
    _stopping: bool = False
    _asked: float = 0.0
    _impatient: bool = False
    _was_ready: bool = False
    _alarm: tuple[int, int] = field(default_factory=os.pipe)
    _leash: tuple[int, int] = field(default_factory=os.pipe)

    def run(self, is_ready: Callable[[], bool], announce: Callable[[], None]) -> None:
        """Start everything, call `announce` once it is ready, and stay until SIGINT or SIGTERM.

        Raises:
            SetupError: the database, the preparation or a child does not come up.
        """
        with self._signals():
            try:
                if self.database:
                    self.database.start(self._wanted)
                self._prepare()
                while not self._stopping:
                    self._look_after_database()
                    self._look_after_children()
                    if not self._was_ready and is_ready():
                        self._was_ready = True
                        announce()
                    self._sleep(LOOK_EVERY if self._was_ready else LOOK_UNTIL_READY_EVERY)
            except Interrupted:
                pass
            finally:
                self._end()

    def _wanted(self) -> bool:
        return not self._stopping

    def _prepare(self) -> None:
        if self._stopping or (command := self.prepare()) is None:
            return
        step = Child("prepare", command)
        self._start(step, sys.stderr.fileno())
        while step.runs() and not self._stopping:
            self._sleep(LOOK_UNTIL_READY_EVERY)
        if step.process and (code := step.process.poll()):
            reason = "" if code == parent.NEEDS_A_PERSON else f" `{' '.join(step.command)}` ended with {code}."
            raise SetupError(f"Cairn could not start; the reason stands above.{reason}")
        if step.runs():
            self._end_processes([step])

    def _look_after_database(self) -> None:
        if self.database is None or self.database.runs() or time.monotonic() < self._server.next_start:
            return
        self.log("the database is gone, or was told to go, and is started again")
        self._server.started = time.monotonic()
        try:
            self.database.start(self._wanted)
        except (SetupError, psycopg.OperationalError) as fault:
            # It may have been killed once more while it came up. Those who are served now wait for it, however long.
            delay = self._server.note_end(time.monotonic())
            if not self._was_ready and (isinstance(fault, SetupError) or self._server.failures >= GIVE_UP_AFTER):
                raise SetupError(f"The database does not start: {fault}") from fault
            self.log("the database did not come up and is tried again", reason=str(fault), delay=delay)

    def _look_after_children(self) -> None:
        now = time.monotonic()
        for child in self.children:
            if child.runs():
                continue
            if child.process is not None:
                code = child.process.returncode
                delay = child.note_end(now)
                self.log("a process ended and is started again", process=child.name, code=code, delay=delay)
                if not self._was_ready and (code == parent.NEEDS_A_PERSON or child.failures >= GIVE_UP_AFTER):
                    raise SetupError(f"The process {child.name} does not start. {self._reason(child)}")
            if now >= child.next_start:
                self._try(child)

    def _try(self, child: Child) -> None:
        try:
            with self._output(child) as output:
                self._start(child, output)
        except OSError as fault:
            delay = child.note_end(time.monotonic())
            if not self._was_ready:
                raise SetupError(f"The process {child.name} does not start: {fault}") from fault
            self.log("a process did not start and is tried again", process=child.name, reason=str(fault), delay=delay)

    def _start(self, child: Child, output: int) -> None:
        """Start in a session of its own: a Ctrl-C reaches us alone, and we pass it on in order."""
        child.started = time.monotonic()
        child.process = subprocess.Popen(  # noqa: S603  # nosec B603  # commands are written in this package
            child.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=self.footing.folder,
            env=self._environment(),
            start_new_session=True,
            pass_fds=[self._leash[0], *self.footing.handed],
            **as_user(self.footing.user),
        )

    def _environment(self) -> Mapping[str, str]:
        return {**os.environ, **self.footing.environment, parent.VARIABLE: str(self._leash[0])}

    @contextlib.contextmanager
    def _output(self, child: Child) -> Iterator[int]:
        file = self._log_file(child)
        if file is None:
            yield sys.stderr.fileno()
            return
        with open_log(file, self.footing.user) as output:
            yield output.fileno()

    def _log_file(self, child: Child) -> Path | None:
        return self.logs / f"{child.name}.log" if self.logs else None

    def _reason(self, child: Child) -> str:
        file = self._log_file(child)
        if file is None:
            return "The reason stands above."
        with acting_as(self.footing.user):
            last = file.read_text(errors="replace").strip().rpartition("\n")[2]
        return f"Its last words: {last}\nMore is in {file}."

    def log(self, event: str, **facts: object) -> None:
        """Write one line of our own among the children's logs."""
        now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        line = json.dumps({**facts, "event": event, "level": "warning", "timestamp": now}) + "\n"
        if self.logs is None:
            sys.stderr.write(line)
            return
        with open_log(self.logs / "cairn.log", self.footing.user) as output:
            output.write(line.encode())

    def _end(self) -> None:
        self._stopping = True
        self._end_processes(self.children)
        if self.database:
            self.database.stop(DATABASE_END)
        for end in (*self._alarm, *self._leash):
            os.close(end)

    def _end_processes(self, children: Sequence[Child]) -> None:
        running = [child.process for child in children if child.process and child.runs()]
        for process in running:
            process.terminate()
        end = time.monotonic() + POLITE_END
        while time.monotonic() < end and not self._impatient:
            if all(process.poll() is not None for process in running):
                return
            self._sleep(LOOK_UNTIL_READY_EVERY)
        for process in running:
            process.kill()
        for process in running:
            process.wait()

    def _sleep(self, seconds: float) -> None:
        """Wait, but no longer than until a signal arrives: a stop, or the end of a child."""
        ready, _, _ = select.select([self._alarm[0]], [], [], seconds)
        if ready:
            os.read(self._alarm[0], 512)

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        os.set_blocking(self._alarm[1], False)
        handlers = {signal.SIGINT: self._stop, signal.SIGTERM: self._stop, signal.SIGCHLD: _wake}
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
            # The terminal was closed. Under nohup it is ignored, and stays so.
            handlers[signal.SIGHUP] = self._stop
        before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
        signal.set_wakeup_fd(self._alarm[1], warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(-1)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        """Stop in order; asked a second time, at once."""
        now = time.monotonic()
        if not self._stopping:
            self._stopping, self._asked = True, now
        elif now - self._asked > INSISTING_AFTER:
            self._impatient = True


def _wake(_number: int, _frame: FrameType | None) -> None:
    """A signal without a handler would not wake us."""


@contextlib.contextmanager
def open_log(file: Path, user: SystemUser | None) -> Iterator[IO[bytes]]:
    """Open a log to write at its end; one that has grown large, or is not the user's, is set aside as `.1` first."""
    with acting_as(user):
        if os.path.lexists(file) and (
            not os.access(file, os.W_OK, effective_ids=True) or file.stat().st_size > LOG_LIMIT
        ):
            file.rename(file.with_name(f"{file.name}.1"))
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "ab") as log:
        yield log
