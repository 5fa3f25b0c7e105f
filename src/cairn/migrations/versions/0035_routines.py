"""Routines with the times they were gone through, and medications with the doses that were taken or skipped."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0035"
down_revision = "0034"

ROUTINES = """
create table routines (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    name text not null constraint routines_name_check check (name <> ''),
    window_from time,
    window_to time,
    rrule text,
    first_day date not null,
    nudge boolean not null default false,
    nudge_at timestamptz,
    created_at timestamptz not null,
    unique (user_id, id),
    constraint routines_window_check check (window_from is not null or (window_to is null and not nudge))
)
"""
STEPS = """
create table routine_steps (
    id uuid primary key,
    user_id uuid not null,
    routine_id uuid not null,
    position integer not null,
    text text not null constraint routine_steps_text_check check (text <> ''),
    minutes integer constraint routine_steps_minutes_check check (minutes between 1 and 1440),
    foreign key (user_id, routine_id) references routines (user_id, id) on delete cascade
)
"""
RUNS = """
create table routine_runs (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    routine_id uuid,
    name text not null,
    steps jsonb not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    unique (user_id, id),
    foreign key (user_id, routine_id) references routines (user_id, id) on delete set null (routine_id)
)
"""
MEDICATIONS = """
create table medications (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    name text not null constraint medications_name_check check (name <> ''),
    dose text not null default '',
    rrule text,
    created_at timestamptz not null,
    unique (user_id, id)
)
"""
TIMES = """
create table medication_times (
    id uuid primary key,
    user_id uuid not null,
    medication_id uuid not null,
    clock time not null,
    reminder_id uuid not null,
    unique (user_id, reminder_id),
    foreign key (user_id, medication_id) references medications (user_id, id) on delete cascade
)
"""
DOSES = """
create table doses (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    medication_id uuid,
    name text not null,
    dose text not null,
    state text not null constraint doses_state_check check (state in ('taken', 'skipped')),
    due_at timestamptz,
    reminder_id uuid,
    answered boolean not null default false,
    at timestamptz not null,
    constraint uq_doses_once unique (user_id, medication_id, due_at),
    foreign key (user_id, medication_id) references medications (user_id, id) on delete set null (medication_id)
)
"""


def upgrade() -> None:
    for table in (ROUTINES, STEPS, RUNS, MEDICATIONS, TIMES, DOSES):
        op.execute(table)
    op.execute("create index ix_routines_nudge on routines (nudge_at) where nudge_at is not null")
    op.execute("create index ix_routine_steps_routine on routine_steps (user_id, routine_id)")
    op.execute(
        "create unique index uq_routine_runs_open on routine_runs (user_id, routine_id) where finished_at is null"
    )
    op.execute("create index ix_routine_runs_done on routine_runs (user_id, finished_at, id)")
    op.execute("create index ix_medication_times_medication on medication_times (user_id, medication_id)")
    op.execute("create index ix_doses_at on doses (user_id, at, id)")
    for name in ("routines", "routine_steps", "routine_runs", "medications", "medication_times", "doses"):
        personal(name)
    for_system("routines", grants="select")


def downgrade() -> None:
    op.execute("drop table doses, medication_times, medications, routine_runs, routine_steps, routines")
