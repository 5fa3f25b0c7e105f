"""Focus sessions, thoughts parked meanwhile, rooms to sit in together, and what things really took somebody."""

from alembic import op

from cairn.migrations.ddl import MINE, for_system, personal

revision = "0033"
down_revision = "0032"

TABLES = [
    """
create table focus_sessions (
    id uuid primary key,
    version integer not null default 1,
    user_id uuid not null references users (id) on delete cascade,
    task_id uuid,
    step_id uuid,
    title text not null,
    language text not null,
    zone text not null,
    planned_minutes integer not null constraint focus_sessions_minutes_check check (planned_minutes between 1 and 480),
    state text not null constraint focus_sessions_state_check
        check (state in ('running', 'paused', 'finished', 'stopped')),
    started_at timestamptz not null,
    ends_at timestamptz not null,
    half_at timestamptz,
    due_at timestamptz,
    paused_at timestamptz,
    paused_seconds integer not null,
    ended_at timestamptz,
    time_up boolean not null,
    half_asked_at timestamptz,
    check_in text constraint focus_sessions_check_in_check check (check_in in ('going', 'distracted', 'stuck')),
    checked_in_at timestamptz,
    asked_at timestamptz,
    outcome text constraint focus_sessions_outcome_check check (outcome in ('done', 'part', 'not')),
    note text not null,
    unique (user_id, id),
    constraint focus_sessions_ended_check check ((state in ('finished', 'stopped')) = (ended_at is not null)),
    constraint focus_sessions_paused_check check ((state = 'paused') = (paused_at is not null)),
    constraint fk_focus_sessions_task foreign key (user_id, task_id) references tasks (user_id, id)
        on delete set null (task_id)
)
""",
    "create unique index uq_focus_sessions_one on focus_sessions (user_id) where state in ('running', 'paused')",
    "create index ix_focus_sessions_due on focus_sessions (due_at) where due_at is not null",
    "create index ix_focus_sessions_newest on focus_sessions (user_id, started_at, id)",
    "create index ix_focus_sessions_task on focus_sessions (user_id, task_id) where task_id is not null",
    """
create table parked_thoughts (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    session_id uuid,
    text text not null constraint parked_thoughts_text_check check (text <> ''),
    parked_at timestamptz not null,
    became text constraint parked_thoughts_became_check check (became in ('task', 'note', 'gone')),
    became_id uuid,
    settled_at timestamptz,
    constraint parked_thoughts_settled_check check ((became is null) = (settled_at is null)),
    foreign key (user_id, session_id) references focus_sessions (user_id, id) on delete cascade
)
""",
    "create index ix_parked_thoughts_open on parked_thoughts (user_id, id) where became is null",
    """
create table room_seats (
    id uuid primary key,
    user_id uuid not null unique references users (id) on delete cascade,
    space_id uuid not null references spaces (id) on delete cascade,
    session_id uuid,
    name text not null,
    doing text not null,
    sat_at timestamptz not null,
    here_at timestamptz not null,
    foreign key (user_id, session_id) references focus_sessions (user_id, id) on delete cascade
)
""",
    "create index ix_room_seats_space on room_seats (space_id, sat_at)",
    "create index ix_room_seats_here on room_seats (here_at)",
    """
create table estimate_samples (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    task_id uuid,
    kind text not null,
    estimated_minutes integer not null constraint estimate_samples_estimated_check
        check (estimated_minutes between 1 and 10080),
    actual_minutes integer not null constraint estimate_samples_actual_check
        check (actual_minutes between 1 and 10080),
    at timestamptz not null,
    unique (user_id, task_id),
    foreign key (user_id, task_id) references tasks (user_id, id) on delete set null (task_id)
)
""",
    "create index ix_estimate_samples_newest on estimate_samples (user_id, at, id)",
    "alter table tasks add column domain text not null default ''",
]


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)
    personal("focus_sessions")
    for_system("focus_sessions", grants="select, update")
    personal("parked_thoughts")
    personal("room_seats")
    # Whoever belongs to a space sees who sits in its room; of memberships each sees only their own.
    op.execute(
        "create policy seats_of_my_spaces on room_seats for select to cairn_app"
        f" using (space_id in (select space_id from memberships where user_id = {MINE}))"  # nosec B608  # a constant of ours
    )
    for_system("room_seats", grants="select, delete")
    personal("estimate_samples")


def downgrade() -> None:
    op.execute("alter table tasks drop column domain")
    op.execute("drop table estimate_samples, room_seats, parked_thoughts, focus_sessions")
