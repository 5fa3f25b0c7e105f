"""How a session was proven and from where, keys of programs, and the version of the roles; `open_work` tells them."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0016"
down_revision = "0015"

API_KEYS = """
create table api_keys (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    name_cipher bytea not null,
    prefix text not null,
    key_hash bytea not null unique,
    scopes text[] not null,
    factors smallint not null constraint api_keys_factors_check check (factors in (1, 2)),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    unique (user_id, id)
)
"""

# Every change of a role raises it, so that a process that knows an older one reads the roles again.
RIGHTS = "create table rights (version bigint not null)"

# One round trip opens a unit of work: it checks the credential, sets whose rows are seen, and says who it is and
# what was proven. A page's session rolls on with use; it, and a key's last use, are written at most once a minute.
OPEN_WORK = """
create function open_work(p_kind text, p_value text, p_now timestamptz)
returns table (
    user_id uuid, session_id uuid, key_id uuid, role text, time_zone text, locale text,
    factors smallint, proven_at timestamptz, scopes text[], rights bigint
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    person public.users%rowtype;
    seen public.sessions%rowtype;
    held public.api_keys%rowtype;
    version bigint;
begin
    if p_kind = 'person' then
        select u.* into person from public.users u where u.id = p_value::uuid;
    elsif p_kind = 'key' then
        select k.* into held from public.api_keys k where k.key_hash = decode(p_value, 'hex');
        if held.id is null or held.revoked_at is not null or held.expires_at <= p_now then
            return;
        end if;
        select u.* into person from public.users u where u.id = held.user_id;
        if (held.last_used_at is null or held.last_used_at < p_now - interval '1 minute')
           and person.disabled_at is null then
            update public.api_keys k set last_used_at = p_now where k.id = held.id;
        end if;
    else
        if p_kind = 'page' then
            select s.* into seen from public.sessions s
             where s.cookie_hash = decode(p_value, 'hex') and s.kind = 'page';
        elsif p_kind = 'session' then
            select s.* into seen from public.sessions s where s.id = p_value::uuid and s.kind = 'tokens';
        end if;
        if seen.id is null or seen.ended_at is not null or seen.expires_at <= p_now
           or seen.last_seen_at + make_interval(secs => seen.idle_seconds) <= p_now then
            return;
        end if;
        select u.* into person from public.users u where u.id = seen.user_id;
        if seen.last_seen_at < p_now - interval '1 minute' and person.disabled_at is null then
            update public.sessions s set last_seen_at = p_now where s.id = seen.id and s.last_seen_at < p_now;
        end if;
    end if;
    if person.id is null or person.disabled_at is not null then
        return;
    end if;
    perform set_config('app.user_id', person.id::text, true);
    select r.version into version from public.rights r;
    return query select person.id, seen.id, held.id, person.role, person.time_zone, person.locale,
        coalesce(seen.factors, held.factors, 1::smallint), seen.proven_at, held.scopes, version;
end
$$
"""

EARLIER = """
create function open_work(p_kind text, p_value text, p_now timestamptz)
returns table (user_id uuid, session_id uuid, role text, time_zone text, locale text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    person public.users%rowtype;
    seen public.sessions%rowtype;
begin
    if p_kind = 'person' then
        select u.* into person from public.users u where u.id = p_value::uuid;
    else
        if p_kind = 'page' then
            select s.* into seen from public.sessions s
             where s.cookie_hash = decode(p_value, 'hex') and s.kind = 'page';
        elsif p_kind = 'session' then
            select s.* into seen from public.sessions s where s.id = p_value::uuid and s.kind = 'tokens';
        end if;
        if seen.id is null or seen.ended_at is not null or seen.expires_at <= p_now
           or seen.last_seen_at + make_interval(secs => seen.idle_seconds) <= p_now then
            return;
        end if;
        select u.* into person from public.users u where u.id = seen.user_id;
        if seen.last_seen_at < p_now - interval '1 minute' and person.disabled_at is null then
            update public.sessions s set last_seen_at = p_now where s.id = seen.id and s.last_seen_at < p_now;
        end if;
    end if;
    if person.id is null or person.disabled_at is not null then
        return;
    end if;
    perform set_config('app.user_id', person.id::text, true);
    return query select person.id, seen.id, person.role, person.time_zone, person.locale;
end
$$
"""


def _open_work(how: str) -> None:
    op.execute("drop function open_work(text, text, timestamptz)")
    op.execute(how)
    op.execute("revoke all on function open_work(text, text, timestamptz) from public")
    op.execute("grant execute on function open_work(text, text, timestamptz) to cairn_app")


def upgrade() -> None:
    op.execute(
        "alter table sessions"
        " add column factors smallint not null default 1 constraint sessions_factors_check check (factors in (1, 2)),"
        " add column proven_at timestamptz, add column address text not null default ''"
    )
    op.execute("update sessions set proven_at = created_at")
    op.execute("alter table sessions alter column proven_at set not null")
    op.execute(API_KEYS)
    op.execute("create index ix_api_keys_user on api_keys (user_id)")
    personal("api_keys", grants="select, insert, update (name_cipher, revoked_at)")
    for_system("api_keys", grants="select, update, delete")
    op.execute(RIGHTS)
    op.execute("insert into rights (version) values (1)")
    op.execute("grant select on rights to cairn_app")
    op.execute("grant select, update on rights to cairn_system")
    _open_work(OPEN_WORK)


def downgrade() -> None:
    _open_work(EARLIER)
    op.execute("drop table rights, api_keys")
    op.execute("alter table sessions drop column factors, drop column proven_at, drop column address")
