"""Conversations, messages, and the turns that answer them."""

from alembic import op

from cairn.migrations.ddl import personal

revision = "0009"
down_revision = "0008"

CONVERSATIONS = """
create table conversations (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    title text not null,
    main boolean not null,
    archived_at timestamptz,
    created_at timestamptz not null,
    unique (user_id, id)
)
"""
# A message's id is its client's own, so it is unique for its person only: another person's same id is another
# message. The row of a deleted message stays without its words, so that a late copy isn't taken for something new.
MESSAGES = """
create table messages (
    user_id uuid not null references users (id) on delete cascade,
    id uuid not null,
    conversation_id uuid,
    turn_id uuid not null,
    position bigint generated always as identity,
    role text not null check (role in ('person', 'cairn')),
    text text not null,
    text_hash bytea not null,
    quotes jsonb not null,
    time_zone text not null,
    said_at timestamptz not null,
    received_at timestamptz not null,
    primary key (user_id, id),
    foreign key (user_id, conversation_id) references conversations (user_id, id) on delete set null (conversation_id)
)
"""
TURNS = """
create table turns (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    message_id uuid not null,
    state text not null check (state in ('running', 'done', 'failed')),
    attempts integer not null,
    held_by uuid,
    held_until timestamptz,
    reply_id uuid,
    started_at timestamptz not null,
    finished_at timestamptz,
    unique (user_id, id),
    constraint uq_turns_message unique (user_id, message_id),
    foreign key (user_id, message_id) references messages (user_id, id) on delete cascade
)
"""
STEPS = """
create table turn_steps (
    id uuid primary key,
    user_id uuid not null,
    turn_id uuid not null,
    kind text not null check (kind in ('plan', 'response')),
    place integer not null,
    data jsonb not null,
    created_at timestamptz not null,
    constraint uq_turn_steps_place unique (user_id, turn_id, kind, place),
    foreign key (user_id, turn_id) references turns (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(CONVERSATIONS)
    op.execute("create unique index ix_conversations_main on conversations (user_id) where main")
    op.execute(MESSAGES)
    op.execute("create index ix_messages_conversation on messages (user_id, conversation_id, position)")
    op.execute(TURNS)
    op.execute(STEPS)
    for table in ("conversations", "messages", "turns", "turn_steps"):
        personal(table)


def downgrade() -> None:
    op.execute("drop table turn_steps, turns, messages, conversations")
