"""Memories without a guess at how many of them are one person's: of somebody who just brought in thousands the database
believed that there is one, and looked for each of them among all of theirs.
"""

from alembic import op

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    op.execute("alter table memories alter column user_id set statistics 0")


def downgrade() -> None:
    op.execute("alter table memories alter column user_id set statistics default")
