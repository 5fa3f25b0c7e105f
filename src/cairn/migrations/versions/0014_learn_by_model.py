"""Facts read by a language model: what waits for it, how often it was asked in vain, and what a person's day cost."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0014"
down_revision = "0013"

# One row a person: only the day that runs is counted. `busy_until`: somebody is asking, unless that has passed.
USE = """
create table memory_model_use (
    user_id uuid primary key references users (id) on delete cascade,
    day date not null,
    tokens integer not null default 0 check (tokens >= 0),
    requests integer not null default 0 check (requests >= 0),
    busy_until timestamptz
)
"""
_CHORES = "alter table memory_chores add constraint memory_chores_chore_check check (chore in ({names}))"
BEFORE = "'words', 'vector', 'tokens', 'learn', 'forget'"


def upgrade() -> None:
    op.execute(USE)
    personal("memory_model_use")
    op.execute("alter table memory_chores add column tries smallint not null default 0")
    op.execute("alter table memory_chores drop constraint memory_chores_chore_check")
    op.execute(_CHORES.format(names=f"{BEFORE}, 'learn_by_model'"))


def downgrade() -> None:
    op.execute("delete from memory_chores where chore = 'learn_by_model'")
    op.execute("alter table memory_chores drop constraint memory_chores_chore_check")
    op.execute(_CHORES.format(names=BEFORE))
    op.execute("alter table memory_chores drop column tries")
    op.execute("drop table memory_model_use")
