"""Queries over the columns that features named as sealed or wrapped. They run as the system: keys are its to change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnClause, ColumnElement, TableClause, column, func, literal, or_, select, table, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.types import LargeBinary

from cairn.accounts.models import PersonKey
from cairn.platform.sealed import SealedColumn, WrappedColumn
from cairn.platform.work import UnitOfWork

WITHOUT_PERSON = b"\x01"


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a column of a row. Ids are UUIDs or words, as the table has them."""

    row: Any
    bytes: bytes


async def counts(work: UnitOfWork, where: WrappedColumn) -> dict[int, int]:
    """How many keys of a column each version of the ring wraps."""
    version = func.get_byte(_column(where.column), 0)
    query = (
        select(version.label("version"), func.count().label("keys")).select_from(table(where.table)).group_by(version)
    )
    return {row.version: row.keys for row in await work.session.execute(query)}


async def wrapped_by_others(
    work: UnitOfWork, where: WrappedColumn, current: int, after: Any, limit: int
) -> Sequence[Found]:
    """Keys that another version than the current one wraps, by row, after a row."""
    row, wrapped = _column(where.row), _column(where.column)
    query = (
        select(row, wrapped)
        .select_from(table(where.table))
        .where(func.get_byte(wrapped, 0) != current)
        .order_by(row)
        .limit(limit)
    )
    found = await work.session.execute(query if after is None else query.where(row > after))
    return [Found(*one) for one in found]


async def replace(work: UnitOfWork, where: SealedColumn | WrappedColumn, row: Any, old: bytes, new: bytes) -> bool:
    """Put new bytes in place of old ones, unless somebody else was quicker."""
    held = _column(where.column)
    done = await work.session.execute(
        update(_table(where)).where(_column(where.row) == row, held == old).values({where.column: new})
    )
    assert isinstance(done, CursorResult)
    return done.rowcount == 1


async def key_of(work: UnitOfWork, user_id: UUID, *, lock: bool) -> bytes | None:
    """A person's wrapped key; no error, since a job may come after the person is gone."""
    query = select(PersonKey.wrapped).where(PersonKey.id == user_id)
    found: bytes | None = await work.session.scalar(query.with_for_update() if lock else query)
    return found


async def keep_key(work: UnitOfWork, user_id: UUID, wrapped: bytes) -> None:
    await work.session.execute(update(PersonKey).where(PersonKey.id == user_id).values(wrapped=wrapped))


async def sealed_before(
    work: UnitOfWork, where: SealedColumn, user_id: UUID, generation: int, after: Any, limit: int
) -> Sequence[Found]:
    """A person's values that an older generation of their key sealed, by row, after a row."""
    row, value = _column(where.row), _column(where.column)
    query = (
        select(row, value)
        .select_from(table(where.table))
        .where(_column(where.person) == user_id, _older(value, generation))
        .order_by(row)
        .limit(limit)
    )
    found = await work.session.execute(query if after is None else query.where(row > after))
    return [Found(*one) for one in found]


async def generations(work: UnitOfWork, where: SealedColumn, user_id: UUID) -> set[int]:
    """The generations of a person's key that sealed a column's values."""
    value = _column(where.column)
    heads = select(func.substring(value, 1, 3)).select_from(table(where.table))
    query = heads.where(_column(where.person) == user_id, value.is_not(None)).distinct()
    found = [bytes(head) for head in await work.session.scalars(query)]
    return {1 if head[:1] == WITHOUT_PERSON else int.from_bytes(head[1:], "big") for head in found}


def _older(value: ColumnElement[Any], generation: int) -> ColumnElement[bool]:
    """Written in the first release's form, or by an older generation; bytes compare as the numbers do."""
    number = literal(generation.to_bytes(2, "big"), LargeBinary)
    return or_(
        func.substring(value, 1, 1) == literal(WITHOUT_PERSON, LargeBinary), func.substring(value, 2, 2) < number
    )


def _table(where: SealedColumn | WrappedColumn) -> TableClause:
    return table(where.table, _column(where.column))


def _column(name: str) -> ColumnClause[Any]:
    return column(name)
