"""`cairn up`: the database, the API and the workers, kept running by this process."""

import contextlib
import http.client
import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cairn.migrations
from cairn.app import database, environment, folders, secrets
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.environment import Environment
from cairn.app.errors import AlreadyRunning, SetupError
from cairn.app.folders import Folders
from cairn.app.locks import FileLock
from cairn.app.supervisor import Child, Supervisor
from cairn.app.system_user import SystemUser, find_or_make

# Processes of a run that was killed notice it and end within this many seconds.
LEFTOVERS_END = 6.0
# Each file is named for its revision, so the newest name is the shape that this version expects.
MIGRATIONS = Path(cairn.migrations.__file__).parent / "versions"
LOOK_FOR_PACKAGES = "import cairn.app.parent, importlib.util; assert importlib.util.find_spec('psycopg')"


def up(workers: int) -> int:
    """Run until Ctrl-C or SIGTERM; prints one line when Cairn is ready."""
    here = environment.read()
    server = None if here.database_url else EmbeddedPostgres(here.data)
    user = server.user if server else _user_if_any(here)
    place = server.folders if server else folders.prepare(here.data, user)
    secrets.load(place)
    # The children run in another folder, where a relative path would mean something else.
    os.environ["CAIRN_DATA"] = str(here.data)
    with _only_one(place, here) as after_a_crash:
        _expect_free_port(here, LEFTOVERS_END if after_a_crash else 0.0)
        supervisor = _supervisor(here, place, server, user, workers)
        supervisor.run(lambda: answers(here), lambda: print(f"Cairn is running: {here.address}", flush=True))
    return 0


def _supervisor(
    here: Environment,
    place: Folders,
    server: EmbeddedPostgres | None,
    user: SystemUser | None,
    workers: int,
) -> Supervisor:
    names = ["api", "worker", *(f"worker-{number}" for number in range(2, workers + 1))]
    obstacle = _obstacle(user) if user else None
    children_user = None if obstacle else user
    supervisor = Supervisor(
        children=[Child(name, _command(name.partition("-")[0])) for name in names],
        database=server,
        prepare=lambda: _migration(here, place),
        user=children_user,
        folder=Path.cwd() if Path(".env").exists() or children_user is None else place.root,
        # In a terminal the one line should stay in sight; elsewhere whoever started us collects the logs.
        logs=place.logs if sys.stderr.isatty() else None,
    )
    if user and obstacle:
        supervisor.log("the processes run as root", reason=f"the user {user.name} cannot {obstacle}")
    elif user:
        _hand_over_mail(place, user)
    return supervisor


def _command(name: str) -> list[str]:
    # -P: a folder named cairn wherever we were started is not this program.
    return [sys.executable, "-P", "-m", "cairn", name]


def _migration(here: Environment, place: Folders) -> list[str] | None:
    """The command that brings the tables in line, unless they are; looking is far quicker than running it."""
    urls = database.locate(here, secrets.load(place))
    if database.revision(urls) == max(file.name.partition("_")[0] for file in MIGRATIONS.glob("[0-9]*_*.py")):
        return None
    return _command("migrate")


def _user_if_any(here: Environment) -> SystemUser | None:
    """With a database elsewhere we may run as root, as containers without useradd must."""
    try:
        return find_or_make(Folders(here.data).postgres)
    except SetupError:
        return None


def _obstacle(user: SystemUser) -> str | None:
    """What keeps the user from running our processes."""
    if user.run([sys.executable, "-P", "-c", LOOK_FOR_PACKAGES]).returncode:
        return f"read {sys.executable} or the packages beside it"
    for name in (".env", environment.variable("CAIRN_SECRETS")):
        file = Path(name).absolute() if name else None
        if file and file.exists() and user.run(["/bin/sh", "-c", 'test -r "$1"', "sh", str(file)]).returncode:
            return f"read {file}"
    return None


def _hand_over_mail(place: Folders, user: SystemUser) -> None:
    """Letters that root's processes wrote earlier must be readable for those of the user."""
    for path in place.mail.rglob("*"):
        user.take(path)


@contextlib.contextmanager
def _only_one(place: Folders, here: Environment) -> Iterator[bool]:
    """Hold the data folder for this run; tells whether the run before ended without cleaning up.

    Raises:
        AlreadyRunning: another run holds it.
    """
    note = place.root / "up.json"
    with FileLock(place.root / "up.lock") as lock:
        if not lock.alone():
            raise AlreadyRunning(f"Cairn already runs on {place.root}{_told_by(note)}.")
        crashed = note.exists()
        note.write_text(json.dumps({"pid": os.getpid(), "address": here.address}))
        try:
            yield crashed
        finally:
            note.unlink(missing_ok=True)


def _told_by(note: Path) -> str:
    try:
        known = json.loads(note.read_text())
        return f", at {known['address']} (process {known['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _expect_free_port(here: Environment, patience: float) -> None:
    end = time.monotonic() + patience
    while (fault := port_fault(here)) is not None:
        if time.monotonic() >= end:
            raise SetupError(fault)
        time.sleep(0.1)


def port_fault(here: Environment) -> str | None:
    """Why we could not listen; None when we could."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(here.host, here.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except PermissionError:
        return f"Port {here.port} is for root alone. Choose one above 1023 with --port or CAIRN_PORT."
    except socket.gaierror:
        return f"{here.host!r} is no address of this machine. Set --host or CAIRN_HOST."
    except OSError as fault:
        return (
            f"Port {here.port} on {here.host} cannot be used: {fault.strerror}. "
            f"Choose another with --port or CAIRN_PORT."
        )
    return None


def answers(here: Environment) -> bool:
    """Whether the API says that it is ready."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(here.host, here.host)  # noqa: S104 - only compared
    connection = http.client.HTTPConnection(host, here.port, timeout=0.5)
    try:
        connection.request("GET", "/ready", headers={"Host": f"localhost:{here.port}"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
