"""People, their keys and sessions; the function that opens every unit of work."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0001"
down_revision = None

USERS = """
create table users (
    id uuid primary key,
    version integer not null default 1,
    email_cipher bytea not null,
    email_index bytea not null unique,
    name_cipher bytea not null,
    password_hash text not null,
    role text not null default 'user'
        check (role in ('user', 'premium', 'administrator', 'super-administrator')),
    time_zone text not null,
    locale text not null check (locale in ('en', 'es', 'fr', 'pt')),
    settings jsonb not null default '{}',
    email_verified_at timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null
)
"""
PERSON_KEYS = """
create table person_keys (
    user_id uuid primary key references users (id) on delete cascade,
    wrapped bytea not null
)
"""
SESSIONS = """
create table sessions (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null check (kind in ('page', 'tokens')),
    cookie_hash bytea unique,
    user_agent text not null default '',
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_seconds integer not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_why text,
    unique (user_id, id),
    check ((kind = 'page') = (cookie_hash is not null))
)
"""
REFRESH_TOKENS = """
create table refresh_tokens (
    id uuid primary key,
    user_id uuid not null,
    session_id uuid not null,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    spent_at timestamptz,
    foreign key (user_id, session_id) references sessions (user_id, id) on delete cascade
)
"""
EMAIL_TOKENS = """
create table email_tokens (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    token_hash bytea not null unique,
    expires_at timestamptz not null,
    used_at timestamptz
)
"""
SIGNING_KEYS = """
create table signing_keys (
    id text primary key,
    public_key jsonb not null,
    private_cipher bytea not null,
    created_at timestamptz not null,
    signs_until timestamptz not null,
    verifies_until timestamptz not null
)
"""

# One round trip opens a unit of work: it checks the credential, sets whose rows are seen, and says who it is.
# A page's session rolls on with use; it is written at most once a minute.
OPEN_WORK = """
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


def upgrade() -> None:
    op.execute(USERS)
    op.execute(PERSON_KEYS)
    op.execute(SESSIONS)
    op.execute("create index ix_sessions_user on sessions (user_id)")
    op.execute(REFRESH_TOKENS)
    op.execute("create index ix_refresh_tokens_session on refresh_tokens (user_id, session_id)")
    op.execute(EMAIL_TOKENS)
    op.execute("create index ix_email_tokens_user on email_tokens (user_id)")
    op.execute(SIGNING_KEYS)
    # A person changes their words and looks; role, password and standing change only in the system's own work.
    personal("users", owner="id", grants="select, update (version, name_cipher, time_zone, locale, settings), delete")
    for_system("users", grants="select, insert, update, delete")
    personal("person_keys", grants="select")
    for_system("person_keys", grants="select, insert")
    personal("sessions", grants="select, update (ended_at, ended_why)")
    for_system("sessions", grants="select, insert, update, delete")
    personal("refresh_tokens", grants="select")
    for_system("refresh_tokens", grants="select, insert, update, delete")
    personal("email_tokens", grants="select, insert")
    for_system("email_tokens", grants="select, insert, update, delete")
    op.execute("alter table signing_keys enable row level security")
    for_system("signing_keys", grants="select, insert, delete")
    op.execute(OPEN_WORK)
    op.execute("revoke all on function open_work(text, text, timestamptz) from public")
    op.execute("grant execute on function open_work(text, text, timestamptz) to cairn_app")


def downgrade() -> None:
    op.execute("drop function open_work(text, text, timestamptz)")
    op.execute("drop table signing_keys, email_tokens, refresh_tokens, sessions, person_keys, users")
