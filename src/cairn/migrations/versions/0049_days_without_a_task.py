"""Days on which a task that comes again doesn't come."""

from alembic import op

revision = "0049"
down_revision = "0048"


def upgrade() -> None:
    op.execute("alter table tasks add column without date[] not null default '{}'")


def downgrade() -> None:
    op.execute("alter table tasks drop column without")
