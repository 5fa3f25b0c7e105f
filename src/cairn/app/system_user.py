"""The operating system user that Cairn's processes run as when root starts them."""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cairn.app.errors import SetupError

NAME = "cairn"
HOME = Path("/var/lib/cairn")


@dataclass(frozen=True, slots=True)
class SystemUser:
    """A user to become. Only root can become one; everybody else already is who they are."""

    name: str
    uid: int
    gid: int

    def owns(self, path: Path) -> bool:
        return path.lstat().st_uid == self.uid

    def take(self, path: Path) -> None:
        """Give the path to this user, unless it is theirs already; a link is not followed to what it names."""
        if not self.owns(path):
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def first_closed(self, path: Path) -> Path | None:
        """The outermost folder on the way to `path`, itself included, that this user cannot enter."""
        steps = [*reversed(path.parents), path]
        script = 'for step do cd "$step" 2>/dev/null || { printf %s "$step"; exit 1; }; done'
        walk = self.run(["/bin/sh", "-c", script, "sh", *map(str, steps)])
        return None if walk.returncode == 0 else Path(walk.stdout)

    def run(self, command: list[str], environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run a short command as this user, with this beside our environment; one that can't start counts as failed."""
        try:
            return subprocess.run(  # noqa: S603  # nosec B603  # commands are written in this package
                command,
                check=False,
                capture_output=True,
                text=True,
                cwd="/",
                env={**os.environ, **(environment or {})},
                timeout=60,
                user=self.uid,
                group=self.gid,
                extra_groups=[],
            )
        except OSError as fault:
            return subprocess.CompletedProcess(command, 126, "", str(fault))


@contextlib.contextmanager
def acting_as(user: SystemUser | None) -> Iterator[None]:
    """Open and make files with no more rights than the user has.

    Root does so in folders that are the user's own: a link that somebody laid there leads no further than they get.
    """
    if user is None:
        yield
        return
    group = os.getegid()
    os.setegid(user.gid)
    os.seteuid(user.uid)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(group)


def find_or_make(postgres_data: Path) -> SystemUser | None:
    """Whom to run as: the owner of an existing database, else the user `cairn`; None when we are not root.

    PostgreSQL insists that its files belong to the user it runs as, so an existing database decides.
    """
    return find(postgres_data) or _make() if os.geteuid() == 0 else None


def find(postgres_data: Path) -> SystemUser | None:
    """The same, but nobody is made."""
    if os.geteuid() != 0:
        return None
    if postgres_data.exists() and (owner := postgres_data.stat().st_uid) != 0:
        return _by_uid(owner)
    try:
        return _from(pwd.getpwnam(NAME))
    except KeyError:
        return None


def _by_uid(uid: int) -> SystemUser:
    try:
        return _from(pwd.getpwuid(uid))
    except KeyError:
        # A volume from another machine can belong to a number that has no name here; the number is enough.
        return SystemUser(str(uid), uid, uid)


def _from(entry: pwd.struct_passwd) -> SystemUser:
    return SystemUser(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _make() -> SystemUser:
    tool = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if tool is None or sys.platform == "darwin":
        raise SetupError(
            f"PostgreSQL refuses to run as root, and there is no useradd here to make the user {NAME!r}. "
            f"Make that user yourself, or start Cairn as an ordinary user."
        )
    shell = "/usr/sbin/nologin" if Path("/usr/sbin/nologin").exists() else "/bin/false"
    made = subprocess.run(  # noqa: S603  # nosec B603  # a system program with arguments written here
        [
            tool,
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            str(HOME),
            "--shell",
            shell,
            NAME,
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    try:
        # Another process may have made it a moment ago; what counts is that it is there.
        return _from(pwd.getpwnam(NAME))
    except KeyError:
        raise SetupError(f"The system user {NAME!r} could not be made: {made.stderr.strip()}") from None
