"""A task may come again: one open occurrence at a time, which knows the one it follows."""

from alembic import op

from cairn.migrations.ddl import for_system

revision = "0034"
down_revision = "0033"

COLUMNS = {
    "rrule": "text",
    "after_done": "boolean not null default false",
    "first_local": "timestamp",
    "occurs_on": "date",
    "turn": "integer not null default 1",
    "comes_again_at": "timestamptz",
    "this_only": "jsonb not null default '{}'",
    "follows": "uuid",
}


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.execute(f"alter table tasks add column {name} {kind}")
    op.execute(
        "alter table tasks add constraint tasks_comes_again_check check"
        " (rrule is null or (due_at is not null and first_local is not null and occurs_on is not null))"
    )
    # Two who finish one occurrence at once can't make two that follow it.
    op.execute("alter table tasks add constraint uq_tasks_follows unique (user_id, follows)")
    op.execute(
        "alter table tasks add constraint fk_tasks_follows foreign key (user_id, follows)"
        " references tasks (user_id, id) on delete set null (follows)"
    )
    op.execute("create index ix_tasks_comes_again on tasks (comes_again_at) where comes_again_at is not null")
    for_system("tasks", grants="select")


def downgrade() -> None:
    op.execute("drop policy system_rows on tasks")
    op.execute("revoke select on tasks from cairn_system")
    for name in reversed(COLUMNS):
        op.execute(f"alter table tasks drop column {name} cascade")
