"""When a dose was taken, which may be long before somebody says so."""

from alembic import op

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    op.execute("alter table doses add column taken_at timestamptz")
    op.execute("update doses set taken_at = at")
    op.execute("alter table doses alter column taken_at set not null")


def downgrade() -> None:
    op.execute("alter table doses drop column taken_at")
