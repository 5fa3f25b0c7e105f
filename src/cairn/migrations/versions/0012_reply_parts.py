"""A reply's text in pieces, so that how far off its moments are is told when it is read."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    # Replies that were written before keep what they said, word for word.
    op.execute("alter table messages add column parts jsonb not null default '[]'")


def downgrade() -> None:
    op.execute("alter table messages drop column parts")
