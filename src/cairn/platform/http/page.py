"""Lists in pages, by cursor: stable while rows come and go."""

import base64
import json
from collections.abc import Sequence
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel
from sqlalchemy import ColumnElement, Select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from cairn.platform.errors import Invalid
from cairn.platform.http.schema import unstorable

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """One page of a list.

    Args:
        items: What stands on this page.
        next_cursor: Asks for the next page; absent on the last.
    """

    items: list[T]
    next_cursor: str | None = None


class BadCursor(Invalid):
    """This cursor isn't one of ours. Start again without it."""


class Cursor(BaseModel):
    """Where a page begins: the sort values of the last row before it."""

    after: list[Any]

    def encode(self) -> str:
        raw = json.dumps(self.after, default=str, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str, columns: int) -> "Cursor":
        try:
            after = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except ValueError as error:
            raise BadCursor(field="cursor") from error
        if not isinstance(after, list) or len(after) != columns:
            raise BadCursor(field="cursor")
        return cls(after=after)


class PageQuery(BaseModel):
    """The two parameters every list takes."""

    limit: Annotated[int, Query(ge=1, le=200, description="Rows on a page.")] = 50
    cursor: Annotated[str | None, Query(max_length=500, description="`next_cursor` of the page before.")] = None


async def paginate(
    session: AsyncSession,
    query: Select[T],
    page: PageQuery,
    *columns: InstrumentedAttribute[Any],
    descending: bool = False,
) -> tuple[Sequence[T], str | None]:
    """One page of a query.

    Args:
        columns: What it is sorted by, not null and unique together; the id comes last.

    Returns:
        The rows, and the cursor of the next page if there is one.
    """
    if page.cursor:
        cursor = Cursor.decode(page.cursor, len(columns))
        place: ColumnElement[Any] = tuple_(*columns)
        after = tuple_(*(_typed(column, value) for column, value in zip(columns, cursor.after, strict=True)))
        query = query.where(place < after if descending else place > after)
    order = [column.desc() if descending else column.asc() for column in columns]
    rows = (await session.scalars(query.order_by(*order).limit(page.limit + 1))).all()
    if len(rows) <= page.limit:
        return rows, None
    last = rows[page.limit - 1]
    following = Cursor(after=[getattr(last, column.key) for column in columns])
    return rows[: page.limit], following.encode()


def _typed(column: InstrumentedAttribute[Any], value: Any) -> Any:
    """A cursor's value as the column's own type, or a clear refusal."""
    kind = column.type.python_type
    try:
        if hasattr(kind, "fromisoformat"):
            return kind.fromisoformat(value)
        if kind is UUID:
            return UUID(value)
    except (AttributeError, TypeError, ValueError) as error:
        raise BadCursor(field="cursor") from error
    # Neither a boolean nor an infinite number passes for an integer, nor text for one that can't be compared.
    if type(value) is not kind or unstorable(value) or (kind is int and abs(value) >= 2**63):
        raise BadCursor(field="cursor")
    return value
