import contextlib
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cairn.app.embedded import EmbeddedPostgres


@contextlib.contextmanager
def open_place() -> Iterator[Path]:
    """A folder that any system user can reach, unlike pytest's own, which is closed to all but root."""
    place = Path("/tmp") / f"cairn-test-{secrets.token_hex(6)}"
    place.mkdir(mode=0o755)
    try:
        yield place
    finally:
        if (place / "data" / "postgres").exists():
            EmbeddedPostgres(place / "data").postmaster.stop(1.0)
        shutil.rmtree(place)


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder of the test's own, not there yet."""
    with open_place() as place:
        yield place / "data"


@pytest.fixture(scope="module")
def postgres() -> Iterator[EmbeddedPostgres]:
    """A running server for tests that leave it as they found it."""
    with open_place() as place, EmbeddedPostgres(place / "data") as server:
        yield server


@pytest.fixture(scope="module")
def made_once() -> Iterator[Path]:
    """A data folder with an empty database, to copy from."""
    with open_place() as place:
        with EmbeddedPostgres(place / "data"):
            pass
        yield place / "data"


@pytest.fixture
def made(made_once: Path, data: Path) -> Path:
    """A data folder of the test's own, with an empty database: far quicker than making one."""
    subprocess.run(["cp", "-a", str(made_once), str(data)], check=True)
    return data
