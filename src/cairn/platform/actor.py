"""Who acts: a person through a session, a person for whom a job runs, or the system itself."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.platform.errors import NotAllowed, ProofNeeded, SecondFactorNeeded
from cairn.platform.permissions import Permission, Role
from cairn.platform.rights import RoleRights
from cairn.when import USUAL_PARTS, DayParts

if TYPE_CHECKING:
    from cairn.platform.runtime import Runtime
    from cairn.platform.work import UnitOfWork


RECENT = timedelta(minutes=15)
"""For so long after a person proved who they are, they may do what can't be undone or opens the door to others."""


@dataclass(frozen=True, slots=True)
class Credential:
    """What an actor shows; it is checked again in the statement that opens every unit of work.

    Args:
        kind: `page` (hash of a cookie's session id), `session` (the id inside a checked access token), `key` (hash of
            an API key) or `person` (a user's id: jobs and the system acting for somebody).
        value: The hexadecimal hash, or the id.
    """

    kind: Literal["page", "session", "key", "person"]
    value: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as one unit of work found them: signed in, not disabled, with the rights of their role.

    Args:
        rights: What their role holds.
        parts: The hours that they mean by the parts of a day.
        factors: How many factors the session (or the one that made the key) was proven by, 1 or 2.
        proven_at: When they last proved in this session who they are; never, for a key or a job.
        scopes: What the key was made for; everything their role may, for a session.
        reader_id: Who really acts, where somebody reads what the person shares with them.
        shared: By which share they read each kind of thing.
    """

    runtime: "Runtime" = field(repr=False, compare=False)
    credential: Credential
    user_id: UUID
    session_id: UUID | None
    role: Role
    time_zone: str
    locale: str
    rights: RoleRights
    parts: DayParts = field(default=USUAL_PARTS, kw_only=True)
    request_id: str | None = None
    key_id: UUID | None = None
    factors: int = 1
    proven_at: datetime | None = None
    scopes: frozenset[str] | None = None
    reader_id: UUID | None = None
    shared: Mapping[str, UUID] = field(default_factory=dict, compare=False)

    @property
    def acting_id(self) -> UUID:
        """Who really acts."""
        return self.reader_id or self.user_id

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def may(self, permission: Permission) -> bool:
        return self._refusal(permission) is None

    def must(self, permission: Permission) -> None:
        """Raise unless this actor holds the permission.

        Raises:
            NotAllowed: the actor's role doesn't hold it, or the key wasn't made for it.
            SecondFactorNeeded: the role holds it only where two factors were proven.
        """
        refusal = self._refusal(permission)
        if refusal is not None:
            raise refusal.of(permission.name, self)

    def must_as(self, rights: RoleRights, permission: Permission) -> None:
        """The same by a role of a space, where the actor has one.

        Raises:
            NotAllowed: that role doesn't hold it, the key wasn't made for it, or somebody else's things are read.
        """
        refusal = NotAllowed if self.reader_id is not None else self._refusal(permission, rights)
        if refusal is not None:
            raise refusal.of(permission.name, self)

    def _refusal(self, permission: Permission, rights: RoleRights | None = None) -> type[NotAllowed] | None:
        """The one place where it is decided what somebody may do."""
        rights = rights or self.rights
        if permission.name not in rights.permissions:
            return NotAllowed
        if self.scopes is not None and not (permission.keys and permission.name in self.scopes):
            return NotAllowed
        # Their own things stay open to an administrator without a second factor; everybody's don't.
        if rights.needs_second_factor and permission.scope == "all" and self.factors < 2:
            return SecondFactorNeeded
        return None

    def must_be_recent(self, now: datetime) -> None:
        """Raise unless the person proved a short while ago, in this session, who they are.

        Raises:
            ProofNeeded: it is longer ago, or was never: a key can't prove who holds it.
        """
        if self.proven_at is None or self.proven_at + RECENT <= now:
            raise ProofNeeded

    @asynccontextmanager
    async def work(self) -> AsyncIterator["UnitOfWork"]:
        """A new, short unit of work of this actor; the credential is checked again, and the share that is read by.

        A job that finishes what a key began acts for the person: within the same bounds.
        """
        reading = None if self.reader_id is None else self.user_id
        within = self if self.credential.kind == "person" and self.scopes is not None else None
        opened = self.runtime.work(self.credential, request_id=self.request_id, reading=reading, within=within)
        async with opened as work:
            if reading is not None:
                await work.only_reads()
            yield work
