"""What `/ready` and `cairn up` expect of the database is what migrating leaves, in whatever order files are named."""

from cairn.app import migrate
from cairn.platform.shape import newest_migration


def test_the_shape_that_is_expected_is_the_end_of_the_chain() -> None:
    assert newest_migration() == migrate.newest()
