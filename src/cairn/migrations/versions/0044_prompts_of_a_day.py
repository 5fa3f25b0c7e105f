"""How often a person's automations asked on a day: it outlives the automations."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0044"
down_revision = "0043"

PROMPTS = """
create table automation_prompts (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    day date not null,
    said integer not null default 0,
    constraint uq_automation_prompts_day unique (user_id, day)
)
"""


def upgrade() -> None:
    op.execute(PROMPTS)
    personal("automation_prompts")


def downgrade() -> None:
    op.execute("drop table automation_prompts")
