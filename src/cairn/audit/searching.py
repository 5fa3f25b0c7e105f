"""Looking through the whole trail, as the system does for administrators."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Text, and_, cast, or_, select, tuple_
from sqlalchemy.orm import aliased

from cairn.audit.models import AuditEntry
from cairn.audit.schemas import EntryFilter
from cairn.platform.http import Cursor, PageQuery
from cairn.platform.http.page import BadCursor
from cairn.platform.work import UnitOfWork

LOOK_THROUGH = 50_000
"""Entries one request looks through. Where fewer than a page are found among them, its cursor goes on from there: no
search, however rare what it looks for, holds up the database."""


async def find(work: UnitOfWork, wanted: EntryFilter, page: PageQuery) -> tuple[Sequence[AuditEntry], str | None]:
    """Entries, newest first, and where to look on; fewer than a page may be followed by more."""
    looked = _looked_through(wanted, page)
    entry = aliased(AuditEntry, looked.subquery())
    query = select(entry).where(*_conditions(entry, wanted)).order_by(entry.at.desc(), entry.id.desc())
    rows = (await work.session.scalars(query.limit(page.limit + 1))).all()
    if len(rows) > page.limit:
        last = rows[page.limit - 1]
        return rows[: page.limit], _cursor(last.at, last.id)
    end = (
        await work.session.execute(looked.with_only_columns(AuditEntry.at, AuditEntry.id).offset(LOOK_THROUGH - 1))
    ).first()
    return rows, _cursor(end.at, end.id) if end else None


def _looked_through(wanted: EntryFilter, page: PageQuery) -> Select[Any]:
    """The entries among which one request looks: what an index finds."""
    query = select(AuditEntry).order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(LOOK_THROUGH)
    if wanted.person is not None:
        query = query.where(AuditEntry.user_id == wanted.person)
    if wanted.since is not None:
        query = query.where(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AuditEntry.at < wanted.until)
    if page.cursor:
        query = query.where(tuple_(AuditEntry.at, AuditEntry.id) < _after(page.cursor))
    return query


def _conditions(entry: type[AuditEntry], wanted: EntryFilter) -> list[ColumnElement[bool]]:
    exact = {
        entry.action: wanted.action,
        entry.actor_id: wanted.actor,
        entry.subject_id: wanted.subject,
        entry.outcome: wanted.outcome,
        entry.address: wanted.address,
    }
    told = [column == value for column, value in exact.items() if value is not None]
    for word in (wanted.q or "").split():
        within = (entry.action, cast(entry.detail, Text))
        told.append(or_(*(place.icontains(word, autoescape=True) for place in within)))
    return [and_(True, *told)]


def _cursor(at: datetime, entry_id: UUID) -> str:
    return Cursor(after=[at.isoformat(), str(entry_id)]).encode()


def _after(cursor: str) -> Any:
    at, entry_id = Cursor.decode(cursor, 2).after
    try:
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None:
            raise ValueError
        return tuple_(moment, UUID(entry_id))
    except (TypeError, ValueError, AttributeError) as error:
        raise BadCursor(field="cursor") from error
