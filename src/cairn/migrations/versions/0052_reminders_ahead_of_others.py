"""Reminders that ring so long before another: they move and end with it."""

from alembic import op

revision = "0052"
down_revision = "0051"

COLUMNS = {
    "ahead_of": "uuid",
    "keeps_clock": "boolean not null default false",
    "tells_its_time": "boolean not null default false",
}


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.execute(f"alter table reminders add column {name} {kind}")
    op.execute(
        "alter table reminders add constraint fk_reminders_ahead_of foreign key (user_id, ahead_of)"
        " references reminders (user_id, id) on delete set null (ahead_of)"
    )
    op.execute(
        "alter table reminders add constraint reminders_ahead_of_check check (ahead_of is null or event_id is null)"
    )
    op.execute("create index ix_reminders_ahead_of on reminders (user_id, ahead_of) where ahead_of is not null")


def downgrade() -> None:
    for name in COLUMNS:
        op.execute(f"alter table reminders drop column {name}")
