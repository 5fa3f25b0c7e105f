"""People and roles as administrators see and change them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field, StringConstraints

from cairn.platform.http import PageQuery, Schema, Words
from cairn.platform.permissions import Role


class Status(StrEnum):
    """The standing of an account."""

    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    SUSPENDED = "suspended"


class PeopleQuery(PageQuery):
    """Whom to list."""

    email: Annotated[str | None, Query(min_length=3, max_length=254, description="The whole address.")] = None
    role: Annotated[Role | None, Query()] = None
    status: Annotated[Status | None, Query()] = None


class PersonOut(BaseModel):
    """An account as administrators see it: who it is and how it stands, nothing that the person keeps.

    Args:
        last_seen_at: When a session of theirs was last used; absent where none is known any more.
        why: Why they are suspended.
    """

    id: UUID
    email: str
    role: Role
    status: Status
    created_at: datetime
    last_seen_at: datetime | None
    suspended_at: datetime | None
    why: str | None


class Suspend(Schema):
    """Why somebody is suspended; they are told."""

    reason: Words = Field(examples=["This account sent unwanted letters."])


class ChangeRole(Schema):
    """The role somebody gets."""

    role: Role


class PermissionOut(BaseModel):
    """A permission that exists.

    Args:
        scope: How far it reaches: `own`, `team` or `all`.
    """

    name: str
    says: str
    scope: str


class RoleOut(BaseModel):
    """A role.

    Args:
        permissions: What it holds itself.
        inherited: What it holds besides, from the roles above it.
        needs_second_factor: It holds what reaches everybody only in sessions proven by two factors.
        version: Rises with every change of any role.
    """

    id: str
    version: int
    kind: str
    parent: str | None
    needs_second_factor: bool
    permissions: list[str]
    inherited: list[str]


class RolesOut(BaseModel):
    """Every role, and every permission that one could hold."""

    roles: list[RoleOut]
    permissions: list[PermissionOut]


class ChangeRolePermissions(Schema):
    """What a role shall hold itself, beside what it inherits."""

    permissions: Annotated[
        list[Annotated[str, StringConstraints(min_length=1, max_length=100)]], Field(max_length=200)
    ] = Field(examples=[["people:read:all", "people:write:all"]])


class RightsOut(BaseModel):
    """What I may do in this session.

    Args:
        permissions: What I hold now.
        with_second_factor: What I would hold besides, had this session been proven by a second factor.
    """

    role: str
    permissions: list[str]
    with_second_factor: list[str]
