"""Who acts: a person through a session, a person for whom a job runs, or the system itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.platform.errors import NotAllowed
from cairn.platform.permissions import Permission, Role

if TYPE_CHECKING:
    from cairn.platform.runtime import Runtime
    from cairn.platform.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Credential:
    """What an actor shows; it is checked again in the statement that opens every unit of work.

    Args:
        kind: `page` (hash of a cookie's session id), `session` (the id inside a checked access token) or
            `person` (a user's id: jobs and the system acting for somebody).
        value: The hexadecimal hash, or the id.
    """

    kind: Literal["page", "session", "person"]
    value: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as one unit of work found them: signed in, not disabled, with the rights of their role."""

    runtime: "Runtime" = field(repr=False, compare=False)
    credential: Credential
    user_id: UUID
    session_id: UUID | None
    role: Role
    time_zone: str
    locale: str
    request_id: str | None = None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def may(self, permission: Permission) -> bool:
        return self.role in permission.roles

    def must(self, permission: Permission) -> None:
        """Raise unless this actor holds the permission.

        Raises:
            NotAllowed: the actor's role doesn't hold it.
        """
        if not self.may(permission):
            raise NotAllowed

    @asynccontextmanager
    async def work(self) -> AsyncIterator["UnitOfWork"]:
        """A new, short unit of work of this actor; the credential is checked again."""
        async with self.runtime.work(self.credential, request_id=self.request_id) as work:
            yield work
