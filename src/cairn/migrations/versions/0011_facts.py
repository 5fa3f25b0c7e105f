"""What is known of a person: facts with the time they hold, what they rest on, and what must not be learnt again."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0011"
down_revision = "0010"

# Two times: `valid_from` and `valid_to` say when it is true, `recorded_at` when we learnt it. A fact that another one
# replaced keeps its row; one that never held has an empty interval.
FACTS = """
create table facts (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    subject text not null check (subject <> ''),
    relation text not null check (relation <> ''),
    qualifier text not null default '',
    value text not null,
    value_key text not null,
    kind text not null,
    importance real not null check (importance between 0 and 1),
    confidence real not null check (confidence between 0 and 1),
    source text not null check (source in ('grammar', 'model', 'hand', 'import')),
    valid_from timestamptz not null,
    valid_to timestamptz check (valid_to >= valid_from),
    recorded_at timestamptz not null,
    closed text,
    superseded_by uuid,
    pinned_at timestamptz,
    set_aside_at timestamptz,
    unique (user_id, id),
    foreign key (user_id, superseded_by) references facts (user_id, id) on delete set null (superseded_by)
)
"""
# Each time somebody said so. A fact without any goes. The memory it was read in takes its tellings with it.
TELLINGS = """
create table fact_tellings (
    id uuid primary key,
    user_id uuid not null,
    fact_id uuid not null,
    memory_id uuid,
    at timestamptz not null,
    said_at timestamptz not null,
    until timestamptz,
    confidence real not null,
    source text not null,
    quote text not null,
    foreign key (user_id, fact_id) references facts (user_id, id) on delete cascade,
    foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade
)
"""
# What was said to be wrong. The value stands as a keyed fingerprint: what was forgotten must not be read here.
TOMBSTONES = """
create table fact_tombstones (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    subject text not null,
    relation text not null,
    value_index bytea,
    created_at timestamptz not null,
    constraint uq_fact_tombstones unique nulls not distinct (user_id, subject, relation, value_index)
)
"""
# Two facts that can't both be true and that nothing settles: asked about once.
CONTRADICTIONS = """
create table fact_contradictions (
    id uuid primary key,
    user_id uuid not null,
    fact_id uuid not null,
    other_id uuid not null,
    found_at timestamptz not null,
    asked_at timestamptz,
    settled_at timestamptz,
    constraint uq_fact_contradictions unique (user_id, fact_id, other_id),
    foreign key (user_id, fact_id) references facts (user_id, id) on delete cascade,
    foreign key (user_id, other_id) references facts (user_id, id) on delete cascade
)
"""
# A memory that says anew what an older one said otherwise. Soft: search puts the newer above the older, no more.
UPDATES = """
create table memory_updates (
    user_id uuid not null,
    older_id uuid not null,
    newer_id uuid not null,
    confidence real not null,
    primary key (user_id, older_id, newer_id),
    foreign key (user_id, older_id) references memories (user_id, id) on delete cascade,
    foreign key (user_id, newer_id) references memories (user_id, id) on delete cascade
)
"""
TABLES = ("facts", "fact_tellings", "fact_tombstones", "fact_contradictions", "memory_updates")


def upgrade() -> None:
    for statement in (FACTS, TELLINGS, TOMBSTONES, CONTRADICTIONS, UPDATES):
        op.execute(statement)
    op.execute("create index ix_facts_slot on facts (user_id, subject, relation, valid_from)")
    op.execute("create index ix_facts_recorded on facts (user_id, recorded_at, id)")
    op.execute("create index ix_fact_tellings_fact on fact_tellings (user_id, fact_id)")
    op.execute("create index ix_fact_tellings_memory on fact_tellings (user_id, memory_id)")
    op.execute("create index ix_memory_updates_newer on memory_updates (user_id, newer_id)")
    for table in TABLES:
        personal(table)


def downgrade() -> None:
    op.execute(f"drop table {', '.join(reversed(TABLES))}")
