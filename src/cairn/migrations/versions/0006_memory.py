"""What a person said, searched by words, and beside it, narrow, the vectors that it is searched by meaning with."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0006"
down_revision = "0005"

PARTITIONS = 16

# Accents and case don't count: the server's wheel has no unaccent, so the marks are taken off the decomposed text.
# Stemmed as the language the person had chosen and as English, which people mix in; a question is stemmed in all four.
PLAIN = r"lower(regexp_replace(normalize(text, NFD), '[\u0300-\u036f]', '', 'g'))"
STEMMED = f"""
to_tsvector('english'::regconfig, {PLAIN}) || case language
    when 'es' then to_tsvector('spanish'::regconfig, {PLAIN})
    when 'fr' then to_tsvector('french'::regconfig, {PLAIN})
    when 'pt' then to_tsvector('portuguese'::regconfig, {PLAIN})
    else ''::tsvector
end
"""
MEMORIES = f"""
create table memories (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    text text not null check (text <> ''),
    kind text not null check (kind in ('episode', 'thought', 'note', 'question')),
    speaker text not null check (speaker <> ''),
    language text not null,
    conversation_id uuid,
    source_ref text,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    words tsvector not null generated always as ({STEMMED}) stored,
    unique (user_id, id),
    constraint uq_memories_source unique (user_id, source_ref)
)
"""
# A vector in a wide row is moved out of it and takes five times as long to scan. A person's rows lie together in
# one of the partitions and are searched exactly.
VECTORS = """
create table memory_vectors (
    user_id uuid not null,
    memory_id uuid not null,
    model text not null,
    vector halfvec(384) not null,
    primary key (user_id, memory_id),
    foreign key (user_id, memory_id) references memories (user_id, id) on delete cascade
) partition by hash (user_id)
"""


def upgrade() -> None:
    op.execute(MEMORIES)
    op.execute("create index ix_memories_told on memories (user_id, occurred_at, id)")
    personal("memories")
    make_vectors()


def make_vectors() -> None:
    op.execute(VECTORS)
    personal("memory_vectors")
    for number in range(PARTITIONS):
        part = f"memory_vectors_{number}"
        op.execute(
            f"create table {part} partition of memory_vectors"
            f" for values with (modulus {PARTITIONS}, remainder {number})"
        )
        # A policy of the whole doesn't guard a part that is read directly; without one of its own nobody sees a row.
        op.execute(f"alter table {part} enable row level security")


def downgrade() -> None:
    op.execute("drop table memory_vectors, memories")
