"""People and roles, for administrators; what I may do myself."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, status

from cairn.accounts.errors import BadAddress
from cairn.accounts.people import roles, service
from cairn.accounts.people.errors import (
    AboveYou,
    FixedPermission,
    LastAdministrator,
    NotYourself,
    UnknownPermission,
    WrongReach,
)
from cairn.accounts.people.permissions import ERASE, READ, READ_ROLES, WRITE, WRITE_ROLES
from cairn.accounts.people.schemas import (
    ChangeRole,
    ChangeRolePermissions,
    PeopleQuery,
    PersonOut,
    RightsOut,
    RoleOut,
    RolesOut,
    Suspend,
)
from cairn.accounts.permissions import READ as READ_MINE
from cairn.platform.errors import (
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    ProofNeeded,
    SecondFactorNeeded,
    Stale,
)
from cairn.platform.http import (
    Caller,
    IfMatch,
    Page,
    Router,
    SignedIn,
    caller_needs,
    caller_recent,
    errors,
    needs,
)
from cairn.platform.http.credentials import ForeignPage

_mine = Router("/me", tag="people")
_people = Router("/admin/people", tag="people")
_roles = Router("/admin/roles", tag="people")

_READING = (NotSignedIn, NotAllowed, SecondFactorNeeded)
_CHANGING = (*_READING, ProofNeeded, ForeignPage, NotFound, Invalid)

RoleId = Annotated[str, Path(max_length=40, examples=["administrator"])]


@_mine.get(
    "/rights", response_model=RightsOut, dependencies=[needs(READ_MINE)], responses=errors(NotSignedIn, NotAllowed)
)
async def rights(work: SignedIn) -> RightsOut:
    """What I may do in this session."""
    return roles.mine(work.actor)


@_people.get(
    "",
    response_model=Page[PersonOut],
    dependencies=[caller_needs(READ)],
    responses=errors(*_READING, BadAddress, Invalid),
)
async def people(actor: Caller, query: Annotated[PeopleQuery, Depends()]) -> Page[PersonOut]:
    """Who has an account, newest first. Nothing of what they keep is shown, here or anywhere else."""
    return await service.people(actor, query)


@_people.get(
    "/{user_id}",
    response_model=PersonOut,
    dependencies=[caller_needs(READ)],
    responses=errors(*_READING, NotFound, Invalid),
)
async def person(actor: Caller, user_id: UUID) -> PersonOut:
    """One account."""
    return await service.person(actor, user_id)


@_people.post(
    "/{user_id}/suspend",
    response_model=PersonOut,
    dependencies=[caller_needs(WRITE), caller_recent],
    responses=errors(*_CHANGING, AboveYou, NotYourself, LastAdministrator),
)
async def suspend(actor: Caller, user_id: UUID, body: Suspend) -> PersonOut:
    """Lock somebody out, at once and everywhere. They get a letter with the reason."""
    return await service.suspend(actor, user_id, body.reason, needs=WRITE)


@_people.post(
    "/{user_id}/restore",
    response_model=PersonOut,
    dependencies=[caller_needs(WRITE), caller_recent],
    responses=errors(*_CHANGING, AboveYou, NotYourself),
)
async def restore(actor: Caller, user_id: UUID) -> PersonOut:
    """Let somebody back in."""
    return await service.restore(actor, user_id, needs=WRITE)


@_people.put(
    "/{user_id}/role",
    response_model=PersonOut,
    dependencies=[caller_needs(WRITE), caller_recent],
    responses=errors(*_CHANGING, AboveYou, LastAdministrator),
)
async def change_role(actor: Caller, user_id: UUID, body: ChangeRole) -> PersonOut:
    """Give somebody another role, never above one's own. Their sessions and keys end."""
    return await service.change_role(actor, user_id, body.role, needs=WRITE)


@_people.delete(
    "/{user_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[caller_needs(ERASE), caller_recent],
    responses=errors(*_CHANGING, AboveYou, NotYourself, LastAdministrator),
)
async def erase(actor: Caller, user_id: UUID) -> None:
    """Remove somebody with everything they keep. It can't be undone."""
    await service.erase(actor, user_id, needs=ERASE)


@_roles.get("", response_model=RolesOut, dependencies=[needs(READ_ROLES)], responses=errors(*_READING))
async def every_role(work: SignedIn) -> RolesOut:
    """Every role with what it holds, and every permission there is."""
    return await roles.every(work)


@_roles.get(
    "/{role_id}",
    response_model=RoleOut,
    dependencies=[needs(READ_ROLES)],
    responses=errors(*_READING, NotFound),
)
async def role(work: SignedIn, role_id: RoleId) -> RoleOut:
    """One role."""
    return await roles.one(work, role_id)


@_roles.put(
    "/{role_id}",
    response_model=RoleOut,
    dependencies=[caller_needs(WRITE_ROLES), caller_recent],
    responses=errors(*_CHANGING, Stale, UnknownPermission, WrongReach, FixedPermission),
)
async def change_permissions(
    actor: Caller, role_id: RoleId, body: ChangeRolePermissions, if_match: IfMatch = None
) -> RoleOut:
    """Let a role hold just these permissions, beside what it inherits. It holds at once, everywhere."""
    return await roles.change(actor, role_id, body.permissions, if_match, needs=WRITE_ROLES)


router = APIRouter()
for one in (_mine, _people, _roles):
    router.include_router(one)
