"""Tasks and the small steps they are made of."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0008"
down_revision = "0007"

TASKS = """
create table tasks (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    title text not null check (title <> ''),
    notes text not null,
    due_at timestamptz,
    due_date_only boolean not null,
    estimate_minutes integer check (estimate_minutes between 1 and 10080),
    energy text not null check (energy in ('low', 'medium', 'high')),
    skip_until timestamptz,
    done_at timestamptz,
    stopped_reminders jsonb not null,
    created_at timestamptz not null,
    unique (user_id, id),
    check (due_at is not null or not due_date_only)
)
"""
STEPS = """
create table task_steps (
    id uuid primary key,
    user_id uuid not null,
    task_id uuid not null,
    position integer not null,
    text text not null check (text <> ''),
    done_at timestamptz,
    foreign key (user_id, task_id) references tasks (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(TASKS)
    op.execute("create index ix_tasks_open on tasks (user_id, due_at) where done_at is null")
    op.execute("create index ix_tasks_done on tasks (user_id, done_at, id) where done_at is not null")
    personal("tasks")
    op.execute(STEPS)
    op.execute("create index ix_task_steps_task on task_steps (user_id, task_id)")
    personal("task_steps")
    # A reminder stands on a lower floor than tasks, so the database keeps it from naming someone else's.
    op.execute(
        "alter table reminders add constraint fk_reminders_task foreign key (user_id, task_id)"
        " references tasks (user_id, id) on delete set null (task_id)"
    )


def downgrade() -> None:
    op.execute("alter table reminders drop constraint fk_reminders_task")
    op.execute("drop table task_steps, tasks")
