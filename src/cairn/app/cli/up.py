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

from cairn.app import database, environment, folders, footing, secrets
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.environment import Environment
from cairn.app.errors import AlreadyRunning, SetupError
from cairn.app.folders import Folders
from cairn.app.footing import Footing
from cairn.app.locks import FileLock
from cairn.app.supervisor import Child, Supervisor
from cairn.app.system_user import SystemUser, find_or_make
from cairn.platform.shape import newest_migration

# Processes of a run that was killed notice it and end within this many seconds.
LEFTOVERS_END = 6.0


def up(workers: int) -> int:
    """Run until Ctrl-C or SIGTERM; prints one line when Cairn is ready."""
    here = environment.read()
    server = None if here.database_url else EmbeddedPostgres(here.data)
    user = server.user if server else _user_if_any(here)
    place = server.folders if server else folders.prepare(here.data, user)
    secrets.load(place)
    # The children run in another folder, where a relative path would mean something else.
    os.environ["CAIRN_DATA"] = str(here.data)
    if environment.variable("CAIRN_PUBLIC_URL") is None:
        # Links in letters lead to where we listen, and passkeys are made for there and nowhere else.
        os.environ["CAIRN_PUBLIC_URL"] = here.address
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
    found = footing.find(place, user)
    supervisor = Supervisor(
        children=[Child(name, found.program.command(name.partition("-")[0])) for name in names],
        database=server,
        prepare=lambda: _migration(here, place, found),
        footing=found,
        # In a terminal the one line should stay in sight; elsewhere whoever started us collects the logs.
        logs=place.logs if sys.stderr.isatty() else None,
    )
    if found.obstacle:
        supervisor.log("the processes run as root", reason=found.obstacle)
    return supervisor


def _migration(here: Environment, place: Folders, found: Footing) -> list[str] | None:
    """The command that brings the tables in line, unless they are; looking is far quicker than running it."""
    urls = database.locate(here, secrets.load(place))
    if database.revision(urls) == newest_migration():
        return None
    return found.program.command("migrate")


def _user_if_any(here: Environment) -> SystemUser | None:
    """With a database elsewhere we may run as root, as containers without useradd must."""
    try:
        return find_or_make(Folders(here.data).postgres)
    except SetupError:
        return None


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
        with open(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o644), "w") as written:
            json.dump({"pid": os.getpid(), "address": here.address}, written)
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
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(here.host, here.host)  # noqa: S104  # nosec B104  # only compared
    connection = http.client.HTTPConnection(host, here.port, timeout=0.5)
    try:
        connection.request("GET", "/ready", headers={"Host": f"localhost:{here.port}"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
