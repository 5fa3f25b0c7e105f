"""What a page asks by itself is no use of its session; what was agreed to can be agreed to anew, and withdrawn."""

from alembic import op

revision = "0027"
down_revision = "0026"

# As before, but that a session rolls on only with what its person does.
OPEN_WORK = """
create function open_work(p_kind text, p_value text, p_now timestamptz, p_attended boolean)
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
        if p_attended and seen.last_seen_at < p_now - interval '1 minute' and person.disabled_at is null then
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


def _open_work(before: str, how: str, after: str) -> None:
    op.execute(f"drop function open_work({before})")
    op.execute(how)
    op.execute(f"revoke all on function open_work({after}) from public")
    op.execute(f"grant execute on function open_work({after}) to cairn_app")


OLD, NEW = "text, text, timestamptz", "text, text, timestamptz, boolean"


def upgrade() -> None:
    _open_work(OLD, OPEN_WORK, NEW)
    op.execute("alter table consents drop constraint consents_shown_at_check")
    op.execute(
        "alter table consents add constraint consents_shown_at_check check (shown_at in ('sign-up', 'preferences'))"
    )
    op.execute("grant insert, update (withdrawn_at) on consents to cairn_app")


def downgrade() -> None:
    op.execute("revoke insert, update (withdrawn_at) on consents from cairn_app")
    op.execute("delete from consents where shown_at = 'preferences'")
    op.execute("alter table consents drop constraint consents_shown_at_check")
    op.execute("alter table consents add constraint consents_shown_at_check check (shown_at in ('sign-up'))")
    _open_work(NEW, EARLIER, OLD)
