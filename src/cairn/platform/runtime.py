"""What one process holds, and the two ways into the database: as a person, and as the system."""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, time
from typing import Any, TypeVar, cast
from uuid import UUID

import structlog
from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from cairn.platform import origin
from cairn.platform.actor import Actor, Credential
from cairn.platform.audit import Vocabulary
from cairn.platform.clock import Clock
from cairn.platform.crypto import KeyRing
from cairn.platform.db import close, connect
from cairn.platform.errors import NotSignedIn
from cairn.platform.feature import Feature, Listener
from cairn.platform.ids import new_id
from cairn.platform.live import LiveEvents
from cairn.platform.messages import Event
from cairn.platform.permissions import PLATFORM, Role
from cairn.platform.queue import Queue
from cairn.platform.reading import read_as
from cairn.platform.refusals import Refusal, Refusals
from cairn.platform.rights import NOTHING, Rights
from cairn.platform.settings import Settings
from cairn.platform.tools import Toolbox
from cairn.platform.trail import TrailKey
from cairn.platform.transactions import counted
from cairn.platform.work import UnitOfWork
from cairn.when import DayParts

P = TypeVar("P")

log = structlog.get_logger()

# One round trip checks the credential and says whose rows this transaction may see.
_OPEN = text(
    "select user_id, session_id, key_id, role, time_zone, locale, factors, proven_at, scopes, rights, parts"
    " from open_work(:kind, :value, cast(:now as timestamptz), :attended)"
)

_OWN = text("select set_config('app.user_id', :user_id, true)")


def _parts_of_day(chosen: Mapping[str, str] | None) -> DayParts:
    """The hours that somebody chose for the parts of their day; the usual ones of those that they didn't."""
    return DayParts(**{name: time.fromisoformat(at) for name, at in (chosen or {}).items()})


_SNAPSHOT: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


class Runtime:
    """Engine, queue, clock, settings and providers of one process.

    Args:
        features: Every feature, as `app` lists them.
        settings: Loaded and checked sections.
        clock: Where the moment comes from.
        key_ring: Keys for what is encrypted.
        app_url: The database as `cairn_app`, which row-level security holds.
        system_url: The database as `cairn_system`, for the named tables its policies open.
        pool_size: Connections of the application's pool.
    """

    def __init__(
        self,
        features: Sequence[Feature],
        settings: Settings,
        clock: Clock,
        key_ring: KeyRing,
        *,
        app_url: str,
        system_url: str,
        pool_size: int = 10,
    ) -> None:
        self.features = features
        self.settings = settings
        self.clock = clock
        self.key_ring = key_ring
        self.trail_key = TrailKey(key_ring)
        self.engine = connect(app_url, pool_size=pool_size, overflow=pool_size)
        self._single_statements = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self.system_engine = connect(system_url, pool_size=3, overflow=5, name="cairn system")
        self.queue = Queue(system_url, [feature.jobs for feature in features])
        self.live = LiveEvents(app_url)
        self.rights = Rights([*PLATFORM, *(one for feature in features for one in feature.permissions)])
        self.vocabulary = Vocabulary(feature.audits for feature in features)
        self._refusals = Refusals(self)
        self.toolbox = Toolbox(feature.tools for feature in features)
        self._listeners: Mapping[type[Event], list[Listener]] = defaultdict(list)
        for feature in features:
            for event, listeners in feature.listeners.items():
                self._listeners[event].extend(listeners)
        self._providers: dict[type, object] = {}
        for feature in features:
            if feature.provide is not None:
                self._providers.update(feature.provide(self))

    new_id = staticmethod(new_id)

    @staticmethod
    def dump(value: Any) -> str:
        return json.dumps(value, default=str)

    def listeners(self, event: type[Event]) -> Sequence[Listener]:
        return self._listeners.get(event, ())

    def provider(self, kind: type[P]) -> P:
        """The outside world behind a Protocol, as a feature made it."""
        return cast(P, self._providers[kind])

    def provide(self, kind: type[P], provider: P) -> None:
        """Set a provider, in place of what its feature made."""
        self._providers[kind] = provider

    @asynccontextmanager
    async def work(
        self,
        credential: Credential,
        *,
        request_id: str | None = None,
        reading: UUID | None = None,
        snapshot: bool = False,
        within: Actor | None = None,
    ) -> AsyncIterator[UnitOfWork]:
        """One transaction of the person a credential stands for; it commits when the block ends well.

        Args:
            reading: Whose things they read instead of their own, by a share.
            snapshot: It only reads, and all of it is as it was at one moment. For a credential whose use isn't noted.
            within: Who may do no more than their key, though the credential is the person's.

        Raises:
            NotSignedIn: the credential stands for nobody, or no longer.
            NotFound: nothing of that person is shared with them.
        """
        now = self.clock.now()
        with counted():
            async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                connection = await session.connection(execution_options=_SNAPSHOT if snapshot else {})
                actor = await self._opened(connection, credential, now, request_id)
                if reading is not None:
                    actor = await read_as(actor, reading, connection, now)
                if within is not None:
                    actor = replace(actor, key_id=within.key_id, scopes=within.scopes)
                work = UnitOfWork(self, session, now, actor, request_id)
                yield work
                await work.seal()

    async def identify(self, credential: Credential, *, request_id: str | None = None) -> Actor:
        """Who a credential stands for, checked in one round trip that leaves no transaction open.

        Raises:
            NotSignedIn: it stands for nobody, or no longer.
        """
        async with self._single_statements.connect() as connection:
            return await self._opened(connection, credential, self.clock.now(), request_id)

    async def _opened(
        self, connection: AsyncConnection, credential: Credential, now: datetime, request_id: str | None
    ) -> Actor:
        asked = {"kind": credential.kind, "value": credential.value, "now": now}
        found = (await connection.execute(_OPEN, {**asked, "attended": origin.current().attended})).first()
        if found is None:
            raise NotSignedIn
        return Actor(
            runtime=self,
            credential=credential,
            user_id=found.user_id,
            session_id=found.session_id,
            role=Role(found.role),
            time_zone=found.time_zone,
            locale=found.locale,
            rights=await self.rights.of(found.role, found.rights, connection),
            parts=_parts_of_day(found.parts),
            request_id=request_id,
            key_id=found.key_id,
            factors=found.factors,
            proven_at=found.proven_at,
            scopes=None if found.scopes is None else frozenset(found.scopes),
        )

    @asynccontextmanager
    async def system(self, *, request_id: str | None = None, by: Actor | None = None) -> AsyncIterator[UnitOfWork]:
        """One transaction of the system itself, over the named tables that have a policy for it.

        Args:
            by: Who asked for it, where somebody did; the trail names them.
        """
        now = self.clock.now()
        with counted():
            async with AsyncSession(self.system_engine, expire_on_commit=False) as session, session.begin():
                work = UnitOfWork(self, session, now, None, by.request_id if by else request_id, by)
                yield work
                await work.seal()

    @asynccontextmanager
    async def owner(self, user_id: UUID, *, by: Actor | None = None) -> AsyncIterator[UnitOfWork]:
        """One transaction over a person's rows, whatever their standing, to erase them at somebody's word.

        Args:
            by: At whose; at their own by default.
        """
        by = by or self._themself(user_id)
        now = self.clock.now()
        with counted():
            async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                await session.execute(_OWN, {"user_id": str(user_id)})
                work = UnitOfWork(self, session, now, replace(by, user_id=user_id), by.request_id, by)
                yield work
                await work.seal()

    async def refused(
        self,
        action: str,
        subject: UUID | None = None,
        *,
        kind: str = "",
        whose: UUID | None = None,
        by: Actor | None = None,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Write a refused action to the audit trail, in a unit of work of its own; it is refused whether or not
        that can be written.

        Args:
            whose: Whose account it is about; that of who was refused by default.
            by: Who was refused; nobody while they aren't signed in.
            detail: Ids, small words and whole numbers.
        """
        asked = origin.current()
        refusal = Refusal(
            action=self.vocabulary.known(action),
            subject_kind=kind,
            subject_id=subject,
            user_id=whose or (by.acting_id if by else None),
            actor_id=by.acting_id if by else None,
            credential=by.credential.kind if by else "system",
            credential_id=(by.key_id or by.session_id) if by else None,
            address=asked.address,
            agent=asked.agent,
            request_id=asked.request_id,
            detail=detail or {},
        )
        try:
            await self._refusals.note(refusal)
        except (OperationalError, InterfaceError, NoConnection, OSError) as error:
            log.warning("audit.refusal_not_written", action=action, reason=type(error).__name__)

    async def person(self, user_id: UUID) -> Actor | None:
        """The actor for whom a job works, or `None` when that person is gone."""
        try:
            return await self.identify(Credential("person", str(user_id)))
        except NotSignedIn:
            return None

    def _themself(self, user_id: UUID) -> Actor:
        """Somebody who asked for it earlier and is locked out by now: they hold no right to anything else."""
        credential = Credential("person", str(user_id))
        return Actor(self, credential, user_id, None, Role.USER, time_zone="UTC", locale="en", rights=NOTHING)

    async def start(self) -> None:
        """Open what needs a running loop."""
        await self.queue.app.open_async()
        await self.rights.seed(self.system_engine)

    async def stop(self) -> None:
        await self.live.stop()
        for provider in self._providers.values():
            aclose = getattr(provider, "aclose", None)
            if aclose is not None:
                await aclose()
        await self.queue.app.close_async()
        await close(self.engine)
        await close(self.system_engine)
