"""Statements that every search waits for, run by the driver itself: a third of the time, and bytes come as bytes."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from psycopg import AsyncConnection
from psycopg.rows import namedtuple_row

from cairn.platform.work import UnitOfWork


async def rows(work: UnitOfWork, statement: str, arguments: Mapping[str, Any]) -> Sequence[Any]:
    """The rows of a statement that only reads, in the work's own transaction.

    What the session has not flushed is not seen.

    Args:
        statement: With `%(name)s` for its arguments.
    """
    connection = await work.session.connection()
    raw = cast("AsyncConnection[Any]", (await connection.get_raw_connection()).driver_connection)
    async with raw.cursor(row_factory=namedtuple_row, binary=True) as cursor:
        await cursor.execute(statement.encode(), arguments, prepare=True)
        return await cursor.fetchall()
