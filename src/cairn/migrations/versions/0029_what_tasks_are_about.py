"""A task knows what it belongs to, where it can be done, whether it matters, and whom or what it waits for."""

from alembic import op

revision = "0029"
down_revision = "0028"

COLUMNS = {
    "important": "boolean not null default false",
    "project": "text not null default ''",
    "context": "text not null default ''",
    "tags": "text[] not null default '{}'",
    "waiting_for": "text not null default ''",
    "someday": "boolean not null default false",
}


def upgrade() -> None:
    for name, kind in COLUMNS.items():
        op.execute(f"alter table tasks add column {name} {kind}")


def downgrade() -> None:
    for name in COLUMNS:
        op.execute(f"alter table tasks drop column {name}")
