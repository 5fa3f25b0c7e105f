"""Second factors, and sign-ins that wait for one."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0023"
down_revision = "0022"

TABLES = [
    """
create table factors (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null constraint factors_kind_check check (kind in ('totp', 'passkey')),
    name_cipher bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_used_at timestamptz,
    secret_cipher bytea,
    last_step bigint,
    credential_id bytea unique,
    public_key bytea,
    sign_count bigint,
    transports jsonb,
    constraint factors_totp_check check ((kind = 'totp') = (secret_cipher is not null)),
    constraint factors_passkey_check check ((kind = 'passkey') = (credential_id is not null))
)
""",
    "create index ix_factors_user on factors (user_id, kind)",
    "create unique index ix_factors_app on factors (user_id) where kind = 'totp' and confirmed_at is not null",
    "create unique index ix_factors_new_app on factors (user_id) where kind = 'totp' and confirmed_at is null",
    """
create table recovery_codes (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    code_hash bytea not null,
    created_at timestamptz not null,
    used_at timestamptz,
    unique (user_id, code_hash)
)
""",
    """
create table sign_ins (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    token_hash bytea not null unique,
    page boolean not null,
    remember boolean not null,
    user_agent text not null,
    address text not null,
    tries smallint not null,
    proven_at timestamptz,
    letters smallint not null,
    letter_hash bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
)
""",
    "create index ix_sign_ins_user on sign_ins (user_id)",
    """
create table passkey_challenges (
    id uuid primary key,
    user_id uuid references users (id) on delete cascade,
    purpose text not null constraint passkey_challenges_purpose_check
        check (purpose in ('register', 'sign-in', 'second', 'step-up')),
    asked_in uuid,
    challenge bytea not null unique,
    expires_at timestamptz not null
)
""",
    "create index ix_passkey_challenges_user on passkey_challenges (user_id)",
    "create index ix_passkey_challenges_expiry on passkey_challenges (expires_at)",
    """
create table factor_tries (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    familiar boolean not null,
    strikes double precision not null,
    tried_at timestamptz not null,
    free_at timestamptz not null,
    unique (user_id, familiar)
)
""",
]


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)
    personal(
        "factors",
        grants="select, insert, update (name_cipher, confirmed_at, last_used_at, last_step, sign_count), delete",
    )
    # The system seals names and secrets anew when a person's key is renewed.
    for_system("factors", grants="select, update (name_cipher, secret_cipher), delete")
    personal("recovery_codes", grants="select, insert, update (used_at), delete")
    for_system("recovery_codes", grants="select, delete")
    personal("sign_ins", grants="select, update (letter_hash, used_at)")
    for_system("sign_ins", grants="select, insert, update, delete")
    personal("passkey_challenges", grants="select, insert, delete")
    for_system("passkey_challenges", grants="select, insert, delete")
    personal("factor_tries", grants="select, insert, update, delete")
    for_system("factor_tries", grants="select, delete")
    # A proof in a session is noted in the transaction in which it was given.
    op.execute("grant update (factors, proven_at) on sessions to cairn_app")


def downgrade() -> None:
    op.execute("revoke update (factors, proven_at) on sessions from cairn_app")
    op.execute("drop table factor_tries, passkey_challenges, sign_ins, recovery_codes, factors")
