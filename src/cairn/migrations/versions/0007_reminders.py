"""Reminders."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0007"
down_revision = "0006"

REMINDERS = """
create table reminders (
    id uuid primary key,
    version integer not null default 1,
    user_id uuid not null references users (id) on delete cascade,
    text text not null,
    state text not null,
    due_at timestamptz not null,
    armed boolean not null,
    local_time timestamp not null,
    first_local timestamp not null,
    zone text not null,
    floating boolean not null,
    rrule text,
    task_id uuid,
    snoozed_until timestamptz,
    last_rung_at timestamptz,
    rang_for timestamptz,
    done_at timestamptz,
    created_at timestamptz not null,
    unique (user_id, id),
    constraint reminders_text_check check (text <> ''),
    constraint reminders_state_check check (state in ('waiting', 'ringing', 'done', 'cancelled'))
)
"""


def upgrade() -> None:
    op.execute(REMINDERS)
    op.execute("create index ix_reminders_due on reminders (due_at) where armed")
    op.execute("create index ix_reminders_user_due on reminders (user_id, due_at, id)")
    op.execute("create index ix_reminders_task on reminders (user_id, task_id) where task_id is not null")
    personal("reminders")
    for_system("reminders", grants="select, update")


def downgrade() -> None:
    op.execute("drop table reminders")
