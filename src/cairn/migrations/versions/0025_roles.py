"""Roles as data: what each inherits and holds, and which permissions were given out before."""

from alembic import op

from cairn.migrations.ddl import MINE, for_system, personal

revision = "0025"
down_revision = "0024"

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

SUPPORT_REQUESTS = """
create table support_requests (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    asker_id uuid not null references users (id) on delete cascade,
    reason text not null,
    kinds jsonb not null,
    hours integer not null constraint support_requests_hours_check check (hours between 1 and 24),
    asked_at timestamptz not null,
    answered_at timestamptz,
    share_id uuid,
    constraint support_requests_check check (asker_id <> user_id)
)
"""

AVATARS = """
create table avatars (
    user_id uuid primary key references users (id) on delete cascade,
    image bytea not null,
    changed_at timestamptz not null
)
"""

# Nothing of a share was used before: `what` becomes the list of kinds, and a reader is named by their address.
SHARES = """
alter table shares
    alter column reader_id drop not null,
    add column reader_index bytea,
    add column needs text,
    add constraint shares_reader_check check ((reader_id is null) <> (reader_index is null))
"""
MY_INDEX = f"(select email_index from users where id = {MINE} and email_verified_at is not null)"  # nosec B608  # MINE is a constant

# One round trip finds by what shares the unit of work's person may read another's things now, and sets whose rows are
# seen from here on. It has no rights beyond its caller's.
OPEN_SHARES = """
create function open_shares(p_owner uuid, p_now timestamptz)
returns table (share_id uuid, kinds text[], needs text, time_zone text)
language plpgsql security invoker set search_path = pg_catalog, public, pg_temp
as $$
declare
    held public.shares[];
    zone text;
begin
    held := array(
        select s from public.shares s
         where s.user_id = p_owner and s.user_id <> nullif(current_setting('app.user_id', true), '')::uuid
           and (s.until is null or s.until > p_now) order by s.created_at
    );
    if cardinality(held) = 0 then
        return;
    end if;
    perform set_config('app.user_id', p_owner::text, true);
    select u.time_zone into zone from public.users u where u.id = p_owner and u.disabled_at is null;
    if zone is null then
        return;
    end if;
    return query select s.id, array(select jsonb_array_elements_text(s.what)), s.needs, zone from unnest(held) s;
end
$$
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
    op.execute("alter table users add column suspended_why text")
    op.execute(AVATARS)
    personal("avatars")
    op.execute(SHARES)
    op.execute("create index ix_shares_reader_index on shares (reader_index)")
    op.execute("drop policy shared_with_me on shares")
    op.execute(
        "create policy shared_with_me on shares for select to cairn_app"
        f" using (reader_id = {MINE} or reader_index = {MY_INDEX})"
    )
    op.execute(SUPPORT_REQUESTS)
    op.execute("create index ix_support_requests_user on support_requests (user_id, id)")
    personal("support_requests", grants="select, update (answered_at, share_id), delete")
    for_system("support_requests", grants="select, insert")
    op.execute(OPEN_SHARES)
    op.execute("revoke all on function open_shares(uuid, timestamptz) from public")
    op.execute("grant execute on function open_shares(uuid, timestamptz) to cairn_app")


def downgrade() -> None:
    op.execute("alter table users drop column suspended_why")
    op.execute("drop function open_shares(uuid, timestamptz)")
    op.execute("drop table support_requests, avatars")
    op.execute("drop policy shared_with_me on shares")
    op.execute(f"create policy shared_with_me on shares for select to cairn_app using (reader_id = {MINE})")
    op.execute("delete from shares where reader_id is null")
    op.execute("alter table shares alter column reader_id set not null, drop column reader_index, drop column needs")
    op.execute("drop table role_permissions, permissions, roles")
