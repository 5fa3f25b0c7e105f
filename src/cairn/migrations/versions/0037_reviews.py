"""Days begun and ended, weeks looked back at, and how often a task was put off."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0037"
down_revision = "0036"

REVIEWS = """
create table reviews (
    id uuid primary key,
    version integer not null,
    user_id uuid not null references users (id) on delete cascade,
    kind text not null constraint reviews_kind_check check (kind in ('start', 'shutdown', 'week')),
    day date not null,
    state text not null constraint reviews_state_check check (state in ('open', 'done', 'left')),
    steps jsonb not null,
    step text not null,
    answers jsonb not null,
    decided jsonb not null,
    summary jsonb not null,
    started_at timestamptz not null,
    touched_at timestamptz not null,
    ended_at timestamptz,
    unique (user_id, id)
)
"""
WISHES = """
create table review_wishes (
    id uuid primary key,
    version integer not null,
    user_id uuid not null unique references users (id) on delete cascade,
    start_at time,
    shutdown_at time,
    week_day integer not null constraint review_wishes_week_day_check check (week_day between 0 and 6),
    week_at time,
    declined jsonb not null
)
"""


def upgrade() -> None:
    op.execute(REVIEWS)
    op.execute("create unique index uq_reviews_open on reviews (user_id, kind) where state = 'open'")
    op.execute("create index ix_reviews_started on reviews (user_id, started_at, id)")
    personal("reviews")
    op.execute(WISHES)
    personal("review_wishes")
    op.execute("alter table tasks add column times_put_off integer not null default 0")


def downgrade() -> None:
    op.execute("alter table tasks drop column times_put_off")
    op.execute("drop table review_wishes, reviews")
