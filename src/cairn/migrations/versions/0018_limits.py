"""Counters of tries to get in, the devices that somebody signed in from, and where a limit was reached."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0018"
down_revision = "0019"

# Ids are keyed fingerprints: nothing in here tells whose account or which network it was, or whether there is one.
ATTEMPTS = """
create table sign_in_attempts (
    id uuid primary key,
    free_at timestamptz not null,
    tried_at timestamptz not null,
    strikes double precision not null,
    charge double precision not null
)
"""
KNOWN_DEVICES = """
create table known_devices (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null constraint known_devices_kind_check check (kind in ('device', 'network')),
    mark bytea not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    unique (user_id, mark)
)
"""
VIOLATIONS = """
create table limit_violations (
    id uuid primary key,
    policy text not null,
    user_id uuid references users (id) on delete cascade,
    network text not null,
    began_at timestamptz not null,
    last_at timestamptz not null,
    refused bigint not null,
    unique nulls not distinct (policy, user_id, network, began_at)
)
"""


def upgrade() -> None:
    op.execute(ATTEMPTS)
    op.execute("create index ix_sign_in_attempts_free_at on sign_in_attempts (free_at)")
    op.execute("alter table sign_in_attempts enable row level security")
    for_system("sign_in_attempts", grants="select, insert, update, delete")
    op.execute(KNOWN_DEVICES)
    personal("known_devices", grants="select, delete")
    for_system("known_devices", grants="select, insert, update, delete")
    op.execute(VIOLATIONS)
    op.execute("create index ix_limit_violations_last_at on limit_violations (last_at, id)")
    op.execute("create index ix_limit_violations_user on limit_violations (user_id)")
    personal("limit_violations", grants="select")
    for_system("limit_violations", grants="select, insert, update, delete")


def downgrade() -> None:
    op.execute("drop table limit_violations, known_devices, sign_in_attempts")
