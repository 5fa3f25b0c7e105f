"""Which deliveries by mail lie among a person's letters, since no mail server was set up: no mailbox took them."""

from alembic import op

revision = "0053"
down_revision = "0052"


def upgrade() -> None:
    op.execute("alter table deliveries add column kept boolean not null default false")
    op.execute("update deliveries set kept = true where channel = 'email' and provider_id = 'kept in the mail folder'")


def downgrade() -> None:
    op.execute("alter table deliveries drop column kept")
