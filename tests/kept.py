"""Engines and connections that a worker's tests use one after another.

A new connection costs the server as much as ten statements, since it knows no table yet, and an engine of its own
has each test put every statement into words anew. What a test gives back, the next is given: an engine without a
connection, and a connection that the server was told to forget everything of.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from select import select
from typing import Any

import psycopg
import pytest
from psycopg.pq import PGconn, TransactionStatus
from psycopg.pq.abc import PGconn as Line
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from cairn.app.database import Urls
from cairn.platform import db, runtime

MOST = 8
"""So many idle connections to one address are kept; a test of many at once opens more and closes them."""


class Connection(psycopg.AsyncConnection[Any]):
    """One that goes back to where it came from, for another loop, unless it was left in the middle of something."""

    _kept: "Kept"
    _arguments: str

    async def close(self) -> None:
        still = self.info.transaction_status is TransactionStatus.IDLE
        if still and self._kept.take_back(self._arguments, self.pgconn):
            self.pgconn = self._kept.spent
        await super().close()


class Kept:
    """What is kept between the tests of one worker, for one database."""

    def __init__(self, urls: Urls) -> None:
        self._urls = {urls.app, urls.system}
        self._engines: dict[tuple[Any, ...], list[AsyncEngine]] = defaultdict(list)
        self._lent: dict[AsyncEngine, tuple[Any, ...]] = {}
        self._idle: dict[str, list[Line]] = defaultdict(list)
        self.spent = PGconn.connect_start(b"host=/nowhere")
        self.spent.finish()

    def connect(self, url: str, *, pool_size: int, overflow: int = 0, name: str = "cairn") -> AsyncEngine:
        """Stands in for `db.connect`; an engine of another database is made as ever."""
        if url not in self._urls:
            return _CONNECT(url, pool_size=pool_size, overflow=overflow, name=name)
        asked = (url, pool_size, overflow, name)
        free = self._engines[asked]
        engine = free.pop() if free else self._made(*asked)
        self._lent[engine] = asked
        return engine

    async def close(self, engine: AsyncEngine) -> None:
        await _CLOSE(engine)
        asked = self._lent.pop(engine, None)
        if asked is not None:
            self._engines[asked].append(engine)

    def take_back(self, arguments: str, pgconn: Line) -> bool:
        idle = self._idle[arguments]
        if len(idle) >= MOST:
            return False
        idle.append(pgconn)
        return True

    def finish(self) -> None:
        """Close all, before the database goes."""
        for idle in self._idle.values():
            for pgconn in idle:
                pgconn.finish()
            idle.clear()

    def _made(self, url: str, pool_size: int, overflow: int, name: str) -> AsyncEngine:
        engine = _CONNECT(url, pool_size=pool_size, overflow=overflow, name=name)

        def lend(_dialect: Any, _record: Any, _words: Any, arguments: dict[str, Any]) -> None:
            arguments["async_creator_fn"] = self._connection

        event.listen(engine.sync_engine, "do_connect", lend)
        return engine

    async def _connection(self, **arguments: Any) -> Connection:
        asked = repr(sorted(arguments.items()))
        connection = await self._used_again(asked) or await Connection.connect(**arguments)
        connection._kept, connection._arguments = self, asked
        return connection

    async def _used_again(self, asked: str) -> Connection | None:
        idle = self._idle[asked]
        while idle:
            pgconn = idle.pop()
            if select([pgconn.socket], [], [], 0)[0]:  # the server said something: that it ended it
                pgconn.finish()
                continue
            connection = Connection(pgconn)
            try:
                await connection.set_autocommit(True)
                await connection.execute("discard all")
                await connection.set_autocommit(False)
            except BaseException:  # who waited for it may have been sent away
                pgconn.finish()
                raise
            return connection
        return None


_CONNECT, _CLOSE = db.connect, db.close


@contextmanager
def keeping(urls: Urls) -> Iterator[Kept]:
    kept = Kept(urls)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runtime, "connect", kept.connect)
        patch.setattr(runtime, "close", kept.close)
        yield kept
    kept.finish()
