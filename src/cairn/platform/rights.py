"""Roles as data: what each holds, read once and again only when the version that opens every unit of work has risen.

A role inherits what its parent holds. Permissions are declared in code; the first process that starts with one that the
database has never heard of gives it to its default roles, and from then on what roles hold is the administrators'.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from cairn.platform.permissions import Permission

# The version is read by the same statement, so that what is kept under it is what it stands for.
_READ = text(
    "select g.version, r.name, r.parent, r.needs_second_factor,"
    " array(select p.permission from role_permissions p where p.role = r.name) as permissions"
    " from roles r cross join rights g"
)
_KNOWN = text("select name from permissions")
_LEARN = text(
    "insert into permissions (name) select name from unnest(cast(:names as text[])) as n(name) order by name"
    " on conflict do nothing returning name"
)
_GIVE = text(
    "insert into role_permissions (role, permission)"
    " select role, permission from unnest(cast(:roles as text[]), cast(:permissions as text[])) as g(role, permission)"
    " on conflict do nothing"
)
_PARENTS = text("select name, parent from roles")
_RAISE = text("update rights set version = version + 1")
LOCK = text("select pg_advisory_xact_lock(20032)")
"""Whoever changes what roles hold does it alone."""


@dataclass(frozen=True, slots=True)
class RoleRights:
    """What a role holds, with all that it inherits.

    Args:
        needs_second_factor: It holds what reaches everybody (`:all`) only in sessions proven by two factors.
    """

    permissions: frozenset[str] = frozenset()
    needs_second_factor: bool = False


NOTHING = RoleRights()


class Rights:
    """What the roles hold, as this process last read it."""

    def __init__(self, declared: Iterable[Permission]) -> None:
        self.declared: Mapping[str, Permission] = {permission.name: permission for permission in declared}
        self._version = 0
        self._roles: Mapping[str, RoleRights] = {}

    async def of(self, role: str, version: int, connection: AsyncConnection) -> RoleRights:
        """What a role holds at a version; costs a round trip only where another version was read last."""
        if version != self._version:
            await self._read(connection)
        return self._roles.get(role, NOTHING)

    def named(self, role: str) -> RoleRights:
        """What a role holds, for whoever has opened a unit of work before."""
        return self._roles.get(role, NOTHING)

    async def _read(self, connection: AsyncConnection) -> None:
        rows = (await connection.execute(_READ)).all()
        parents = {row.name: row.parent for row in rows}
        own = {row.name: frozenset(row.permissions) for row in rows}
        careful = {row.name for row in rows if row.needs_second_factor}
        self._roles = {
            name: RoleRights(
                frozenset().union(*(own[one] for one in line)), needs_second_factor=not careful.isdisjoint(line)
            )
            for name in parents
            for line in [lineage(name, parents)]
        }
        self._version = rows[0].version if rows else 0

    async def seed(self, engine: AsyncEngine) -> None:
        """Give permissions that the database has never heard of to their default roles. Many may do so at once."""
        async with engine.connect() as connection:
            known = set((await connection.scalars(_KNOWN)).all())
        unheard = sorted(set(self.declared) - known)
        if not unheard:
            return
        async with engine.begin() as connection:
            await connection.execute(LOCK)
            fresh = (await connection.scalars(_LEARN, {"names": unheard})).all()
            parents = {row.name: row.parent for row in await connection.execute(_PARENTS)}
            given = [(role, name) for name in fresh for role in _least(self.declared[name].roles, parents)]
            if given:
                roles, permissions = zip(*given, strict=True)
                await connection.execute(_GIVE, {"roles": list(roles), "permissions": list(permissions)})
            await connection.execute(_RAISE)


async def raise_version(connection: AsyncConnection) -> None:
    """Let every process read the roles again, from the commit on."""
    await connection.execute(_RAISE)


def lineage(role: str, parents: Mapping[str, str | None]) -> Sequence[str]:
    """A role and all that it inherits from, nearest first; a circle ends where it closes."""
    line: list[str] = []
    current: str | None = role
    while current is not None and current in parents and current not in line:
        line.append(current)
        current = parents[current]
    return line


def _least(roles: Iterable[str], parents: Mapping[str, str | None]) -> Iterable[str]:
    """Of these roles those that wouldn't inherit it from another of them."""
    held = set(roles)
    return sorted(role for role in held & set(parents) if held.isdisjoint(lineage(role, parents)[1:]))
