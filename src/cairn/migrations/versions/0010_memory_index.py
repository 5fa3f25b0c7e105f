"""What memories are searched with, in narrow tables of its own: words, vectors of any model, and token bits."""

from importlib import import_module

from alembic import op

from cairn.migrations.ddl import personal

revision = "0010"
down_revision = "0009"

PARTITIONS = 64
INDEXES = ("memory_words", "memory_vectors", "memory_tokens")

COLUMNS = """
alter table memories
    add column conversation text,
    add column importance real not null default 0.5 check (importance between 0 and 1),
    add column confidence real not null default 1 check (confidence between 0 and 1),
    add column pinned_at timestamptz,
    add column set_aside_at timestamptz,
    add column closed_at timestamptz,
    add column follows uuid,
    add column same_as uuid
"""
NEW = ["conversation", "importance", "confidence", "pinned_at", "set_aside_at", "closed_at", "follows", "same_as"]
MODELS = """
create table embedding_models (
    id smallint primary key generated always as identity,
    name text not null unique,
    dimensions integer not null check (dimensions > 0)
)
"""
# Which model a person's memories are compared with, who spoke in them, and a number that rises with every change, by
# which caches know whether they still hold.
PEOPLE = """
create table memory_indexes (
    user_id uuid primary key references users (id) on delete cascade,
    model_id smallint references embedding_models (id) on delete set null,
    revision bigint not null default 0,
    speakers text[] not null default '{}'
)
"""
# The policy keeps an index over words from being used, and a text search vector in a wide row is slow to scan. So the
# stems of a memory stand in a narrow row as numbers, read for a whole person at once.
WORDS = """
create table memory_words (
    user_id uuid not null,
    memory_id uuid not null,
    searched boolean not null,
    conversation integer not null,
    stems bytea not null,
    primary key (user_id, memory_id),
    foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade
) partition by hash (user_id)
"""
# A long memory has a vector for each piece. Vectors of two models stand side by side while one replaces the other.
VECTORS = """
create table memory_vectors (
    user_id uuid not null,
    memory_id uuid not null,
    model_id smallint not null references embedding_models (id) on delete cascade,
    piece smallint not null,
    searched boolean not null,
    vector halfvec not null,
    primary key (user_id, memory_id, model_id, piece),
    foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade
) partition by hash (user_id)
"""
TOKENS = """
create table memory_tokens (
    user_id uuid not null,
    memory_id uuid not null,
    piece smallint not null,
    bits bytea not null,
    primary key (user_id, memory_id, piece),
    foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade
) partition by hash (user_id)
"""
# What is still to be made of a memory. A row is inserted with the change that makes it necessary.
CHORES = """
create table memory_chores (
    user_id uuid not null,
    chore text not null check (chore in ('words', 'vector', 'tokens', 'learn', 'forget')),
    memory_id uuid not null,
    primary key (user_id, chore, memory_id),
    foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(COLUMNS)
    op.execute("update memories set conversation = conversation_id::text")
    op.execute("alter table memories drop column conversation_id, drop column words")
    op.execute("create index ix_memories_conversation on memories (user_id, conversation, occurred_at, id)")
    op.execute(MODELS)
    op.execute("grant select, insert on embedding_models to cairn_app")
    op.execute("grant select on embedding_models to cairn_system")
    op.execute(PEOPLE)
    personal("memory_indexes")
    op.execute("alter table memory_vectors rename to memory_vectors_before")
    for number in range(16):
        op.execute(f"alter table memory_vectors_{number} rename to memory_vectors_before_{number}")
    op.execute("alter table memory_vectors_before rename constraint memory_vectors_pkey to memory_vectors_before_pkey")
    for statement in (WORDS, VECTORS, TOKENS):
        op.execute(statement)
    for table in INDEXES:
        personal(table)
        for number in range(PARTITIONS):
            part = f"{table}_{number}"
            op.execute(
                f"create table {part} partition of {table} for values with (modulus {PARTITIONS}, remainder {number})"
            )
            op.execute(f"alter table {part} enable row level security")
    # Bits can't be compressed; they are read for a few candidates at a time, from the row itself where they fit.
    op.execute("alter table memory_tokens alter column bits set storage main")
    op.execute(CHORES)
    personal("memory_chores")
    _carry_over()


def _carry_over() -> None:
    """Vectors stay; words and token bits of what is kept already are made by the worker."""
    op.execute(
        "insert into embedding_models (name, dimensions)"
        " select distinct model, 384 from memory_vectors_before on conflict do nothing"
    )
    op.execute(
        "insert into memory_vectors (user_id, memory_id, model_id, piece, searched, vector)"
        " select v.user_id, v.memory_id, e.id, 0, m.kind <> 'question', v.vector"
        " from memory_vectors_before v join embedding_models e on e.name = v.model"
        " join memories m on m.user_id = v.user_id and m.id = v.memory_id"
    )
    op.execute(
        "insert into memory_indexes (user_id, model_id, speakers)"
        " select m.user_id, (select min(id) from embedding_models), array_agg(distinct m.speaker)"
        " from memories m group by m.user_id"
    )
    op.execute(
        "insert into memory_chores (user_id, chore, memory_id) select m.user_id, c.chore, m.id"
        " from memories m cross join (values ('words'), ('vector'), ('tokens'), ('learn')) as c (chore)"
        " where c.chore <> 'vector' or not exists (select from memory_vectors_before v"
        "  where v.user_id = m.user_id and v.memory_id = m.id)"
    )
    op.execute("drop table memory_vectors_before")


def downgrade() -> None:
    op.execute("drop table memory_chores, memory_tokens, memory_words")
    op.execute("alter table memory_vectors rename to memory_vectors_after")
    for number in range(PARTITIONS):
        op.execute(f"alter table memory_vectors_{number} rename to memory_vectors_after_{number}")
    op.execute("alter table memory_vectors_after rename constraint memory_vectors_pkey to memory_vectors_after_pkey")
    earlier = import_module("cairn.migrations.versions.0006_memory")
    stemmed = f"tsvector not null generated always as ({earlier.STEMMED}) stored"
    op.execute(f"alter table memories add column words {stemmed}")
    op.execute("alter table memories add column conversation_id uuid")
    uuid = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
    change = f"update memories set conversation_id = conversation::uuid where conversation ~ '{uuid}'"  # nosec B608  # above
    op.execute(change)
    earlier.make_vectors()
    op.execute(
        "insert into memory_vectors (user_id, memory_id, model, vector)"
        " select v.user_id, v.memory_id, e.name, v.vector from memory_vectors_after v"
        " join embedding_models e on e.id = v.model_id where v.piece = 0 and e.dimensions = 384 on conflict do nothing"
    )
    op.execute("drop table memory_vectors_after, memory_indexes, embedding_models")
    for column in NEW:
        op.execute(f"alter table memories drop column {column}")
