"""The trail as its owner, and the roles of the application, reach it by SQL."""

from typing import Any

import psycopg

from cairn.app.database import Urls
from cairn.platform.actor import Actor


def by_sql(url: str, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with psycopg.connect(url, autocommit=True) as connection:
        done = connection.execute(statement, values)
        return done.fetchall() if done.description else []


def tamper(database: Urls, *statements: tuple[Any, ...]) -> None:
    """What somebody does who owns the database, and so can put the triggers out of the way."""
    with psycopg.connect(database.owner) as connection:
        for table in ("audit_entries", "audit_links"):
            connection.execute(f"alter table {table} disable trigger user")
        for statement, *values in statements:
            connection.execute(statement, values)
        for table in ("audit_entries", "audit_links"):
            connection.execute(f"alter table {table} enable trigger user")


def clear(database: Urls) -> None:
    """An empty trail."""
    tamper(
        database,
        ("truncate audit_entries, audit_links, audit_waiting, audit_refusals",),
        ("update audit_anchor set position = 0, hash = decode(repeat('00', 32), 'hex'), mac = null",),
    )


async def write(actor: Actor, *, times: int = 1) -> None:
    """Entries that say little."""
    for _ in range(times):
        async with actor.work() as work:
            await work.audit("task.add", work.user_id, kind="task", detail={"word": "one"})
