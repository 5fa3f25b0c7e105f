"""Queries over everybody's accounts: the system's own work, asked for by an administrator."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, select, text, update

from cairn.accounts.models import PersonKey, Session, User
from cairn.accounts.people.schemas import PeopleQuery, Status
from cairn.platform.errors import NotFound
from cairn.platform.http import paginate
from cairn.platform.permissions import Role
from cairn.platform.rights import LOCK, raise_version
from cairn.platform.work import UnitOfWork

_ALONE = text("select pg_advisory_xact_lock(20033)")
_ROLES = text(
    "select g.version, r.name as id, r.kind, r.parent, r.needs_second_factor,"
    " array(select p.permission from role_permissions p where p.role = r.name order by 1) as permissions"
    " from roles r cross join rights g order by r.kind, r.name"
)


async def alone(work: UnitOfWork) -> None:
    """Whoever changes roles or standings does it alone, so that none counts administrators who are leaving."""
    await work.session.execute(_ALONE)


async def page(work: UnitOfWork, query: PeopleQuery, email_index: bytes | None) -> tuple[Sequence[User], str | None]:
    found = select(User)
    if email_index is not None:
        found = found.where(User.email_index == email_index)
    if query.role is not None:
        found = found.where(User.role == query.role)
    match query.status:
        case Status.SUSPENDED:
            found = found.where(User.disabled_at.is_not(None))
        case Status.UNCONFIRMED:
            found = found.where(User.disabled_at.is_(None), User.email_verified_at.is_(None))
        case Status.ACTIVE:
            found = found.where(User.disabled_at.is_(None), User.email_verified_at.is_not(None))
    return await paginate(work.session, found, query, User.id, descending=True)


async def one(work: UnitOfWork, user_id: UUID) -> User:
    """One account, as it is now.

    Raises:
        NotFound: there is none with this id.
    """
    query = select(User).where(User.id == user_id).execution_options(populate_existing=True)
    found: User | None = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found


async def last_seen(work: UnitOfWork, user_ids: Sequence[UUID]) -> Mapping[UUID, datetime]:
    query = (
        select(Session.user_id, func.max(Session.last_seen_at))
        .where(Session.user_id.in_(user_ids))
        .group_by(Session.user_id)
    )
    return {row[0]: row[1] for row in await work.session.execute(query)}


async def wrapped_keys(work: UnitOfWork, user_ids: Sequence[UUID]) -> Mapping[UUID, bytes]:
    query = select(PersonKey.id, PersonKey.wrapped).where(PersonKey.id.in_(user_ids))
    return {row[0]: row[1] for row in await work.session.execute(query)}


async def roles_of_others(work: UnitOfWork, user_id: UUID) -> list[Role]:
    """The roles that everybody else has whose account works and who isn't leaving."""
    query = (
        select(User.role).where(
            User.id != user_id,
            User.disabled_at.is_(None),
            User.email_verified_at.is_not(None),
            User.leaves_at.is_(None),
        )
    ).distinct()
    return [Role(role) for role in (await work.session.scalars(query)).all()]


async def are_others(work: UnitOfWork, user_id: UUID) -> bool:
    """Whether anybody else has an account, and stays."""
    others = select(User.id).where(User.id != user_id, User.email_verified_at.is_not(None), User.leaves_at.is_(None))
    return bool(await work.session.scalar(select(others.exists())))


async def set_standing(work: UnitOfWork, user_id: UUID, **values: Any) -> None:
    await work.session.execute(
        update(User)
        .where(User.id == user_id)
        .values(version=User.version + 1, **values)
        .execution_options(synchronize_session=False)
    )


async def roles(work: UnitOfWork) -> Sequence[Row[Any]]:
    return (await work.session.execute(_ROLES)).all()


async def hold(work: UnitOfWork, role: str, permissions: frozenset[str]) -> None:
    """Let a role hold just these; every process reads it anew from the commit on."""
    wanted = {"role": role, "names": sorted(permissions)}
    await work.session.execute(
        text("delete from role_permissions where role = :role and permission <> all(cast(:names as text[]))"), wanted
    )
    await work.session.execute(
        text(
            "insert into role_permissions (role, permission)"
            " select :role, name from unnest(cast(:names as text[])) as n(name) on conflict do nothing"
        ),
        wanted,
    )
    await raise_version(await work.session.connection())


async def roles_alone(work: UnitOfWork) -> None:
    await work.session.execute(LOCK)
