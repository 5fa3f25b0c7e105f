"""What a model proposed waits for a person's yes: it is a step of its turn, and so is the answer."""

from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    _kinds("'plan', 'response', 'told', 'proposal', 'decision'")
    op.execute("create index ix_turn_steps_proposals on turn_steps (user_id, id) where kind = 'proposal'")


def downgrade() -> None:
    op.execute("drop index ix_turn_steps_proposals")
    op.execute("delete from turn_steps where kind in ('proposal', 'decision')")
    _kinds("'plan', 'response', 'told'")


def _kinds(known: str) -> None:
    op.execute(
        "alter table turn_steps drop constraint turn_steps_kind_check,"
        f" add constraint turn_steps_kind_check check (kind in ({known}))"
    )
