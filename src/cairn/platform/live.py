"""Live events: written in the transaction that makes them true, heard by every open stream of their person."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from cairn.platform.messages import Event

log = structlog.get_logger()

CHANNEL = "cairn_events"
QUEUE_LENGTH = 500

# The lock of each person is taken before the ids are drawn, so ids of one person commit in order and a resume
# by id misses none; people are sorted, so that two units of work can't wait for each other.
_LOCK = text("select pg_advisory_xact_lock(20014, hashtext(person)) from unnest(cast(:people as text[])) as person")
_INSERT = text(
    "with added as ("
    " insert into events (user_id, kind, data, at) select u, k, d, :at"
    " from unnest(cast(:users as uuid[]), cast(:kinds as text[]), cast(:data as jsonb[]))"
    " with ordinality as e(u, k, d, n) order by n returning id, user_id, kind, data)"
    " select pg_notify(:channel, json_build_object("
    "'id', id, 'user_id', user_id, 'kind', kind, 'data', data)::text) from added order by id"
)


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """One event as a stream sends it. `id` is 0 for what has no place in the sequence (a closing)."""

    id: int
    kind: str
    data: dict[str, Any]


class Subscription:
    """The events of one person for one open stream, bounded: a client too slow to follow is told to reset."""

    def __init__(self, user_id: UUID, credential_id: UUID | None) -> None:
        self.user_id = user_id
        self.credential_id = credential_id
        self.queue: asyncio.Queue[LiveEvent | None] = asyncio.Queue(QUEUE_LENGTH)
        self.overrun = False

    def offer(self, event: LiveEvent | None) -> None:
        try:
            self.queue.put_nowait(event)
        except asyncio.QueueFull:
            self.overrun = True


class LiveEvents:
    """The one LISTEN connection of a process, fanned out to its open streams. It is made for the first of them."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._subscriptions: dict[UUID, set[Subscription]] = defaultdict(set)
        self._listener: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()

    async def write(self, connection: AsyncConnection, events: Sequence[tuple[UUID, Event]], now: datetime) -> None:
        """Insert the buffered events of a unit of work and notify, just before its commit."""
        await connection.execute(_LOCK, {"people": sorted({str(user_id) for user_id, _ in events})})
        await connection.execute(
            _INSERT,
            {
                "at": now,
                "channel": CHANNEL,
                "users": [user_id for user_id, _ in events],
                "kinds": [event.kind for _, event in events],
                "data": [json.dumps(event.data()) for _, event in events],
            },
        )

    @property
    def open_streams(self) -> int:
        return sum(len(group) for group in self._subscriptions.values())

    @asynccontextmanager
    async def subscribe(self, user_id: UUID, credential_id: UUID | None) -> AsyncIterator[Subscription]:
        """Hear a person's events from this moment on. Read the backlog after subscribing, so that none is missed.

        Args:
            credential_id: The session or key that listens: with it the stream ends.
        """
        if self._listener is None:
            self._listener = asyncio.create_task(self._listen(), name="live events")
        while not self._ready.is_set():  # it may have ended again before this one was woken
            await self._ready.wait()
        subscription = Subscription(user_id, credential_id)
        self._subscriptions[user_id].add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions[user_id].discard(subscription)
            if not self._subscriptions[user_id]:
                del self._subscriptions[user_id]

    async def stop(self) -> None:
        for group in list(self._subscriptions.values()):
            for subscription in group:
                subscription.offer(None)
        if self._listener:
            self._listener.cancel()
            with suppress(asyncio.CancelledError):
                await self._listener

    async def _listen(self) -> None:
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
                    await connection.execute(f"listen {CHANNEL}")
                    self._ready.set()
                    async for notification in connection.notifies():
                        self._hand_out(notification.payload)
            except (psycopg.Error, OSError) as error:
                log.warning("live.listening_again", reason=str(error))
            # What was announced while nobody listened can't be known here: clients come again and resume by id.
            self._ready.clear()
            for group in list(self._subscriptions.values()):
                for subscription in group:
                    subscription.offer(None)
            await asyncio.sleep(0.5)

    def _hand_out(self, payload: str) -> None:
        """Offer an event to who hears that person. Whoever may write to the database may announce anything here."""
        try:
            told = json.loads(payload)
            event = LiveEvent(told["id"], told["kind"], told["data"])
            listeners = self._subscriptions.get(UUID(told["user_id"]), ())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            log.error("live.unreadable", reason=type(error).__name__)
            return
        for subscription in listeners:
            subscription.offer(event)
