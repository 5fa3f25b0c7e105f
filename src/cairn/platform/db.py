"""Tables and connections. PostgreSQL only, through psycopg."""

import asyncio
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import AsyncAdaptedQueuePool

from cairn.platform.ids import new_id

Owner = Annotated[UUID, mapped_column(ForeignKey("users.id", ondelete="CASCADE"))]
"""The person a row belongs to. Row-level security compares it with the unit of work's person."""

GIVEN_BACK_LOOKS = 200
"""So many hundredths of a second connections in use are waited for when a program ends."""

Moment = TIMESTAMP(timezone=True)


class Table(DeclarativeBase):
    """A table. Ids are UUIDv7 and known before the insert; migrations, not the models, make the DDL."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        str: Text,
        StrEnum: Text,
        dict[str, Any]: JSONB,
        list[str]: JSONB,
        list[dict[str, Any]]: JSONB,
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)


class Versioned:
    """Rows that people edit: `version` rises with every change and is the ETag."""

    version: Mapped[int] = mapped_column(default=1, nullable=False)
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


async def close(engine: AsyncEngine) -> None:
    """Close an engine's connections, once they are given back: one that came later would stay open for ever."""
    assert isinstance(engine.pool, AsyncAdaptedQueuePool)
    for _ in range(GIVEN_BACK_LOOKS):
        if not engine.pool.checkedout():
            break
        await asyncio.sleep(0.01)
    await engine.dispose()


def connect(url: str, *, pool_size: int, overflow: int = 0, name: str = "cairn") -> AsyncEngine:
    """An engine over psycopg. Every statement ends after 30 s, every idle transaction after 60 s.

    Args:
        url: A `postgresql://` address, as libpq reads it.
        pool_size: Connections kept open.
        overflow: Further connections opened under load and closed after it.
        name: What the server's activity view calls this program.
    """
    address = make_url(url).set(drivername="postgresql+psycopg")
    return create_async_engine(
        address,
        pool_size=pool_size,
        max_overflow=overflow,
        pool_timeout=15,
        pool_recycle=1800,
        pool_pre_ping=False,
        # An error would else carry what people wrote into the log.
        hide_parameters=True,
        connect_args={
            "application_name": name,
            "connect_timeout": 10,
            # A person's rows are found by their index: on today's disks that beats reading everybody's.
            "options": "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c timezone=UTC"
            " -c random_page_cost=1.1",
        },
    )
