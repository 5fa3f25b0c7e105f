"""Automations, every run of theirs, and which messages an automation said."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0039"
down_revision = "0038"

AUTOMATIONS = """
create table automations (
    id uuid primary key,
    version integer not null default 1,
    user_id uuid not null references users (id) on delete cascade,
    name text not null constraint automations_name_check check (name <> ''),
    what text not null constraint automations_what_check check (what in ('prompt', 'digest', 'week')),
    prompt text not null,
    rrule text not null,
    first_local timestamp not null,
    zone text not null,
    due_at timestamptz,
    paused_at timestamptz,
    created_at timestamptz not null,
    unique (user_id, id),
    constraint automations_prompt_check check ((what = 'prompt') = (prompt <> '')),
    constraint automations_paused_check check (paused_at is null or due_at is null)
)
"""
RUNS = """
create table automation_runs (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    automation_id uuid not null,
    scheduled_for timestamptz not null,
    by_hand boolean not null,
    state text not null constraint automation_runs_state_check
        check (state in ('waiting', 'running', 'done', 'failed', 'skipped')),
    why text not null,
    attempts integer not null,
    started_at timestamptz,
    finished_at timestamptz,
    came text,
    came_id uuid,
    requests integer not null,
    tokens integer not null,
    constraint uq_automation_runs_moment unique (user_id, automation_id, scheduled_for),
    foreign key (user_id, automation_id) references automations (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(AUTOMATIONS)
    op.execute("create index ix_automations_due on automations (due_at) where due_at is not null")
    personal("automations")
    for_system("automations", grants="select, update")
    op.execute(RUNS)
    op.execute(
        "create unique index uq_automation_runs_by_hand on automation_runs (user_id, automation_id)"
        " where by_hand and state in ('waiting', 'running')"
    )
    personal("automation_runs")
    for_system("automation_runs", grants="select, insert")
    # No key to automations: what was said stays said when the automation is gone.
    op.execute("alter table messages add column automation_id uuid")


def downgrade() -> None:
    op.execute("alter table messages drop column automation_id")
    op.execute("drop table automation_runs, automations")
