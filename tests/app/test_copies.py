import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cairn.app import copies
from cairn.app.copies import Part
from cairn.app.errors import SetupError
from cairn.app.system_user import SystemUser, find_or_make
from tests.app.conftest import open_place

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user to become")


@pytest.fixture
def place() -> Iterator[Path]:
    with open_place() as found:
        yield found
        for thread in threading.enumerate():
            if thread.name == "waste":
                thread.join()


@pytest.fixture
def user(place: Path) -> SystemUser:
    found = find_or_make(place / "nowhere")
    assert found
    return found


@pytest.fixture
def part(place: Path) -> Part:
    """A working copy in a closed folder, with a file in it that is closed as well."""
    original = place / "closed" / "source"
    (original / "inner").mkdir(parents=True)
    (original / "open.py").write_text("OPEN = 1\n")
    (original / "inner" / "secretive.py").write_text("CLOSED = 1\n")
    (original / "inner" / "secretive.py").chmod(0o600)
    (original / "left-out.txt").write_text("")
    (original / "inner").chmod(0o700)
    (place / "closed").chmod(0o700)
    return Part("source", (("source", original),), ("left-*",), deep=True)


def read(user: SystemUser, path: Path) -> str:
    return user.run(["/bin/cat", str(path)]).stdout


def kept(part: Part, user: SystemUser, home: Path) -> Path:
    """A copy that is there and that nobody uses."""
    copy = copies.keep(part, user, home)
    copy.let_go()
    return copy.folder


def test_a_copy_is_read_by_the_user_and_changed_by_nobody_but_root(place: Path, part: Part, user: SystemUser) -> None:
    assert not part.readable_by(user)
    copy = kept(part, user, place / "cache")

    assert read(user, copy / "source" / "open.py") == "OPEN = 1\n"
    assert read(user, copy / "source" / "inner" / "secretive.py") == "CLOSED = 1\n"
    assert not (copy / "source" / "left-out.txt").exists()
    for path in (copy, *copy.rglob("*")):
        assert path.stat().st_uid == 0
        assert not path.stat().st_mode & 0o022, path
    assert stat.S_IMODE(copy.stat().st_mode) == 0o750


def test_a_closed_file_stays_closed_where_it_is(place: Path, part: Part, user: SystemUser) -> None:
    kept(part, user, place / "cache")
    assert stat.S_IMODE((part.original / "inner" / "secretive.py").stat().st_mode) == 0o600


def test_a_file_that_others_may_write_is_no_way_back_to_the_original(place: Path, part: Part, user: SystemUser) -> None:
    (part.original / "open.py").chmod(0o666)
    copy = kept(part, user, place / "cache")
    user.run(["/bin/sh", "-c", 'echo CHANGED > "$1"', "sh", str(copy / "source" / "open.py")])
    assert (part.original / "open.py").read_text() == "OPEN = 1\n"


def test_a_copy_is_made_once_and_anew_when_the_original_changed(place: Path, part: Part, user: SystemUser) -> None:
    home = place / "cache"
    first = kept(part, user, home)
    made = first.stat().st_mtime_ns
    assert kept(part, user, home) == first
    assert first.stat().st_mtime_ns == made

    fresh = part.original / "new.py"
    fresh.write_text("OPEN = 2\n")
    fresh.rename(part.original / "inner" / "secretive.py")
    second = kept(part, user, home)

    assert second != first
    assert read(user, second / "source" / "inner" / "secretive.py") == "OPEN = 2\n"
    assert not first.exists()


def test_a_copy_whose_original_is_gone_goes_too(place: Path, part: Part, user: SystemUser) -> None:
    other = place / "other"
    other.mkdir()
    left = kept(Part("other", (("other", other),)), user, place / "cache")
    other.rmdir()
    kept(part, user, place / "cache")
    assert not left.exists()


def test_a_copy_that_another_run_uses_stays(place: Path, part: Part, user: SystemUser) -> None:
    used = copies.keep(part, user, place / "cache")
    (part.original / "new.py").write_text("")
    kept(part, user, place / "cache")
    assert used.folder.exists()

    used.let_go()
    kept(part, user, place / "cache")
    assert not used.folder.exists()


def test_a_folder_of_somebody_else_is_not_trusted(place: Path, part: Part, user: SystemUser) -> None:
    home = place / "cache"
    home.mkdir()
    os.chown(home, user.uid, user.gid)
    with pytest.raises(SetupError, match="not root's alone"):
        copies.keep(part, user, home)
    home.rmdir()
    home.symlink_to(place)
    with pytest.raises(SetupError, match="not root's alone"):
        copies.keep(part, user, home)
