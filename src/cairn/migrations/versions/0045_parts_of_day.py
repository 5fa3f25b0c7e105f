"""Who acts is found with the hours that they mean by the parts of their day."""

import importlib

from alembic import op

revision = "0045"
down_revision = "0044"

ARGUMENTS = "text, text, timestamptz, boolean"
BEFORE: str = importlib.import_module("cairn.migrations.versions.0027_unattended").OPEN_WORK
AFTER = BEFORE.replace("rights bigint\n", "rights bigint, parts jsonb\n").replace(
    "held.scopes, version;", "held.scopes, version, nullif(person.settings->'parts', 'null'::jsonb);"
)


def _open_work(how: str) -> None:
    op.execute(f"drop function open_work({ARGUMENTS})")
    op.execute(how)
    op.execute(f"revoke all on function open_work({ARGUMENTS}) from public")
    op.execute(f"grant execute on function open_work({ARGUMENTS}) to cairn_app")


def upgrade() -> None:
    _open_work(AFTER)


def downgrade() -> None:
    _open_work(BEFORE)
