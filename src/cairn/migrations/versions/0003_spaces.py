"""Spaces, memberships and shares; their pages come later, their rules hold from the first row."""

from alembic import op

from cairn.migrations.ddl import MINE, for_system, personal

revision = "0003"
down_revision = "0002"

SPACES = """
create table spaces (
    id uuid primary key,
    version integer not null default 1,
    kind text not null constraint spaces_kind_check check (kind in ('personal', 'shared')),
    name text not null,
    created_at timestamptz not null
)
"""
MEMBERSHIPS = """
create table memberships (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    space_id uuid not null references spaces (id) on delete cascade,
    role text not null constraint memberships_role_check
        check (role in ('owner', 'coach', 'teacher', 'student', 'parent', 'member')),
    created_at timestamptz not null
)
"""
SHARES = """
create table shares (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    reader_id uuid not null references users (id) on delete cascade,
    what jsonb not null,
    reason text not null,
    created_at timestamptz not null,
    until timestamptz,
    constraint shares_check check (user_id <> reader_id)
)
"""


def upgrade() -> None:
    op.execute(SPACES)
    op.execute(MEMBERSHIPS)
    op.execute("create unique index ix_memberships_user on memberships (user_id, space_id)")
    op.execute("create index ix_memberships_space on memberships (space_id)")
    op.execute(SHARES)
    op.execute("create index ix_shares_user on shares (user_id)")
    op.execute("create index ix_shares_reader on shares (reader_id)")
    personal("memberships", grants="select, delete")
    for_system("memberships", grants="select, insert, update, delete")
    personal("shares")
    op.execute(f"create policy shared_with_me on shares for select to cairn_app using (reader_id = {MINE})")
    op.execute("alter table spaces enable row level security")
    op.execute(
        "create policy my_spaces on spaces to cairn_app"
        f" using (id in (select space_id from memberships where user_id = {MINE}))"  # nosec B608  # a constant of ours
    )
    op.execute("grant select, delete on spaces to cairn_app")
    for_system("spaces", grants="select, insert, update, delete")


def downgrade() -> None:
    op.execute("drop table shares, memberships, spaces")
