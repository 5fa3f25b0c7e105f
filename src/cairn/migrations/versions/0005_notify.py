"""The ledger of deliveries."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0005"
down_revision = "0004"

DELIVERIES = """
create table deliveries (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null,
    subject_id uuid not null,
    occurrence_at timestamptz not null,
    channel text not null,
    state text not null,
    title text not null,
    text text not null,
    link text not null,
    queued_at timestamptz not null,
    sending_at timestamptz,
    sent_at timestamptz,
    confirmed_at timestamptz,
    seen_at timestamptz,
    acknowledged_at timestamptz,
    failed_at timestamptz,
    cancelled_at timestamptz,
    reason text,
    provider_id text,
    attempts integer not null,
    possible_duplicates integer not null,
    revived integer not null,
    unique (user_id, id),
    constraint uq_deliveries_once unique (user_id, kind, subject_id, occurrence_at, channel),
    constraint deliveries_channel_check check (channel in ('page', 'email')),
    constraint deliveries_state_check check (state in
        ('queued', 'sending', 'sent', 'confirmed', 'seen', 'acknowledged', 'failed', 'cancelled'))
)
"""


def upgrade() -> None:
    op.execute(DELIVERIES)
    op.execute("create index ix_deliveries_newest on deliveries (user_id, queued_at, id)")
    op.execute("create index ix_deliveries_state on deliveries (state)")
    personal("deliveries", grants="select, insert, update, delete")
    for_system("deliveries", grants="select, insert")


def downgrade() -> None:
    op.execute("drop table deliveries")
