"""The embedded PostgreSQL: made, started, shared by several processes, and stopped by the last."""

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
from psycopg import sql

from cairn.app import secrets as secret_store
from cairn.app.database import EMBEDDED_DATABASE, OWNER, Urls, on_socket, prepare_roles, socket_url
from cairn.app.embedded import binaries, configuration
from cairn.app.embedded.postmaster import ENVIRONMENT, FAST_STOP, Postmaster, as_user
from cairn.app.errors import SetupError
from cairn.app.folders import Folders, prepare
from cairn.app.locks import FileLock
from cairn.app.secrets import Secrets
from cairn.app.system_user import SystemUser, find_or_make

SUPERUSER = "postgres"
MAJOR = "18"


class EmbeddedPostgres:
    """PostgreSQL in a data folder, used as a context manager.

    Any number of processes may enter; the first starts the server and the last to leave stops it. They are
    counted by shared file locks, which the kernel gives back even when a process is killed.
    """

    def __init__(self, root: Path) -> None:
        self.user: SystemUser | None = find_or_make(Folders(root).postgres)
        self.folders = prepare(root, self.user)
        self.secrets: Secrets = secret_store.load(self.folders)
        self.socket = self.folders.socket(self.user.uid if self.user else os.geteuid())
        self._postmaster: Postmaster | None = None
        self._using: FileLock | None = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self, wanted: Callable[[], bool] = lambda: True) -> None:
        """Make the database if there is none, start the server if it is down, and be one of its users.

        Also brings a server back that died under us, or was told to end. `wanted` is asked while we wait for recovery.
        """
        with self._lock("mutex").hold():
            postmaster = self.postmaster
            if not (self.folders.postgres / "PG_VERSION").exists():
                self._make(postmaster)
            self._check_major()
            configuration.write(self.folders.postgres, self.socket, self.folders.logs, self.user)
            # Before the start, so that one that is given up in the middle is ended by `stop`.
            if self._using is None:
                self._using = self._lock("users")
                self._using.share()
            postmaster.start(wanted)
            self._bootstrap()

    def stop(self, patience: float = FAST_STOP) -> None:
        """Leave; the last user stops the server."""
        if self._using is None:
            return
        with self._lock("mutex").hold():
            using, self._using = self._using, None
            if using.alone():
                self.postmaster.stop(patience)
            using.close()

    def stop_if_unused(self) -> None:
        """Stop a server whose users were all killed; those who are left would only use it up."""
        with self._lock("mutex").hold(), self._lock("users") as users:
            if users.alone():
                self.postmaster.stop()

    def runs(self) -> bool:
        """Whether the server process is there and stays; cheap enough to ask every second."""
        return self.postmaster.process() is not None and not self.postmaster.stopping()

    def urls(self, database: str = EMBEDDED_DATABASE) -> Urls:
        """The addresses of a database on this server."""
        return on_socket(self.socket, self.secrets, database)

    def superuser_url(self, database: str = EMBEDDED_DATABASE) -> str:
        """For backups and for making databases; nothing that serves people may use it."""
        return socket_url(self.socket, SUPERUSER, self.secrets.superuser_password, database)

    def create_database(self, name: str) -> Urls:
        """Make an empty database with the vector extension, owned by the owner role."""
        with psycopg.connect(self.superuser_url("postgres"), autocommit=True) as connection:
            self._create_database(connection, name)
        return self.urls(name)

    def drop_database(self, name: str) -> None:
        """Remove a database and end what is connected to it; nothing happens if it is not there."""
        with psycopg.connect(self.superuser_url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))

    @property
    def postmaster(self) -> Postmaster:
        if self._postmaster is None:
            programs = binaries.usable(self.user, self.folders.root)
            self._postmaster = Postmaster(programs, self.folders.postgres, self.socket, self.folders.logs, self.user)
        return self._postmaster

    def _lock(self, name: str) -> FileLock:
        return FileLock(self.folders.root / f"postgres.{name}", self.user)

    def _check_major(self) -> None:
        found = (self.folders.postgres / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            raise SetupError(f"The data in {self.folders.postgres} is of PostgreSQL {found}; Cairn runs {MAJOR}.")
        if self.user is None and self.folders.postgres.stat().st_uid != os.geteuid():
            raise SetupError(
                f"The database in {self.folders.postgres} belongs to another user. Start Cairn as that user."
            )

    def _make(self, postmaster: Postmaster) -> None:
        """Make the files under another name first: one cut short is never taken for a whole one."""
        root = self.folders.root
        with tempfile.TemporaryDirectory(prefix=".new-", dir=root) as scratch:
            data = Path(scratch) / "postgres"
            password = Path(scratch) / "password"
            password.touch(0o600)
            password.write_text(self.secrets.superuser_password)
            if self.user:
                self.user.take(Path(scratch))
                self.user.take(password)
            made = subprocess.run(  # noqa: S603  # nosec B603  # a program of our own package
                [
                    postmaster.binaries.path("initdb"),
                    "-D",
                    str(data),
                    "-U",
                    SUPERUSER,
                    f"--pwfile={password}",
                    *INITDB,
                ],
                check=False,
                capture_output=True,
                text=True,
                cwd="/",
                env=ENVIRONMENT,
                **as_user(self.user),
            )
            if made.returncode:
                raise SetupError(f"The database could not be made in {root}: {made.stderr.strip()}")
            data.rename(self.folders.postgres)

    def _bootstrap(self) -> None:
        """Bring roles and the first database in line; a start that was cut short is completed by the next."""
        with psycopg.connect(self.superuser_url("postgres"), autocommit=True) as connection:
            if not connection.execute("select from pg_roles where rolname = %s", (OWNER,)).rowcount:
                self._create_owner(connection)
            if not connection.execute("select from pg_database where datname = %s", (EMBEDDED_DATABASE,)).rowcount:
                with psycopg.connect(self.superuser_url("template1"), autocommit=True) as template:
                    # In the template, so that every database made from it can hold vectors.
                    template.execute("create extension if not exists vector")
                self._create_database(connection, EMBEDDED_DATABASE)
        prepare_roles(self.urls())

    def _create_owner(self, connection: psycopg.Connection) -> None:
        password = self.secrets.owner_password.encode()
        verifier = connection.pgconn.encrypt_password(password, OWNER.encode(), b"scram-sha-256").decode()
        connection.execute(
            sql.SQL("create role {} login createrole password {}").format(sql.Identifier(OWNER), sql.Literal(verifier))
        )

    def _create_database(self, connection: psycopg.Connection, name: str) -> None:
        connection.execute(sql.SQL("create database {} owner {}").format(sql.Identifier(name), sql.Identifier(OWNER)))


INITDB = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--auth-local=scram-sha-256",
    "--auth-host=scram-sha-256",
    "--data-checksums",
    "--no-instructions",
)
