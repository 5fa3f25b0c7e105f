"""Somebody who asked to leave does so after a while, unless they come back or a link in a letter keeps the account."""

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.execute("alter table users add column leaves_at timestamptz")
    op.execute("create index ix_users_leaves_at on users (leaves_at) where leaves_at is not null")
    op.execute("alter table email_tokens drop constraint email_tokens_purpose_check")
    op.execute(
        "alter table email_tokens add constraint email_tokens_purpose_check"
        " check (purpose in ('verify', 'reset', 'change', 'undo', 'stay'))"
    )


def downgrade() -> None:
    op.execute("delete from email_tokens where purpose = 'stay'")
    op.execute("alter table email_tokens drop constraint email_tokens_purpose_check")
    op.execute(
        "alter table email_tokens add constraint email_tokens_purpose_check"
        " check (purpose in ('verify', 'reset', 'change', 'undo'))"
    )
    op.execute("alter table users drop column leaves_at")
