"""Accounts at Google and Microsoft that sign people in, and sign-ins on their way there and back."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0025"
down_revision = "0021"

IDENTITIES = """
create table identities (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    provider text not null constraint identities_provider_check check (provider in ('google', 'microsoft')),
    subject_index bytea not null unique,
    email_cipher bytea not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null
)
"""
JOURNEYS = """
create table openid_journeys (
    id uuid primary key,
    user_id uuid,
    session_id uuid,
    provider text not null constraint openid_journeys_provider_check check (provider in ('google', 'microsoft')),
    state_hash bytea not null unique,
    browser_hash bytea not null,
    remember boolean not null,
    time_zone text not null,
    locale text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint openid_journeys_check check ((user_id is null) = (session_id is null)),
    foreign key (user_id, session_id) references sessions (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(IDENTITIES)
    op.execute("create index ix_identities_user on identities (user_id)")
    personal("identities", grants="select, delete")
    for_system("identities", grants="select, insert, update (last_used_at, email_cipher)")
    op.execute(JOURNEYS)
    op.execute("create index ix_openid_journeys_user on openid_journeys (user_id, session_id)")
    personal("openid_journeys", grants="select")
    for_system("openid_journeys", grants="select, insert, update (used_at), delete")


def downgrade() -> None:
    op.execute("drop table openid_journeys, identities")
