"""Brings a database to this program's shape."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", "cairn:migrations")
    # ConfigParser reads % as the start of a substitution.
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def upgrade(owner_url: str) -> None:
    """Run every migration that hasn't run yet, in one transaction; two at once wait for each other."""
    command.upgrade(_config(owner_url), "head")


def newest() -> str | None:
    """The revision this program expects."""
    return ScriptDirectory.from_config(_config("")).get_current_head()


def current(url: str) -> str | None:
    """The revision a database is at."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
