"""Roles as data: what each inherits and holds, and which permissions were given out before."""

from alembic import op

revision = "0023"
down_revision = "0016"

ROLES = """
create table roles (
    name text primary key,
    kind text not null constraint roles_kind_check check (kind in ('installation', 'space')),
    parent text references roles (name),
    needs_second_factor boolean not null default false,
    constraint roles_check check (parent <> name)
)
"""

# What the installation has heard of. What an administrator took from every role is still known, so that no process
# gives it out again when it starts.
PERMISSIONS = "create table permissions (name text primary key)"
ROLE_PERMISSIONS = """
create table role_permissions (
    role text not null references roles (name),
    permission text not null references permissions (name),
    primary key (role, permission)
)
"""
THE_ROLES = """
insert into roles (name, kind, parent, needs_second_factor) values
    ('user', 'installation', null, false),
    ('premium', 'installation', 'user', false),
    ('administrator', 'installation', 'user', true),
    ('super-administrator', 'installation', 'administrator', true),
    ('member', 'space', null, false),
    ('student', 'space', 'member', false),
    ('parent', 'space', 'member', false),
    ('teacher', 'space', 'member', false),
    ('coach', 'space', 'member', false),
    ('owner', 'space', 'member', false)
"""


def upgrade() -> None:
    op.execute(ROLES)
    op.execute(PERMISSIONS)
    op.execute(ROLE_PERMISSIONS)
    op.execute(THE_ROLES)
    op.execute("grant select on roles, permissions, role_permissions to cairn_app")
    op.execute("grant select on roles to cairn_system")
    op.execute("grant select, insert on permissions to cairn_system")
    op.execute("grant select, insert, delete on role_permissions to cairn_system")


def downgrade() -> None:
    op.execute("drop table role_permissions, permissions, roles")
