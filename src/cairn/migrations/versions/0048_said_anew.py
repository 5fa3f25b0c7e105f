"""A message may be said in the place of an earlier one, once; and that a model was left is a step of its turn."""

from alembic import op

revision = "0048"
down_revision = "0047"

_KINDS = "'plan', 'response', 'told', 'proposal', 'decision', 'stop'"


def upgrade() -> None:
    op.execute("alter table messages add column instead_of uuid")
    op.execute("create unique index ix_messages_instead_of on messages (user_id, instead_of)")
    _allow(f"{_KINDS}, 'trouble'")


def downgrade() -> None:
    op.execute("delete from turn_steps where kind = 'trouble'")
    _allow(_KINDS)
    op.execute("alter table messages drop column instead_of")


def _allow(kinds: str) -> None:
    op.execute(
        "alter table turn_steps drop constraint turn_steps_kind_check,"
        f" add constraint turn_steps_kind_check check (kind in ({kinds}))"
    )
