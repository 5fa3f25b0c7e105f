"""How people said they are."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0036"
down_revision = "0035"

ENTRIES = """
create table mood_entries (
    id uuid primary key,
    version integer not null,
    user_id uuid not null references users (id) on delete cascade,
    mood text constraint mood_entries_mood_check check (mood in ('great', 'good', 'okay', 'flat', 'rough')),
    energy text constraint mood_entries_energy_check check (energy in ('low', 'medium', 'high')),
    note text not null,
    at timestamptz not null,
    created_at timestamptz not null,
    unique (user_id, id),
    constraint mood_entries_check check (mood is not null or energy is not null)
)
"""


def upgrade() -> None:
    op.execute(ENTRIES)
    op.execute("create index ix_mood_entries_at on mood_entries (user_id, at, id)")
    personal("mood_entries")


def downgrade() -> None:
    op.execute("drop table mood_entries")
