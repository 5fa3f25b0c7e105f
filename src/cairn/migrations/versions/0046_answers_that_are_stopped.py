"""A turn may be stopped by the person: the step that asks for it, and the state it ends in."""

from alembic import op

revision = "0046"
down_revision = "0045"

_KINDS = "'plan', 'response', 'told', 'proposal', 'decision'"
_STATES = "'running', 'done', 'failed'"


def upgrade() -> None:
    _allow(f"{_KINDS}, 'stop'", f"{_STATES}, 'stopped'")


def downgrade() -> None:
    op.execute("delete from turn_steps where kind = 'stop'")
    op.execute("update turns set state = 'done' where state = 'stopped'")
    _allow(_KINDS, _STATES)


def _allow(kinds: str, states: str) -> None:
    op.execute(
        "alter table turn_steps drop constraint turn_steps_kind_check,"
        f" add constraint turn_steps_kind_check check (kind in ({kinds}))"
    )
    op.execute(
        "alter table turns drop constraint turns_state_check,"
        f" add constraint turns_state_check check (state in ({states}))"
    )
