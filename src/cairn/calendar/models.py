"""Events as rows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import TIMESTAMP, CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from cairn.platform.db import Owner, Table, Versioned

OnTheWall = TIMESTAMP(timezone=False)
OWN = "own"


class CalendarEvent(Versioned, Table):
    """Something that begins at a moment and lasts; of one that repeats, the first.

    Attributes:
        bring: What to take along, in the person's words.
        source: Where it comes from; `own` for what the person said here.
        external_id: What it is called there.
        starts_at: When it begins first. Of one for whole days, the first midnight.
        start_local: The same as the clock on the wall there shows it. A floating one keeps it when the person moves.
        skips: Wall times at which `rrule` says that it begins, and it doesn't.
        travel_minutes: How long it takes to get there.
        ready_minutes: How long it takes to get ready.
        after_minutes: How long it takes to land afterwards.
        remind_minutes: Of one without a way to it: how long before it the person is told.
        series_id: The repeating event of which this is one time that was changed.
        occurrence: At which wall time that one would have begun.
    """

    __tablename__ = "calendar_events"
    __table_args__ = (
        UniqueConstraint("user_id", "id"),
        CheckConstraint("title <> ''", name="calendar_events_title_check"),
        CheckConstraint("ends_at > starts_at", name="calendar_events_lasts_check"),
        ForeignKeyConstraint(
            ["user_id", "series_id"],
            ["calendar_events.user_id", "calendar_events.id"],
            name="fk_calendar_events_series",
            ondelete="CASCADE",
        ),
        Index("ix_calendar_events_starts", "user_id", "starts_at", "id"),
        Index(
            "uq_calendar_events_external",
            "user_id",
            "source",
            "external_id",
            unique=True,
            postgresql_where=sql("external_id is not null"),
        ),
        Index(
            "uq_calendar_events_occurrence",
            "user_id",
            "series_id",
            "occurrence",
            unique=True,
            postgresql_where=sql("series_id is not null"),
        ),
    )

    user_id: Mapped[Owner]
    source: Mapped[str] = mapped_column(default=OWN)
    external_id: Mapped[str | None]
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    bring: Mapped[str] = mapped_column(default="")
    all_day: Mapped[bool] = mapped_column(default=False)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    start_local: Mapped[datetime] = mapped_column(OnTheWall)
    end_local: Mapped[datetime] = mapped_column(OnTheWall)
    zone: Mapped[str]
    floating: Mapped[bool] = mapped_column(default=False)
    rrule: Mapped[str | None]
    skips: Mapped[list[str]] = mapped_column(default=list)
    travel_minutes: Mapped[int] = mapped_column(default=0)
    ready_minutes: Mapped[int] = mapped_column(default=0)
    after_minutes: Mapped[int] = mapped_column(default=0)
    remind_minutes: Mapped[int | None]
    series_id: Mapped[UUID | None]
    occurrence: Mapped[datetime | None] = mapped_column(OnTheWall)
    cancelled: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
