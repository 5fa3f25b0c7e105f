"""Queries over keys."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, text, update

from cairn.accounts import repository as accounts
from cairn.accounts.models import ApiKey
from cairn.platform.work import UnitOfWork


async def working(work: UnitOfWork) -> int:
    """How many keys of the person work; whoever else is about to make one waits until the commit."""
    await accounts.hold(work, work.user_id)
    query = (
        select(func.count())
        .select_from(ApiKey)
        .where(ApiKey.user_id == work.user_id, ApiKey.revoked_at.is_(None), ApiKey.expires_at > work.now)
    )
    return await work.session.scalar(query) or 0


async def find(work: UnitOfWork, key_id: UUID) -> ApiKey | None:
    found: ApiKey | None = await work.session.scalar(
        select(ApiKey).where(ApiKey.user_id == work.user_id, ApiKey.id == key_id)
    )
    return found


async def reaching_all(work: UnitOfWork) -> list[UUID]:
    """The person's keys, not ended, of which a scope reaches everybody's things."""
    query = select(ApiKey.id, ApiKey.scopes).where(ApiKey.user_id == work.user_id, ApiKey.revoked_at.is_(None))
    return [row.id for row in await work.session.execute(query) if any(one.endswith(":all") for one in row.scopes)]


async def revoke(work: UnitOfWork, user_id: UUID, key_id: UUID | None = None) -> Sequence[UUID]:
    """Revoke one key of a person, or all of them; those that were not revoked before."""
    one = [ApiKey.id == key_id] if key_id is not None else []
    done = await work.session.scalars(
        update(ApiKey)
        .where(ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None), *one)
        .values(revoked_at=work.now)
        .returning(ApiKey.id)
        .execution_options(synchronize_session=False)
    )
    return sorted(done)


async def forget_old(work: UnitOfWork, before: datetime) -> None:
    await work.session.execute(
        text("delete from api_keys where expires_at < :before or revoked_at < :before"), {"before": before}
    )
