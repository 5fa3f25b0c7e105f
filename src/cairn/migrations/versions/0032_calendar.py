"""Events, and the reminders that belong to them."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0032"
down_revision = "0031"

EVENTS = """
create table calendar_events (
    id uuid primary key,
    version integer not null default 1,
    user_id uuid not null references users (id) on delete cascade,
    source text not null,
    external_id text,
    title text not null,
    place text not null,
    notes text not null,
    all_day boolean not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    start_local timestamp not null,
    end_local timestamp not null,
    zone text not null,
    floating boolean not null,
    rrule text,
    skips jsonb not null,
    travel_minutes integer not null,
    ready_minutes integer not null,
    after_minutes integer not null,
    remind_minutes integer,
    series_id uuid,
    occurrence timestamp,
    cancelled boolean not null,
    created_at timestamptz not null,
    unique (user_id, id),
    constraint calendar_events_title_check check (title <> ''),
    constraint calendar_events_lasts_check check (ends_at > starts_at),
    constraint fk_calendar_events_series foreign key (user_id, series_id)
        references calendar_events (user_id, id) on delete cascade
)
"""
LINKS = {
    "event_id": "uuid",
    "link": "text constraint reminders_link_check check (link in ('leave', 'start', 'ready'))",
    "lead_minutes": "integer not null default 0",
    "skips": "jsonb not null default '[]'",
}


def upgrade() -> None:
    op.execute(EVENTS)
    op.execute("create index ix_calendar_events_starts on calendar_events (user_id, starts_at, id)")
    op.execute(
        "create unique index uq_calendar_events_external on calendar_events (user_id, source, external_id)"
        " where external_id is not null"
    )
    op.execute(
        "create unique index uq_calendar_events_occurrence on calendar_events (user_id, series_id, occurrence)"
        " where series_id is not null"
    )
    personal("calendar_events")
    for name, kind in LINKS.items():
        op.execute(f"alter table reminders add column {name} {kind}")
    op.execute(
        "create unique index uq_reminders_link on reminders (user_id, event_id, link) where event_id is not null"
    )
    # A reminder stands on a lower floor than the calendar, so the database keeps it from naming someone else's event.
    op.execute(
        "alter table reminders add constraint fk_reminders_event foreign key (user_id, event_id)"
        " references calendar_events (user_id, id) on delete set null (event_id)"
    )


def downgrade() -> None:
    op.execute("alter table reminders drop constraint fk_reminders_event")
    for name in LINKS:
        op.execute(f"alter table reminders drop column {name}")
    op.execute("drop table calendar_events")
