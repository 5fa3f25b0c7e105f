"""If-then plans, and each time that one began."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0041"
down_revision = "0040"

PLANS = """
create table plans (
    id uuid primary key,
    version integer not null default 1,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null constraint plans_kind_check check (kind in ('time', 'event', 'word', 'arrival')),
    deed text not null constraint plans_deed_check check (deed <> ''),
    about text not null,
    key text,
    rrule text,
    first_local timestamp,
    hook bytea,
    heard_at timestamptz,
    due_at timestamptz,
    paused_at timestamptz,
    created_at timestamptz not null,
    unique (user_id, id),
    constraint plans_time_check
        check ((kind = 'time') = (rrule is not null) and (kind = 'time') = (first_local is not null)),
    constraint plans_word_check check ((kind = 'word') = (key is not null)),
    constraint plans_hook_check check ((kind = 'arrival') = (hook is not null)),
    constraint plans_due_check check (due_at is null or (paused_at is null and kind in ('time', 'event')))
)
"""
BEGINNINGS = """
create table plan_beginnings (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    plan_id uuid not null,
    began_at timestamptz not null,
    answer text constraint plan_beginnings_answer_check check (answer in ('did', 'not_this_time')),
    answered_at timestamptz,
    constraint uq_plan_beginnings_moment unique (user_id, plan_id, began_at),
    foreign key (user_id, plan_id) references plans (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(PLANS)
    op.execute("create index ix_plans_due on plans (due_at) where due_at is not null")
    op.execute("create unique index uq_plans_key on plans (user_id, key) where key is not null")
    personal("plans")
    # The ticker takes what has come; and a phone that arrives somewhere shows a secret, and nobody who is signed in.
    for_system("plans", grants="select, update (due_at)")
    op.execute(BEGINNINGS)
    personal("plan_beginnings")


def downgrade() -> None:
    op.execute("drop table plan_beginnings, plans")
