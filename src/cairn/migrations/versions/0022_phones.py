"""Texts and what became of them; people's phone numbers, and the codes sent to them."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0022"
down_revision = "0025"

TEXTS = """
create table texts (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    key text not null,
    state text not null default 'waiting' check (state in ('waiting', 'queued', 'sent', 'delivered', 'failed')),
    carrier_id text,
    reason text not null default '',
    kept boolean not null default false,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    claimed_until timestamptz,
    unique (user_id, key)
)
"""
STEPS = "state, carrier_id, reason, kept, changed_at, claimed_until"

PHONES = """
create table phones (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    number_cipher bytea not null,
    number_index bytea not null,
    created_at timestamptz not null,
    verified_at timestamptz,
    unique (user_id, id)
)
"""
# A code outlives its number, so that taking a number away and giving it again buys no further texts.
CODES = """
create table phone_codes (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    phone_id uuid,
    purpose text not null check (purpose in ('verify', 'sign-in', 'step-up')),
    code_hash bytea not null,
    code_cipher bytea,
    tries smallint not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    foreign key (user_id, phone_id) references phones (user_id, id) on delete set null (phone_id)
)
"""
# How many texts a number was sent, by whomever: it names nobody, so that erasing an account buys none either.
COUNTED = """
create table number_texts (
    number_index bytea not null,
    asked_at timestamptz not null
)
"""
# The application may ask and count, number by number, and see nothing else. Who asks at once waits here in turn.
COUNT = """
create function count_text_to(p_number bytea, p_now timestamptz, p_most integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(20022, hashtext(encode(p_number, 'hex')));
    if p_most <= (select count(*) from public.number_texts n
                   where n.number_index = p_number and n.asked_at > p_now - interval '1 day') then
        return false;
    end if;
    insert into public.number_texts (number_index, asked_at) values (p_number, p_now);
    return true;
end
$$
"""
COUNT_NAME = "count_text_to(bytea, timestamptz, integer)"


def upgrade() -> None:
    op.execute(TEXTS)
    op.execute("create index ix_texts_newest on texts (user_id, created_at, id)")
    personal("texts", grants=f"select, insert, update ({STEPS}), delete")
    for_system("texts", grants=f"select, update ({STEPS}), delete")
    op.execute(PHONES)
    op.execute("create unique index ix_phones_verified on phones (user_id) where verified_at is not null")
    op.execute("create unique index ix_phones_new on phones (user_id) where verified_at is null")
    personal("phones", grants="select, insert, update (number_cipher, verified_at), delete")
    for_system("phones", grants="select, update (number_cipher), delete")
    op.execute(CODES)
    op.execute("create unique index ix_phone_codes_open on phone_codes (user_id, purpose) where used_at is null")
    op.execute("create index ix_phone_codes_newest on phone_codes (user_id, created_at)")
    op.execute("create index ix_phone_codes_phone on phone_codes (user_id, phone_id)")
    personal("phone_codes", grants="select, insert, update (tries, used_at, code_cipher)")
    for_system("phone_codes", grants="select, update (code_cipher), delete")
    op.execute(COUNTED)
    op.execute("create index ix_number_texts on number_texts (number_index, asked_at)")
    op.execute("grant select, delete on number_texts to cairn_system")
    op.execute(COUNT)
    op.execute(f"revoke all on function {COUNT_NAME} from public")
    op.execute(f"grant execute on function {COUNT_NAME} to cairn_app")


def downgrade() -> None:
    op.execute(f"drop function {COUNT_NAME}")
    op.execute("drop table number_texts, phone_codes, phones, texts")
