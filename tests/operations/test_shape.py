"""What `/ready` compares with the database is the shape that `cairn migrate` makes."""

from alembic.script import ScriptDirectory

from cairn.app import migrate
from cairn.app.database import Urls
from cairn.operations.readiness import newest_migration


def test_the_expected_shape_is_the_one_that_migrating_leads_to(database: Urls) -> None:
    assert newest_migration() == ScriptDirectory.from_config(migrate._config(database.owner)).get_current_head()
