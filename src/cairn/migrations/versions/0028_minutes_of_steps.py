"""A step knows how long it may take."""

from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.execute("alter table task_steps add column minutes integer")
    op.execute("alter table task_steps add constraint task_steps_minutes_check check (minutes between 1 and 10080)")


def downgrade() -> None:
    op.execute("alter table task_steps drop column minutes")
