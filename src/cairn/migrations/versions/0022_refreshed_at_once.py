"""What a spent refresh token was answered with, readable by who holds that token, until the answer is used."""

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.execute("alter table refresh_tokens add column successor bytea")


def downgrade() -> None:
    op.execute("alter table refresh_tokens drop column successor")
