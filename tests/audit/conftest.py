"""A trail of this test's own."""

from collections.abc import Iterator

import pytest

from cairn.app.database import Urls
from tests.audit.trail import clear


@pytest.fixture
def trail(database: Urls) -> Iterator[Urls]:
    """The database, its trail empty before and after."""
    clear(database)
    yield database
    clear(database)
