"""The unit of work: one transaction, with what must be announced and done later inside it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from cairn.platform import origin, trail
from cairn.platform.actor import Actor
from cairn.platform.messages import Event, Job
from cairn.platform.trail import Change, Entry

if TYPE_CHECKING:
    from cairn.platform.runtime import Runtime

_ONLY_READS = text("set transaction read only")


class UnitOfWork:
    """One transaction of one actor.

    Whoever opened it commits: leaving the block commits, an exception rolls everything back, the events and
    jobs with it.

    Attributes:
        session: SQLAlchemy's session on the transaction.
        actor: Who acts; `None` for the system's own work (see `Runtime.system`).
        now: The moment this work began. Nothing below an entry point reads a clock.
        origin: From where it was asked.
    """

    def __init__(
        self,
        runtime: "Runtime",
        session: AsyncSession,
        now: datetime,
        actor: Actor | None,
        request_id: str | None = None,
        by: Actor | None = None,
    ) -> None:
        self.runtime = runtime
        self.session = session
        self.now = now
        self.origin = origin.current()
        self.request_id = request_id or self.origin.request_id
        self._actor = actor
        self._by = by or actor
        self._events: list[tuple[UUID, Event]] = []
        self._jobs: list[tuple[Job, datetime | None]] = []

    @property
    def actor(self) -> Actor:
        assert self._actor is not None, "the system's own work has no actor"
        return self._actor

    @property
    def user_id(self) -> UUID:
        """The person whose rows this work sees."""
        return self.actor.user_id

    async def publish(self, event: Event, *, to: UUID | None = None) -> None:
        """Tell listeners now, and open clients after the commit.

        Args:
            event: What happened.
            to: Whose clients hear it; the actor's by default. The system must say whose.
        """
        for listener in self.runtime.listeners(type(event)):
            await listener(self, event)
        if event.live:
            self._events.append((to or self.user_id, event))

    def enqueue(self, job: Job, *, at: datetime | None = None) -> None:
        """Queue a job in this transaction.

        Args:
            at: When it may start; at once by default.
        """
        self._jobs.append((job, at))

    async def audit(
        self,
        action: str,
        subject: UUID | None = None,
        *,
        kind: str = "",
        detail: Mapping[str, Any] | None = None,
        changes: Mapping[str, Change] | None = None,
        whose: UUID | None = None,
        by: UUID | None = None,
    ) -> None:
        """Write who did what, in the transaction of the change: if this fails, the change fails.

        Args:
            action: A word of the vocabulary, `resource.verb`.
            subject: What it was done to.
            kind: The subject's kind.
            detail: Ids, small words and whole numbers; never what a person wrote.
            changes: The fields that changed, each as `plain`, `personal` or `SECRET` (see `platform.trail`).
            whose: Whose account it is about; the actor's by default. The system must say whose.
            by: Who did it, where the system works for somebody whom no credential stands for yet.

        Raises:
            Undeclared: no feature declares the action.
        """
        doer = self._by
        doer_id = by or (doer.acting_id if doer else None)
        entry = Entry(
            id=self.runtime.new_id(),
            at=self.now,
            user_id=whose or (self._actor.user_id if self._actor else doer_id),
            actor_id=doer_id,
            action=self.runtime.vocabulary.known(action),
            subject_kind=kind,
            subject_id=subject,
            detail=trail.as_kept(detail or {}),
            request_id=self.request_id,
            outcome="done",
            times=1,
            credential=doer.credential.kind if doer else "system",
            credential_id=(doer.key_id or doer.session_id) if doer else None,
            address=self.origin.address,
            agent=self.origin.agent,
            changes={},
        )
        if changes:
            entry = await trail.seal(self, entry, changes)
        await trail.write(self, entry)

    async def only_reads(self) -> None:
        """Let the database itself refuse every change from here on."""
        await self.session.flush()
        await self.session.execute(_ONLY_READS)

    async def seal(self) -> None:
        """Flush, then write the jobs and events: the last statements before the commit."""
        await self.session.flush()
        connection = await self.session.connection()
        if self._jobs:
            await self.runtime.queue.defer(connection, self._jobs)
        if self._events:
            await self.runtime.live.write(connection, self._events, self.now)

    @property
    def announced(self) -> Sequence[Event]:
        """The live events of this work so far, in order."""
        return [event for _, event in self._events]
