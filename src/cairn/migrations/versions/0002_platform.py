"""The queue, live events, receipts, kept answers and the audit trail."""

from alembic import op
from procrastinate import schema as procrastinate_schema

from cairn.migrations.ddl import for_system, personal

revision = "0002"
down_revision = "0001"

EVENTS = """
create table events (
    id bigint generated always as identity primary key,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null,
    data jsonb not null,
    at timestamptz not null
)
"""
ANSWERS = """
create table idempotent_answers (
    user_id uuid not null references users (id) on delete cascade,
    key text not null,
    fingerprint bytea not null,
    status integer not null,
    headers jsonb not null,
    body bytea not null,
    created_at timestamptz not null,
    primary key (user_id, key)
)
"""
RECEIPTS = """
create table receipts (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    turn_id uuid not null,
    call_key text not null,
    tool text not null,
    outcome jsonb not null,
    created_at timestamptz not null,
    undone_at timestamptz,
    constraint uq_receipts_call unique (user_id, turn_id, call_key)
)
"""
# Nobody but the owner may change or delete an entry; erasing a person blanks whose it was.
AUDIT = """
create table audit_entries (
    id uuid primary key,
    at timestamptz not null,
    user_id uuid references users (id) on delete set null,
    actor_id uuid references users (id) on delete set null,
    action text not null,
    subject_kind text not null,
    subject_id uuid,
    detail jsonb not null,
    request_id text
)
"""


def upgrade() -> None:
    connection = op.get_bind()
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute(procrastinate_schema.SchemaManager.get_schema())
    # The id alone may be read: an insert gives it back, and whose jobs there are is nobody's business.
    op.execute("grant select (id), insert on procrastinate_jobs to cairn_app")
    op.execute("grant insert on procrastinate_events to cairn_app")
    op.execute("grant usage on all sequences in schema public to cairn_app")
    op.execute(
        "grant select, insert, update, delete on procrastinate_jobs, procrastinate_events,"
        " procrastinate_periodic_defers, procrastinate_workers to cairn_system"
    )
    op.execute("grant usage on all sequences in schema public to cairn_system")
    # What `/ready` compares with the newest migration.
    op.execute("grant select on alembic_version to cairn_system")

    op.execute(EVENTS)
    op.execute("create index ix_events_user on events (user_id, id)")
    op.execute("create index ix_events_at on events (at)")
    personal("events", grants="select, insert")
    for_system("events", grants="select, insert, delete")
    op.execute("create table events_trimmed (last_id bigint not null)")
    op.execute("insert into events_trimmed values (0)")
    op.execute("grant select on events_trimmed to cairn_app, cairn_system")
    op.execute("grant update on events_trimmed to cairn_system")

    op.execute(ANSWERS)
    op.execute("create index ix_idempotent_answers_created on idempotent_answers (created_at)")
    personal("idempotent_answers")
    for_system("idempotent_answers", grants="select, delete")

    op.execute(RECEIPTS)
    op.execute("create index ix_receipts_turn on receipts (user_id, turn_id)")
    personal("receipts")

    op.execute(AUDIT)
    op.execute("create index ix_audit_entries_user on audit_entries (user_id, id)")
    personal("audit_entries", grants="select, insert")
    for_system("audit_entries", grants="select, insert")


def downgrade() -> None:
    op.execute("drop table audit_entries, receipts, idempotent_answers, events_trimmed, events")
