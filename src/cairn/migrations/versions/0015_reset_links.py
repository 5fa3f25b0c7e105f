"""What a link in a letter is for: confirming an address, or setting a forgotten password anew."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.execute(
        "alter table email_tokens add column purpose text not null default 'verify'"
        " constraint email_tokens_purpose_check check (purpose in ('verify', 'reset'))"
    )
    # A newer link takes the place of older ones.
    op.execute("grant update (used_at) on email_tokens to cairn_app")


def downgrade() -> None:
    op.execute("delete from email_tokens where purpose = 'reset'")
    op.execute("revoke update (used_at) on email_tokens from cairn_app")
    op.execute("alter table email_tokens drop column purpose")
