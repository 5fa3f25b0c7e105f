"""A notice climbs a ladder: what of it is still to come, when, and how a person wishes to be reached."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0030"
down_revision = "0029"

COLUMNS = {
    "rung": "integer not null default 0",
    "nag": "integer not null default 0",
    "nag_every": "integer",
    "nag_more": "integer",
    "urgent": "boolean not null default false",
    "planned_for": "timestamptz",
    "due_at": "timestamptz",
}
STATES = "'queued', 'sending', 'sent', 'confirmed', 'seen', 'acknowledged', 'failed', 'cancelled'"
ONCE = "user_id, kind, subject_id, occurrence_at, channel"

PREFERENCES = """
create table notification_preferences (
    id uuid primary key,
    user_id uuid not null unique references users (id) on delete cascade,
    preset text not null,
    ladder jsonb,
    quiet_from time,
    quiet_to time,
    quiet_channels jsonb not null,
    off jsonb not null,
    quiet_until timestamptz,
    constraint notification_preferences_preset_check check (preset in ('gentle', 'usual', 'insistent', 'own')),
    constraint notification_preferences_own_check check ((preset = 'own') = (ladder is not null)),
    constraint notification_preferences_hours_check check ((quiet_from is null) = (quiet_to is null))
)
"""


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.execute(f"alter table deliveries add column {name} {kind}")
    _states(f"'planned', {STATES}, 'skipped'")
    _once(f"{ONCE}, rung, nag")
    op.execute("create index ix_deliveries_planned on deliveries (due_at) where state = 'planned'")
    op.execute("grant update on deliveries to cairn_system")
    op.execute(PREFERENCES)
    personal("notification_preferences")
    for_system("notification_preferences", grants="select")
    op.execute("alter table reminders add column ladder jsonb, add column urgent boolean not null default false")


def downgrade() -> None:
    op.execute("alter table reminders drop column ladder, drop column urgent")
    op.execute("drop table notification_preferences")
    op.execute("revoke update on deliveries from cairn_system")
    op.execute("drop index ix_deliveries_planned")
    # An older program knows one delivery of a moment on each channel, and none that is still to come.
    op.execute("delete from deliveries where nag > 0 or state in ('planned', 'skipped')")
    higher = f"({_of('d')}) = ({_of('e')}) and d.rung > e.rung"
    op.execute(f"delete from deliveries d using deliveries e where {higher}")  # nosec B608  # columns of our own
    _once(ONCE)
    _states(STATES)
    for name in COLUMNS:
        op.execute(f"alter table deliveries drop column {name}")


def _of(table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in ONCE.split(", "))


def _states(names: str) -> None:
    op.execute("alter table deliveries drop constraint deliveries_state_check")
    op.execute(f"alter table deliveries add constraint deliveries_state_check check (state in ({names}))")


def _once(columns: str) -> None:
    op.execute("alter table deliveries drop constraint uq_deliveries_once")
    op.execute(f"alter table deliveries add constraint uq_deliveries_once unique ({columns})")
