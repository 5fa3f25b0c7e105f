"""What to take along to an event, the last day of a medication, and the time of a task that was left out last."""

from alembic import op

revision = "0042"
down_revision = "0041"


def upgrade() -> None:
    op.execute("alter table calendar_events add column bring text not null default ''")
    op.execute("alter table medications add column until date")
    # The times of one that has ended stay as they were said, and nothing rings for them.
    op.execute("alter table medication_times alter column reminder_id drop not null")
    op.execute("alter table tasks add column left_out jsonb")


def downgrade() -> None:
    op.execute("alter table tasks drop column left_out")
    op.execute("delete from medication_times where reminder_id is null")
    op.execute("alter table medication_times alter column reminder_id set not null")
    op.execute("alter table medications drop column until")
    op.execute("alter table calendar_events drop column bring")
