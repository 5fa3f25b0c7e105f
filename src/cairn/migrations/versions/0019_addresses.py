"""Changes of address wait sealed beside their links; what somebody agreed to, in which version, is kept."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0019"
down_revision = "0022"

CONSENTS = """
create table consents (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    document text not null,
    version text not null,
    locale text not null,
    shown_at text not null constraint consents_shown_at_check check (shown_at in ('sign-up')),
    given_at timestamptz not null,
    withdrawn_at timestamptz
)
"""


def upgrade() -> None:
    op.execute("alter table email_tokens drop constraint email_tokens_purpose_check")
    op.execute(
        "alter table email_tokens add column address_cipher bytea, add column address_index bytea,"
        " add constraint email_tokens_purpose_check check (purpose in ('verify', 'reset', 'change', 'undo')),"
        " add constraint email_tokens_address_check check"
        " ((purpose in ('change', 'undo')) = (address_cipher is not null and address_index is not null))"
    )
    # Two who ask at once for the same account can't both leave a change behind.
    op.execute(
        "create unique index ux_email_tokens_change on email_tokens (user_id)"
        " where purpose = 'change' and used_at is null"
    )
    # Who takes a change of address back ends every way in that somebody else may have made.
    op.execute("grant delete on identities to cairn_system")
    op.execute(CONSENTS)
    op.execute("create index ix_consents_user on consents (user_id)")
    personal("consents", grants="select, delete")
    for_system("consents", grants="select, insert, delete")


def downgrade() -> None:
    op.execute("drop table consents")
    op.execute("revoke delete on identities from cairn_system")
    op.execute("delete from email_tokens where purpose in ('change', 'undo')")
    op.execute("drop index ux_email_tokens_change")
    op.execute("alter table email_tokens drop constraint email_tokens_purpose_check")
    op.execute(
        "alter table email_tokens drop constraint email_tokens_address_check,"
        " drop column address_cipher, drop column address_index,"
        " add constraint email_tokens_purpose_check check (purpose in ('verify', 'reset'))"
    )
