"""Statements that somebody waits for, run by the driver itself: a third of the time, and bytes come as bytes."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from psycopg import AsyncConnection
from psycopg.rows import namedtuple_row, tuple_row

from cairn.platform.work import UnitOfWork


async def rows(
    work: UnitOfWork, statement: str, arguments: Mapping[str, Any], *, parted: bool = False
) -> Sequence[Any]:
    """The rows of a statement that only reads, in the work's own transaction.

    What the session has not flushed is not seen.

    Args:
        statement: With `%(name)s` for its arguments.
        parted: Whether it reads tables in parts by person. A plan kept for the next time would open all parts each
            time; made anew, it opens the person's.
    """
    async with (await _raw(work)).cursor(row_factory=namedtuple_row, binary=True) as cursor:
        await cursor.execute(statement.encode(), arguments, prepare=not parted)
        return await cursor.fetchall()


async def tuples(work: UnitOfWork, statement: str, arguments: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
    """The same as plain tuples, for thousands of rows whose names would cost more than the rows."""
    async with (await _raw(work)).cursor(row_factory=tuple_row, binary=True) as cursor:
        await cursor.execute(statement.encode(), arguments, prepare=True)
        return await cursor.fetchall()


async def _raw(work: UnitOfWork) -> AsyncConnection[Any]:
    connection = await work.session.connection()
    return cast("AsyncConnection[Any]", (await connection.get_raw_connection()).driver_connection)
