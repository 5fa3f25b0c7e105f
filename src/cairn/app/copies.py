"""Copies of parts of the program for a system user who is shut out of a folder above the originals.

They lie in a folder of root's own, apart from any data folder: the user reads them and can change nothing, and whoever
gives a data folder to somebody else (`chown -R`) doesn't give root's Python away, of whose files these are links.
"""

import compileall
import contextlib
import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cairn.app.errors import SetupError
from cairn.app.locks import FileLock
from cairn.app.system_user import SystemUser

HOME = Path("/var/cache/cairn")
# Which original a copy is of; a copy whose original is gone is of no use to anybody.
ORIGIN = ".origin"
WASTE = ".waste-"
CACHES = "__pycache__"


@dataclass(frozen=True, slots=True)
class Part:
    """Files that change together.

    Args:
        pieces: Originals by their place in the copy; the first is what the part is known by.
        left_out: Patterns of names that nothing that runs needs.
        deep: Whether files far down are edited in place, as a working copy's are. An installer also touches the top.
    """

    name: str
    pieces: tuple[tuple[str, Path], ...]
    left_out: tuple[str, ...] = ()
    deep: bool = False

    @property
    def original(self) -> Path:
        return self.pieces[0][1]

    def readable_by(self, user: SystemUser) -> bool:
        """Whether the user can read the originals, as far as a look at the telling ones shows."""
        script = 'for path do test -r "$path" && { ! test -d "$path" || test -x "$path"; } || exit 1; done'
        return user.run(["/bin/sh", "-c", script, "sh", *map(str, self._telling())]).returncode == 0

    def stamp(self, user: SystemUser) -> str:
        """Another one for other originals, or another group of readers."""
        known = hashlib.sha256(f"{user.gid}\n".encode())
        for path in self._telling():
            found = path.stat()
            size = 0 if path.is_dir() else found.st_size
            known.update(f"{path} {found.st_mtime_ns} {size} {found.st_mode}\n".encode(errors="surrogateescape"))
        return known.hexdigest()[:16]

    def _telling(self) -> Iterator[Path]:
        for _, original in self.pieces:
            yield original
            if original.is_dir():
                yield from self._inside(original)

    def _inside(self, folder: Path) -> Iterator[Path]:
        names = sorted(os.listdir(folder))
        out = shutil.ignore_patterns(*self.left_out, CACHES)(str(folder), names)
        for path in (folder / name for name in names if name not in out):
            if not path.is_dir() or not self.deep:
                # A link to nowhere is nobody's loss, and tells nothing.
                yield from [path] if path.exists() else []
            else:
                yield from self._inside(path)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that nobody takes away as long as this process lives, or until it is let go."""

    folder: Path
    lock: FileLock

    def let_go(self) -> None:
        self.lock.close()


def keep(part: Part, user: SystemUser, home: Path = HOME) -> Copy:
    """A copy of the part as it is now, made unless it is there; older ones that nobody uses go.

    Raises:
        SetupError: there is no room for one, or no right to make one.
    """
    try:
        home.mkdir(mode=0o755, parents=True, exist_ok=True)
        found = home.lstat()
        if home.is_symlink() or found.st_uid != 0 or found.st_mode & 0o022:
            raise SetupError(f"{home} is not root's alone. Remove it and start again.")
        home.chmod(0o755)
        series = f"{part.name}-{hashlib.sha256(os.fsencode(part.original)).hexdigest()[:8]}-"
        copy = home / f"{series}{part.stamp(user)}"
        with FileLock(home / "lock").hold():
            if not copy.exists():
                _make(part, user, copy)
            held = FileLock(copy / ORIGIN)
            held.share()
            _clear(home, series, copy)
        return Copy(copy, held)
    except OSError as fault:
        raise SetupError(f"{part.original} cannot be copied to {home}: {fault.strerror} ({fault.filename})") from fault


def _make(part: Part, user: SystemUser, copy: Path) -> None:
    """Make it under another name first, so that one cut short is never taken for a whole one."""
    fresh = Path(tempfile.mkdtemp(prefix=WASTE, dir=copy.parent))
    linker = _Linker()
    for place, original in part.pieces:
        target = fresh / place
        target.parent.mkdir(parents=True, exist_ok=True)
        if original.is_dir():
            shutil.copytree(
                original,
                target,
                ignore=shutil.ignore_patterns(*part.left_out),
                copy_function=linker,
                ignore_dangling_symlinks=True,
                dirs_exist_ok=True,
            )
        else:
            linker(str(original), str(target))
    if part.deep:
        # The user may not write compiled files beside the sources, and would compile anew at every start.
        compileall.compile_dir(fresh, quiet=2)
    for folder, _, _ in os.walk(fresh):
        os.chmod(folder, 0o755)  # noqa: S103  # nosec B103  # whoever is let into the outermost folder may enter all
    (fresh / ORIGIN).write_text(str(part.original))
    os.chown(fresh, 0, user.gid)
    fresh.chmod(0o750)
    if linker.copied:
        # A file that was written is on the disk some time later, and must not be missed after a loss of power.
        os.sync()
    fresh.rename(copy)


class _Linker:
    """Links a file where the file system lets us and the user could read the link, else copies it."""

    def __init__(self) -> None:
        self.copied = False

    def __call__(self, source: str, target: str) -> None:
        mode = os.stat(source).st_mode
        # Through a link the user reaches the original itself, which nobody but its owner may be able to change.
        if mode & 0o6026 == 0o004:
            with contextlib.suppress(OSError):
                os.link(os.path.realpath(source) if os.path.islink(source) else source, target)
                return
        shutil.copyfile(source, target)
        shutil.copystat(source, target)
        os.chmod(target, 0o755 if mode & 0o100 else 0o644)
        self.copied = True


def _clear(home: Path, series: str, current: Path) -> None:
    """Put older copies, those of originals that are gone, and what a killed run left aside, and then away."""
    waste = list(home.glob(f"{WASTE}*"))
    for path in home.glob("[!.]*-*-*"):
        origin = path / ORIGIN
        if path == current or not (path.name.startswith(series) or not Path(origin.read_text()).exists()):
            continue
        with FileLock(origin) as lock:
            if not lock.alone():
                continue
        aside = home / f"{WASTE}{path.name}"
        path.rename(aside)
        waste.append(aside)
    # Nobody waits for thousands of files to go.
    threading.Thread(target=_remove, args=(waste,), name="waste", daemon=True).start()


def _remove(waste: list[Path]) -> None:
    for path in waste:
        shutil.rmtree(path, ignore_errors=True)
