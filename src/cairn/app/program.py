"""How Cairn's own processes are started, as a user who may be shut out of where Cairn is installed."""

import os
import site
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cairn
from cairn.app import copies, page_folder
from cairn.app.copies import Part
from cairn.app.errors import SetupError
from cairn.app.system_user import SystemUser

LOOK_FOR_PACKAGES = "import cairn.app.parent, importlib.util; assert importlib.util.find_spec('psycopg')"
VERSION = f"python{sysconfig.get_python_version()}"
# Half of the standard library is its own tests and a windowing toolkit.
TESTS_AND_WINDOWS = ("test", "tests", "idlelib", "tkinter", "turtledemo")
NOT_RUN = (*TESTS_AND_WINDOWS, "site-packages", "dist-packages", "ensurepip", "config-*")


@dataclass(frozen=True, slots=True)
class Program:
    """A Python with Cairn in its reach, and what its environment must say beside our own."""

    python: Sequence[str] = (sys.executable, "-P")
    environment: Mapping[str, str] = field(default_factory=dict)

    def command(self, name: str) -> list[str]:
        # -P: a folder named cairn wherever we were started is not this program.
        return [*self.python, "-m", "cairn", name]


def readable_by(user: SystemUser) -> Program:
    """The program as installed if the user can read it, else with copies of the parts that they can't.

    Raises:
        SetupError: it cannot be made to run for them.
    """
    parts = _parts()
    closed = [part for part in parts if not part.readable_by(user)]
    program = Program()
    if closed:
        program = _of(parts, {part.name: copies.keep(part, user).folder for part in closed})
    tried = user.run([*program.python, "-c", LOOK_FOR_PACKAGES], program.environment)
    if tried.returncode:
        reason = tried.stderr.strip().rpartition("\n")[2] or f"it ended with {tried.returncode}"
        raise SetupError(f"{program.python[0]} does not run: {reason}")
    return program


def closed_to(user: SystemUser) -> list[Path]:
    """The places that the user cannot read, so that copies stand in for them."""
    return [part.original for part in _parts() if not part.readable_by(user)]


def _of(parts: Sequence[Part], copied: Mapping[str, Path]) -> Program:
    """A program made of these copies and, for what is not among them, of the originals."""
    environment: dict[str, str] = {}
    apart = {part.name for part in parts}
    python = Path(sys.executable).resolve()
    if home := copied.get("python"):
        python = home / "bin" / VERSION
        # A shared library of Python's own is looked for where it was installed, which is closed.
        former = os.environ.get("LD_LIBRARY_PATH")
        environment |= {"PYTHONHOME": "", "LD_LIBRARY_PATH": f"{home / 'lib'}{f':{former}' if former else ''}"}
    found = [copied["packages"]] if "packages" in copied else _site_folders()
    if "cairn" in apart:
        found = [copied.get("cairn", Path(cairn.__file__).parents[1]), *found]
    environment["PYTHONPATH"] = os.pathsep.join(map(str, found))
    page = copied.get("page") or page_folder.find() if "page" in apart else None
    environment["CAIRN_WEB"] = str(page) if page else ""
    # -S: packages come from the path above alone, and not from beside whichever Python it is.
    return Program((str(python), "-S", "-P"), environment)


def _parts() -> list[Part]:
    site_folders = _site_folders()
    parts = [
        Part("python", tuple(_python_pieces()), NOT_RUN),
        # The database's programs are kept by `embedded.binaries`, and started by us alone.
        Part("packages", tuple(("", folder) for folder in site_folders), ("pginstall*",)),
    ]
    package = Path(cairn.__file__).parent
    if package.parent not in site_folders:
        parts.append(Part("cairn", (("cairn", package),), deep=True))
    page = page_folder.find()
    if page and not any(page.is_relative_to(folder) for folder in site_folders):
        parts.append(Part("page", (("", page),), deep=True))
    return parts


def _python_pieces() -> Iterator[tuple[str, Path]]:
    """What makes a Python that finds its library by where it lies itself."""
    base = Path(sys.base_prefix)
    yield f"bin/{VERSION}", Path(sys.executable).resolve()
    for name in dict.fromkeys(("lib", sys.platlibdir)):
        if (library := base / name / VERSION).is_dir():
            yield f"{name}/{VERSION}", library
    for library in sorted((base / "lib").glob("libpython*.so*")):
        yield f"lib/{library.name}", library


def _site_folders() -> list[Path]:
    named = [*site.getsitepackages(), *([site.getusersitepackages()] if site.ENABLE_USER_SITE else [])]
    return [folder for folder in map(Path, named) if folder.is_dir()]
