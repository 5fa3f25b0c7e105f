"""As whom, from where and with what Cairn's own processes run."""

import fcntl
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cairn.app import environment, program
from cairn.app.errors import SetupError
from cairn.app.folders import Folders
from cairn.app.program import Program
from cairn.app.system_user import SystemUser


@dataclass(frozen=True, slots=True)
class Footing:
    """What the supervisor gives its children.

    Args:
        user: Whom they run as; None for ourselves.
        environment: What they are told beside what we were told.
        handed: Open files that they inherit.
        obstacle: Why they run as root although there is a user for them.
    """

    program: Program
    user: SystemUser | None
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    handed: tuple[int, ...] = ()
    obstacle: str | None = None


def find(place: Folders, user: SystemUser | None) -> Footing:
    """The footing for this user: what they cannot read is copied for them, or handed to them."""
    if user is None:
        return Footing(Program(), None, Path.cwd())
    try:
        found = program.readable_by(user)
        settings, folder = _settings(place, user)
        secrets, handed = _secrets(user)
    except SetupError as fault:
        return Footing(Program(), None, Path.cwd(), obstacle=str(fault))
    _hand_over_mail(place, user)
    own = {"HOME": str(place.root), "USER": user.name, "LOGNAME": user.name}
    return Footing(found, user, folder, {**found.environment, **own, **settings, **secrets}, handed)


def _settings(place: Folders, user: SystemUser) -> tuple[dict[str, str], Path]:
    """What `.env` says, unless the processes can read it, and where they run: relative paths count from there."""
    file = Path(".env")
    if not file.exists():
        return {}, place.root
    if _reads(user, file):
        return {}, Path.cwd()
    # A variable that is set already goes before the file.
    ours = {name for name in environment.env_file() if name.upper().startswith("CAIRN_")} - set(os.environ)
    return {name: value for name, value in environment.env_file().items() if name in ours and value}, place.root


def _secrets(user: SystemUser) -> tuple[dict[str, str], tuple[int, ...]]:
    """Where the processes find the secrets that CAIRN_SECRETS names, and the open file behind it, if any."""
    named = environment.variable("CAIRN_SECRETS")
    if not named:
        return {}, ()
    if _reads(user, Path(named)):
        return {"CAIRN_SECRETS": os.path.abspath(named)}, ()
    descriptor = _sealed(Path(named), user)
    return {"CAIRN_SECRETS": f"/dev/fd/{descriptor}"}, (descriptor,)


def _reads(user: SystemUser, file: Path) -> bool:
    return user.run(["/bin/sh", "-c", 'test -r "$1"', "sh", str(file.absolute())]).returncode == 0


def _sealed(file: Path, user: SystemUser) -> int:
    """The content of a file that is closed to the user, in memory that they can read and nobody can change.

    Raises:
        SetupError: this system has no such memory.
    """
    if not hasattr(os, "memfd_create"):
        raise SetupError(f"{user.name!r} cannot read {file}, which CAIRN_SECRETS names")
    descriptor = os.memfd_create("secrets", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.write(descriptor, file.read_bytes())
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK)
    os.fchmod(descriptor, 0o600)
    os.fchown(descriptor, user.uid, user.gid)
    return descriptor


def _hand_over_mail(place: Folders, user: SystemUser) -> None:
    """Letters and texts that root's processes kept earlier must be readable for those of the user."""
    for kept in (place.mail, place.sms):
        for _, folders, files, descriptor in os.fwalk(kept):
            for name in (*folders, *files):
                # By the open folder, so that no link on the way leads out of it.
                os.chown(name, user.uid, user.gid, dir_fd=descriptor, follow_symlinks=False)
