"""What roles hold: shown, and changed by super-administrators."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from cairn.accounts.people import repository, rules
from cairn.accounts.people.schemas import PermissionOut, RightsOut, RoleOut, RolesOut
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import expect
from cairn.platform.permissions import Permission
from cairn.platform.rights import lineage
from cairn.platform.trail import plain
from cairn.platform.work import UnitOfWork


def mine(actor: Actor) -> RightsOut:
    """What the actor may do in this session, and what a second factor would add."""
    declared = actor.runtime.rights.declared
    held = sorted(name for name in actor.rights.permissions if name in declared and actor.may(declared[name]))
    asleep = sorted(
        name
        for name in actor.rights.permissions & set(declared) - set(held)
        if actor.scopes is None or name in actor.scopes
    )
    return RightsOut(role=actor.role, permissions=held, with_second_factor=asleep)


async def every(work: UnitOfWork) -> RolesOut:
    """All roles and all permissions."""
    rows = await repository.roles(work)
    declared = sorted(work.runtime.rights.declared.values(), key=lambda one: one.name)
    told = [PermissionOut(name=one.name, says=one.says, scope=one.scope) for one in declared]
    return RolesOut(roles=[_shown(row, rows) for row in rows], permissions=told)


async def one(work: UnitOfWork, role: str) -> RoleOut:
    """One role.

    Raises:
        NotFound: there is none of that name.
    """
    rows = await repository.roles(work)
    return _shown(_named(role, rows), rows)


async def change(actor: Actor, role: str, wished: Sequence[str], if_match: str | None, *, needs: Permission) -> RoleOut:
    """Let a role hold just these permissions, beside what it inherits: at once, in every process.

    Raises:
        NotFound: there is no such role.
        Stale: roles were changed since they were last looked at.
        UnknownPermission, WrongReach, FixedPermission: nothing changes.
    """
    async with actor.runtime.system(by=actor) as work:
        await repository.roles_alone(work)
        (await actor.runtime.identify(actor.credential)).must(needs)
        rows = await repository.roles(work)
        before = _named(role, rows)
        expect(before.version, if_match)
        declared = work.runtime.rights.declared
        # What a newer program declared and this one doesn't know is neither shown nor lost here.
        unknown = frozenset(before.permissions) - set(declared)
        names = rules.checked(role, before.kind, before.needs_second_factor, wished, declared)
        if names | unknown != set(before.permissions):
            await repository.hold(work, role, names | unknown)
            held = plain(sorted(before.permissions), sorted(names | unknown))
            await work.audit("role.changed", kind="role", detail={"role": role}, changes={"permissions": held})
        rows = await repository.roles(work)
        return _shown(_named(role, rows), rows)


def _named(role: str, rows: Sequence[Row[Any]]) -> Row[Any]:
    for row in rows:
        if row.id == role:
            return row
    raise NotFound


def _shown(row: Row[Any], rows: Sequence[Row[Any]]) -> RoleOut:
    held = {one.id: one.permissions for one in rows}
    above = lineage(row.id, {one.id: one.parent for one in rows})[1:]
    inherited = sorted({name for one in above for name in held[one]})
    return RoleOut(inherited=inherited, **row._asdict())
