"""Rows of where limits were reached. The system's own work."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from cairn.limits.models import LimitViolation
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

# Somebody who was erased in between is nobody.
_ADD = text(
    "insert into limit_violations (id, policy, user_id, network, began_at, last_at, refused)"
    " values (:id, :policy, (select u.id from users u where u.id = :user_id), :network,"
    "  date_trunc('hour', cast(:at as timestamptz)), :at, :refused)"
    " on conflict (policy, user_id, network, began_at) do update"
    " set refused = limit_violations.refused + excluded.refused,"
    "  last_at = greatest(limit_violations.last_at, excluded.last_at)"
)
_CLEAR = text("delete from limit_violations where last_at < :before")
_TRIM = text(
    "delete from limit_violations where id in ("
    " select id from limit_violations order by last_at desc, id desc offset :most)"
)


async def add(work: UnitOfWork, rows: Sequence[dict[str, Any]]) -> None:
    await work.session.execute(_ADD, rows)


async def page(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[LimitViolation], str | None]:
    """Newest hours first."""
    columns = (LimitViolation.began_at, LimitViolation.id)
    return await paginate(work.session, select(LimitViolation), page, *columns, descending=True)


async def of(work: UnitOfWork, user_id: UUID) -> Sequence[LimitViolation]:
    query = select(LimitViolation).where(LimitViolation.user_id == user_id).order_by(LimitViolation.id)
    return (await work.session.scalars(query)).all()


async def clear(work: UnitOfWork, before: datetime, most: int) -> None:
    """Delete what is older, and of the rest all but the newest."""
    await work.session.execute(_CLEAR, {"before": before})
    await work.session.execute(_TRIM, {"most": most})
