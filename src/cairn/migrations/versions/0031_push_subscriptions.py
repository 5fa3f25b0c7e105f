"""Browsers that asked to be told by push, each bound to the sign-in it asked with; and push as a channel."""

from alembic import op

from cairn.migrations.ddl import for_system, personal

revision = "0031"
down_revision = "0030"

SUBSCRIPTIONS = """
create table push_subscriptions (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    session_id uuid not null,
    endpoint_cipher bytea not null,
    keys_cipher bytea not null,
    subscription_index bytea not null unique,
    discreet boolean not null default false,
    created_at timestamptz not null,
    last_taken_at timestamptz,
    unique (user_id, session_id),
    foreign key (user_id, session_id) references sessions (user_id, id) on delete cascade
)
"""


def upgrade() -> None:
    op.execute(SUBSCRIPTIONS)
    personal("push_subscriptions", grants="select, update (discreet, last_taken_at), delete")
    # The system adds them, since a browser that somebody else signed in with before brings its subscription along.
    for_system("push_subscriptions", grants="select, insert, update (endpoint_cipher, keys_cipher), delete")
    op.execute("alter table deliveries drop constraint deliveries_channel_check")
    op.execute(
        "alter table deliveries add constraint deliveries_channel_check check (channel in ('page', 'email', 'push'))"
    )


def downgrade() -> None:
    op.execute("delete from deliveries where channel = 'push'")
    op.execute("alter table deliveries drop constraint deliveries_channel_check")
    op.execute("alter table deliveries add constraint deliveries_channel_check check (channel in ('page', 'email'))")
    op.execute("drop table push_subscriptions")
