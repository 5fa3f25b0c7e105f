"""Spaces that several people share: invitations into them; a space that everybody left is gone, however they left."""

from alembic import op

from cairn.migrations.ddl import MINE, for_system, personal

revision = "0051"
down_revision = "0050"

INVITATIONS = """
create table invitations (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    space_id uuid not null references spaces (id) on delete cascade,
    email_cipher bytea not null,
    email_index bytea not null,
    role text not null constraint invitations_role_check
        check (role in ('owner', 'coach', 'teacher', 'student', 'parent', 'member')),
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    constraint fk_invitations_membership foreign key (user_id, space_id)
        references memberships (user_id, space_id) on delete cascade
)
"""
# Who leaves sees nobody else's membership, and two may leave at once: the space is held before anybody is looked for.
GONE = """
create function forget_empty_space() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform from public.spaces s where s.id = old.space_id for update;
    delete from public.spaces s where s.id = old.space_id
        and not exists (select from public.memberships m where m.space_id = old.space_id);
    return null;
end
$$
"""
MINE_TO_SEE = f"id in (select space_id from memberships where user_id = {MINE})"  # nosec B608  # a constant of ours


def upgrade() -> None:
    op.execute(INVITATIONS)
    op.execute(
        "create unique index uq_invitations_open on invitations (user_id, space_id, email_index)"
        " where accepted_at is null"
    )
    op.execute("create index ix_invitations_expires on invitations (expires_at)")
    personal("invitations")
    for_system("invitations", grants="select, update, delete")
    op.execute(GONE)
    op.execute("revoke all on function forget_empty_space() from public")
    op.execute(
        "create trigger memberships_last after delete on memberships for each row execute function forget_empty_space()"
    )
    # Whoever belongs to a space sees it; only their own they may take away with themselves.
    op.execute("drop policy my_spaces on spaces")
    op.execute(f"create policy my_spaces on spaces for select to cairn_app using ({MINE_TO_SEE})")
    op.execute(
        f"create policy my_own_space on spaces for delete to cairn_app using (kind = 'personal' and {MINE_TO_SEE})"
    )


def downgrade() -> None:
    op.execute("drop policy my_own_space on spaces")
    op.execute("drop policy my_spaces on spaces")
    op.execute(f"create policy my_spaces on spaces to cairn_app using ({MINE_TO_SEE})")
    op.execute("drop trigger memberships_last on memberships")
    op.execute("drop function forget_empty_space()")
    op.execute("drop table invitations")
