"""What a person's days take of the language model."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0040"
down_revision = "0039"

USE = """
create table model_use (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    day date not null,
    requests integer not null default 0,
    tokens_read bigint not null default 0,
    tokens_written bigint not null default 0,
    cost_micros bigint not null default 0,
    millis bigint not null default 0,
    constraint uq_model_use_day unique (user_id, day)
)
"""


def upgrade() -> None:
    op.execute(USE)
    personal("model_use")


def downgrade() -> None:
    op.execute("drop table model_use")
