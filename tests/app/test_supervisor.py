import contextlib
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

import psutil
import psycopg
import pytest

from cairn.app.embedded import EmbeddedPostgres
from cairn.app.embedded.postmaster import alive
from cairn.app.errors import SetupError
from cairn.app.supervisor import Child, Supervisor, open_log
from cairn.app.system_user import find_or_make
from tests.app.processes import line_from, python, wait_for_end

# A program like `cairn up`, with children that only note that they live.
SUPERVISE = """
import sys
from pathlib import Path
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.supervisor import Child, Supervisor
data, notes, child = map(Path, sys.argv[1:4])
names = sys.argv[4:]
children = [Child(name, [sys.executable, "-c", child.read_text(), str(notes / name)]) for name in names]
database = EmbeddedPostgres(data)
Supervisor(children, database).run(
    lambda: all((notes / name).exists() for name in names), lambda: print("ready", flush=True)
)
"""

OBEDIENT = """
import os, sys, time
from pathlib import Path
from cairn.app import parent
parent.find().watch()
note = Path(sys.argv[1])
fresh = note.with_suffix(".new")
fresh.write_text(str(os.getpid()))
fresh.rename(note)
time.sleep(600)
"""

STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + OBEDIENT

GENEROUS = 20.0


@dataclass(frozen=True)
class Run:
    supervisor: "Popen[str]"
    notes: Path
    data: Path

    def child(self, name: str) -> psutil.Process:
        return psutil.Process(int((self.notes / name).read_text()))

    def postmaster(self) -> psutil.Process:
        process = EmbeddedPostgres(self.data).postmaster.process()
        assert process is not None
        return process

    def next_child(self, name: str, old: psutil.Process) -> psutil.Process:
        end = time.monotonic() + GENEROUS
        while time.monotonic() < end:
            with contextlib.suppress(psutil.NoSuchProcess):
                if (found := self.child(name)).pid != old.pid:
                    return found
            time.sleep(0.02)
        return pytest.fail("no new child came")


@contextlib.contextmanager
def supervised(data: Path, child: str, *names: str) -> Iterator[Run]:
    notes = data.parent / "notes"
    notes.mkdir(exist_ok=True)
    program = data.parent / "child.py"
    program.write_text(child)
    with python("-c", SUPERVISE, data, notes, program, *names) as supervisor:
        assert line_from(supervisor) == "ready\n"
        run = Run(supervisor, notes, data)
        children = [run.child(name) for name in names]
        try:
            yield run
        finally:
            for process in children:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()


def test_a_killed_child_is_started_again(made: Path) -> None:
    with supervised(made, OBEDIENT, "api", "worker") as run:
        killed, other = run.child("api"), run.child("worker")
        killed.kill()
        assert alive(run.next_child("api", killed))
        assert alive(other)
        run.supervisor.send_signal(signal.SIGINT)
        run.supervisor.wait(GENEROUS)


def test_ctrl_c_ends_everything(made: Path) -> None:
    with supervised(made, OBEDIENT, "api", "worker") as run:
        everything = [run.child("api"), run.child("worker"), run.postmaster()]
        everything += run.postmaster().children(recursive=True)

        run.supervisor.send_signal(signal.SIGINT)

        assert run.supervisor.wait(GENEROUS) == 0
        assert [process for process in everything if alive(process)] == []


def test_a_child_that_ignores_the_request_to_end_is_ended(made: Path) -> None:
    with supervised(made, STUBBORN, "api") as run:
        child, postmaster = run.child("api"), run.postmaster()
        run.supervisor.send_signal(signal.SIGTERM)
        assert run.supervisor.wait(GENEROUS) == 0
        assert not alive(child)
        assert not alive(postmaster)


def test_children_follow_a_killed_supervisor_and_the_next_run_works(made: Path) -> None:
    with supervised(made, OBEDIENT, "api") as run:
        child = run.child("api")
        run.supervisor.kill()
        run.supervisor.wait()
        wait_for_end(child)
    (run.notes / "api").unlink()
    with supervised(made, OBEDIENT, "api") as again:
        assert alive(again.postmaster())
        again.supervisor.send_signal(signal.SIGINT)
        assert again.supervisor.wait(GENEROUS) == 0


def test_a_killed_database_comes_back_with_its_rows(made: Path) -> None:
    with supervised(made, OBEDIENT, "api") as run:
        server = EmbeddedPostgres(made)
        with psycopg.connect(server.urls().owner) as owner:
            owner.execute("create table kept (word text)")
            owner.execute("insert into kept values ('still here')")
        killed = run.postmaster()
        os.kill(killed.pid, signal.SIGKILL)
        wait_for_end(killed)

        end = time.monotonic() + GENEROUS
        rows = None
        while rows is None and time.monotonic() < end:
            with contextlib.suppress(psycopg.OperationalError), psycopg.connect(server.urls().owner) as owner:
                rows = owner.execute("select word from kept").fetchall()
        assert rows == [("still here",)]
        run.supervisor.send_signal(signal.SIGINT)
        run.supervisor.wait(GENEROUS)


def test_a_database_that_waits_to_end_for_those_it_serves_comes_back_with_their_rows(made: Path) -> None:
    with supervised(made, OBEDIENT, "api") as run:
        server = EmbeddedPostgres(made)
        with psycopg.connect(server.urls().owner, autocommit=True) as kept:
            kept.execute("create table kept (word text)")
            kept.execute("insert into kept values ('still here')")
            told = run.postmaster()
            told.send_signal(signal.SIGTERM)
            wait_for_end(told)  # though somebody is connected

            end = time.monotonic() + GENEROUS
            rows = None
            while rows is None and time.monotonic() < end:
                with contextlib.suppress(psycopg.OperationalError), psycopg.connect(server.urls().owner) as anew:
                    rows = anew.execute("select word from kept").fetchall()
        assert rows == [("still here",)]
        assert server.runs()
        run.supervisor.send_signal(signal.SIGINT)
        assert run.supervisor.wait(GENEROUS) == 0


def test_a_child_that_never_comes_up_is_said(made: Path) -> None:
    program = made.parent / "child.py"
    program.write_text("raise SystemExit(3)")
    with python("-c", SUPERVISE, made, made.parent, program, "api") as supervisor:
        _, told = supervisor.communicate(timeout=60)
    assert "The process api does not start." in told
    lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    assert {line["code"] for line in lines} == {3}
    assert not EmbeddedPostgres(made).runs()


class Falling(EmbeddedPostgres):
    """A server that is gone once Cairn is ready, and is killed again while it comes up."""

    def __init__(self, failures: list[Exception]) -> None:
        self.failures = failures
        self.starts = 0

    def runs(self) -> bool:
        return False

    def start(self, wanted: Callable[[], bool] = lambda: True) -> None:
        self.starts += 1
        if self.starts == 1:
            return
        if self.failures:
            raise self.failures.pop()
        os.kill(os.getpid(), signal.SIGINT)

    def stop(self, patience: float = 0) -> None:
        pass


def test_a_database_that_is_killed_while_it_comes_up_is_started_once_more() -> None:
    failures = [SetupError("cannot be reached"), psycopg.errors.AdminShutdown("unexpected postmaster exit")]
    database = Falling(failures)
    supervisor = Supervisor([], database)
    supervisor._was_ready = True
    supervisor.run(lambda: True, lambda: None)
    assert failures == []
    assert database.starts == 4


def test_a_database_that_never_comes_up_is_said() -> None:
    with pytest.raises(SetupError, match="cannot be reached"):
        Supervisor([], Falling([SetupError("cannot be reached")])).run(lambda: False, lambda: None)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user to become")
def test_a_link_among_the_logs_leads_nowhere_that_the_user_may_not_go(made: Path) -> None:
    user = find_or_make(made / "postgres")
    target = made.parent / "roots"
    target.write_text("root's own")
    target.chmod(0o600)
    log = made / "logs" / "api.log"
    log.symlink_to(target)

    with open_log(log, user) as opened:
        opened.write(b"a line")

    assert (target.read_text(), target.stat().st_uid) == ("root's own", 0)
    assert log.read_text() == "a line"


def test_the_delay_grows_to_five_seconds_and_health_resets_it() -> None:
    child = Child("api", [])
    assert [child.note_end(1.0) for _ in range(8)] == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]
    child.started = 100.0
    assert child.note_end(131.0) == 0.1
