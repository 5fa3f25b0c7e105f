"""Letters that wait in the mail folder, and who may read them."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0004"
down_revision = "0003"

LETTERS = """
create table letters (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    to_index bytea not null,
    message_id text not null,
    created_at timestamptz not null,
    unique (user_id, message_id)
)
"""


def upgrade() -> None:
    op.execute(LETTERS)
    personal("letters", grants="select, insert, delete")


def downgrade() -> None:
    op.execute("drop table letters")
