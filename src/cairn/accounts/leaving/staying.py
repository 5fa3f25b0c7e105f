"""What keeps the account of somebody who asked to leave."""

from uuid import UUID

from sqlalchemy import update

from cairn.accounts import links
from cairn.accounts.leaving.messages import SendStaying
from cairn.accounts.links import Link
from cairn.accounts.models import User
from cairn.platform.work import UnitOfWork


async def stay(work: UnitOfWork, user_id: UUID) -> bool:
    """Keep somebody's account, in the system's own unit of work; whether it was about to go."""
    kept = await work.session.scalar(
        update(User)
        .where(User.id == user_id, User.leaves_at.is_not(None))
        .values(leaves_at=None)
        .returning(User.id)
        .execution_options(synchronize_session=False)
    )
    if kept is None:
        return False
    await links.end(work, user_id, Link.STAY)
    await work.audit("account.stayed", user_id, kind="user", whose=user_id, by=user_id)
    work.enqueue(SendStaying(user_id=user_id, change_id=work.runtime.new_id()))
    return True
