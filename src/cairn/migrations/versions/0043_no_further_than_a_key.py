"""What a key lets be asked goes no further than the key; who sits in a room belongs to its space."""

from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    # No key to keys: they are forgotten a while after they ended, and what was made by one stays bound.
    op.execute("alter table automations add column key_id uuid")
    op.execute(
        "delete from room_seats s where not exists"
        " (select from memberships m where m.user_id = s.user_id and m.space_id = s.space_id)"
    )
    op.execute(
        "alter table room_seats add constraint fk_room_seats_membership foreign key (user_id, space_id)"
        " references memberships (user_id, space_id) on delete cascade"
    )


def downgrade() -> None:
    op.execute("alter table room_seats drop constraint fk_room_seats_membership")
    op.execute("alter table automations drop column key_id")
