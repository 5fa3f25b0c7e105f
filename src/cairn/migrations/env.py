"""Runs migrations as the owner, one transaction for all of a run, one run at a time."""

from alembic import context
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

LOCK = 20013


def run() -> None:
    address = make_url(context.config.get_main_option("sqlalchemy.url") or "").set(drivername="postgresql+psycopg")
    engine = create_engine(address, poolclass=NullPool)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("set local lock_timeout = '30s'"))
        connection.execute(text(f"select pg_advisory_xact_lock({LOCK})"))
        context.configure(connection=connection, transactional_ddl=True)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
