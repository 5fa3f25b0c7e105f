"""The audit trail whole: from where and how, what changed, keyed hashes, and triggers that let it only grow."""

from alembic import op

from cairn.migrations.ddl import for_system

revision = "0024"
down_revision = "0023"

# Ids of erased people stay, and lead to nobody: an entry is never written again because somebody was erased, besides
# the address they came from.
ENTRIES = """
alter table audit_entries
    drop constraint audit_entries_user_id_fkey,
    drop constraint audit_entries_actor_id_fkey,
    add column outcome text not null default 'done'
        constraint audit_entries_outcome_check check (outcome in ('done', 'refused')),
    add column times integer not null default 1 constraint audit_entries_times_check check (times > 0),
    add column credential text not null default 'system'
        constraint audit_entries_credential_check
            check (credential in ('page', 'session', 'key', 'person', 'system')),
    add column credential_id uuid,
    add column address text,
    add column agent text,
    add column changes jsonb not null default '{}',
    add column before_cipher bytea,
    add column after_cipher bytea,
    add column origin_mac bytea,
    add column mac bytea
"""
DEFAULTS = """
alter table audit_entries
    alter column outcome drop default, alter column times drop default, alter column credential drop default,
    alter column changes drop default
"""

# A table of its own, so that an entry is never written again: the trail and its chain only grow.
LINKS = """
create table audit_links (
    position bigint primary key check (position > 0),
    entry_id uuid not null unique,
    hash bytea not null
)
"""
# Entries that have no link yet. Each stands here from its own commit on, so none is passed over for committing late.
WAITING = "create table audit_waiting (entry_id uuid primary key)"
# Where the chain begins once its oldest links were removed: the last of those.
ANCHOR = """
create table audit_anchor (
    single boolean primary key default true check (single),
    position bigint not null,
    hash bytea not null,
    mac bytea
)
"""
# Refusals of the present minute that were not yet written, counted together.
REFUSALS = """
create table audit_refusals (
    key text not null,
    minute timestamptz not null,
    refusal jsonb not null,
    times integer not null,
    last_at timestamptz not null,
    primary key (minute, key)
)
"""

WAIT = """
create function audit_wait() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into public.audit_waiting (entry_id) values (new.id);
    return null;
end
$$
"""
# Grants stop the application already. This stops whoever holds more than those, and says what they would do.
GUARD = """
create function audit_guard() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp
as $$
begin
    if coalesce(current_setting('app.trail', true), '') <> tg_op || ' ' || tg_table_name then
        raise exception 'the audit trail only grows: % on % is refused', lower(tg_op), tg_table_name
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$
"""
# With a person goes from where they came; whose entries these were is an id that leads to nobody any more.
FORGET = """
create function audit_forget() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform set_config('app.trail', 'UPDATE audit_entries', true);
    update public.audit_entries e set address = null, agent = null
     where e.user_id = old.id and (e.actor_id is null or e.actor_id = old.id) and e.address is not null;
    update public.audit_entries e set address = null, agent = null
     where e.actor_id = old.id and e.actor_id is distinct from e.user_id and e.address is not null;
    perform set_config('app.trail', '', true);
    return null;
end
$$
"""
# The one way in which entries go: the oldest links in their order, never anything of the last thirty days.
TRIM = """
create function audit_trim(p_upto bigint, p_mac bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
    last public.audit_links%rowtype;
    gone bigint;
begin
    select l.* into last from public.audit_links l where l.position = p_upto;
    if last.position is null then
        raise exception 'there is no link %', p_upto using errcode = 'invalid_parameter_value';
    end if;
    if exists (select from public.audit_links l join public.audit_entries e on e.id = l.entry_id
                where l.position <= p_upto and e.at > now() - interval '30 days') then
        raise exception 'entries of the last thirty days stay' using errcode = 'insufficient_privilege';
    end if;
    perform set_config('app.trail', 'DELETE audit_entries', true);
    delete from public.audit_entries e using public.audit_links l where l.entry_id = e.id and l.position <= p_upto;
    perform set_config('app.trail', 'DELETE audit_links', true);
    delete from public.audit_links l where l.position <= p_upto;
    get diagnostics gone = row_count;
    perform set_config('app.trail', '', true);
    update public.audit_anchor a set position = last.position, hash = last.hash, mac = p_mac;
    return gone;
end
$$
"""


def upgrade() -> None:
    op.execute(ENTRIES)
    op.execute("update audit_entries set credential = 'person' where actor_id is not null")
    op.execute(DEFAULTS)
    op.execute("drop index ix_audit_entries_user")
    op.execute("create index ix_audit_entries_user on audit_entries (user_id, at, id)")
    op.execute("create index ix_audit_entries_at on audit_entries (at, id)")
    # Somebody who acts on another's account is rare; the others are found by whose the entry is.
    op.execute(
        "create index ix_audit_entries_actor on audit_entries (actor_id) where actor_id is distinct from user_id"
    )
    for table in (LINKS, WAITING, ANCHOR, REFUSALS):
        op.execute(table)
    op.execute("insert into audit_anchor (position, hash) values (0, decode(repeat('00', 32), 'hex'))")
    op.execute("insert into audit_waiting select id from audit_entries")
    for name in ("links", "waiting", "anchor", "refusals"):
        op.execute(f"alter table audit_{name} enable row level security")
    for_system("audit_links", grants="select, insert")
    for_system("audit_waiting", grants="select, delete")
    for_system("audit_anchor", grants="select")
    for_system("audit_refusals", grants="select, insert, update, delete")
    for function in (WAIT, GUARD, FORGET, TRIM):
        op.execute(function)
    for signature in ("audit_wait()", "audit_guard()", "audit_forget()", "audit_trim(bigint, bytea)"):
        op.execute(f"revoke all on function {signature} from public")
    op.execute("grant execute on function audit_trim(bigint, bytea) to cairn_system")
    op.execute("create trigger wait after insert on audit_entries for each row execute function audit_wait()")
    for table in ("audit_entries", "audit_links"):
        op.execute(
            f"create trigger guard before update or delete or truncate on {table}"
            " for each statement execute function audit_guard()"
        )
    op.execute("create trigger forget after delete on users for each row execute function audit_forget()")


def downgrade() -> None:
    op.execute("drop trigger forget on users")
    op.execute("drop table audit_refusals, audit_anchor, audit_waiting, audit_links")
    op.execute("drop trigger wait on audit_entries")
    op.execute("drop trigger guard on audit_entries")
    op.execute("drop function audit_trim(bigint, bytea), audit_forget(), audit_guard(), audit_wait()")
    op.execute("drop index ix_audit_entries_actor, ix_audit_entries_at, ix_audit_entries_user")
    op.execute("create index ix_audit_entries_user on audit_entries (user_id, id)")
    op.execute(
        "alter table audit_entries drop column outcome, drop column times, drop column credential,"
        " drop column credential_id, drop column address, drop column agent, drop column changes,"
        " drop column before_cipher, drop column after_cipher, drop column origin_mac, drop column mac"
    )
    for column in ("user_id", "actor_id"):
        op.execute(
            f"update audit_entries set {column} = null"  # nosec B608  # one of two columns
            f" where not exists (select from users u where u.id = audit_entries.{column})"
        )
        op.execute(
            f"alter table audit_entries add constraint audit_entries_{column}_fkey"
            f" foreign key ({column}) references users (id) on delete set null"
        )
