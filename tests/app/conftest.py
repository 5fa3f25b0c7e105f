import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cairn.app.embedded import EmbeddedPostgres


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder that any system user can reach, unlike pytest's own, which is closed to all but root."""
    place = Path("/tmp") / f"cairn-test-{secrets.token_hex(6)}"
    place.mkdir(mode=0o755)
    try:
        yield place / "data"
    finally:
        postmaster = EmbeddedPostgres(place / "data").postmaster if (place / "data/postgres").exists() else None
        if postmaster:
            postmaster.stop(1.0)
        shutil.rmtree(place)
