"""A turn also records what its answer rested on."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.execute(
        "alter table turn_steps drop constraint turn_steps_kind_check,"
        " add constraint turn_steps_kind_check check (kind in ('plan', 'response', 'told'))"
    )


def downgrade() -> None:
    op.execute("delete from turn_steps where kind = 'told'")
    op.execute(
        "alter table turn_steps drop constraint turn_steps_kind_check,"
        " add constraint turn_steps_kind_check check (kind in ('plan', 'response'))"
    )
