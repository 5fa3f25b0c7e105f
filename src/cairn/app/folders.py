"""Where Cairn keeps its data, and what lies where in it."""

import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from cairn.app import system_user
from cairn.app.errors import SetupError
from cairn.app.system_user import SystemUser

# The kernel's limit for a socket's path (104 bytes on macOS, 108 on Linux, both with a closing zero).
SOCKET_PATH_LIMIT = 103
# Short, and there on every system. What we make in it is closed to others, and checked to be ours.
SHORT_PLACE = Path("/tmp")  # noqa: S108  # nosec B108  # see above
SOCKET_NAME = ".s.PGSQL.5432.lock"


@dataclass(frozen=True, slots=True)
class Folders:
    """The data folder. Everything in it is private to one operating system user."""

    root: Path

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def mail(self) -> Path:
        return self.root / "mail"

    @property
    def sms(self) -> Path:
        return self.root / "sms"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.json"

    def socket(self, owner_uid: int | None = None) -> Path:
        """The folder of the database's socket: in the data folder, or under /tmp when that path is too long.

        Its owner is the database's; `owner_uid` says who that will be while there is no database yet.
        """
        usual = self.root / "run"
        if len(os.fsencode(usual / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
            return usual
        key = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        owner = self.postgres.stat().st_uid if owner_uid is None else owner_uid
        return SHORT_PLACE / f"cairn-{owner}-{key}"


def choose(named: str | None = None) -> Path:
    """The data folder: as named by --data or CAIRN_DATA, else the platform's own place."""
    if named:
        return Path(named).expanduser().absolute()
    if os.geteuid() == 0:
        return system_user.HOME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Cairn"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "cairn"


def prepare(root: Path, user: SystemUser | None) -> Folders:
    """Make the folders that are missing, owned by `user` and closed to everybody else.

    Raises:
        SetupError: a folder cannot be made, or `user` could not enter it.
    """
    folders = Folders(root)
    try:
        make_private(root, user)
        for folder in (folders.mail, folders.sms, folders.logs, folders.socket(user.uid if user else os.geteuid())):
            make_private(folder, user)
            if user:
                user.take(folder)
    except OSError as fault:
        raise SetupError(
            f"The data folder {root} cannot be used: {fault.strerror} ({fault.filename}). "
            f"Choose another with --data or CAIRN_DATA."
        ) from fault
    if user and (closed := user.first_closed(root)):
        raise SetupError(
            f"The system user {user.name!r} cannot enter {closed}, so the database cannot live in {root}. "
            f"Open that folder with `chmod o+x {closed}`, or choose another with --data or CAIRN_DATA."
        )
    return folders


def make_private(folder: Path, user: SystemUser | None) -> None:
    """Make a folder of mode 0700. One that exists keeps its mode, but must be ours and no link."""
    try:
        folder.mkdir(parents=True, mode=0o700)
    except FileExistsError:
        _expect_own(folder, user)
    else:
        if user:
            user.take(folder)


def _expect_own(folder: Path, user: SystemUser | None) -> None:
    """Anyone can make a folder under /tmp before us; only what our user or root owns is trusted."""
    if folder.parent != SHORT_PLACE or not folder.name.startswith("cairn-"):
        return
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != (user.uid if user else os.geteuid()):
        raise SetupError(f"{folder} is in the way: it belongs to somebody else. Remove it and start again.")
