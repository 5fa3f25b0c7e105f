"""What every personal table needs beside its columns: row-level security, a policy and grants."""

from alembic import op

MINE = "(select nullif(current_setting('app.user_id', true), '')::uuid)"


def personal(table: str, *, grants: str = "select, insert, update, delete", owner: str = "user_id") -> None:
    """Let the application see and change only the rows of its unit of work's person."""
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy own_rows on {table} to cairn_app using ({owner} = {MINE}) with check ({owner} = {MINE})")
    op.execute(f"grant {grants} on {table} to cairn_app")


def for_system(table: str, *, grants: str) -> None:
    """Open a named table to the system's own work: the ticker, retention, credential look-ups."""
    op.execute(f"create policy system_rows on {table} to cairn_system using (true) with check (true)")
    op.execute(f"grant {grants} on {table} to cairn_system")
