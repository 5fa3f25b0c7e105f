"""A sign-in with a browser that isn't known is told to its person."""

from dataclasses import replace

from sqlalchemy import text

from cairn.accounts import attempts
from cairn.accounts.attempts import Origin
from cairn.accounts.factors.messages import TellNewDevice
from cairn.accounts.models import Session, User
from cairn.platform.secrets import fresh
from cairn.platform.work import UnitOfWork

_BEFORE = text(
    "select (exists (select from known_devices where user_id = :user_id)"
    " or exists (select from sessions where user_id = :user_id and id <> :session_id)) as at_all,"
    " exists (select from sessions where user_id = :user_id and id <> :session_id"
    "  and user_agent = :user_agent and address = :address) as alike"
)


async def meet(work: UnitOfWork, user: User, session: Session, device: str | None) -> str | None:
    """Know a device from now on, in the system's unit of work; tell the person if it wasn't known before.

    The first sign-in after the account was made is told to nobody. A program keeps no cookie: it is like one before if
    it names itself the same and comes from the same address.

    Returns:
        The secret by which a page's browser is known from now on.
    """
    page = session.kind == "page"
    origin = Origin(session.address, device)
    arguments = {
        "user_id": user.id,
        "session_id": session.id,
        "user_agent": session.user_agent,
        "address": session.address,
    }
    before = (await work.session.execute(_BEFORE, arguments)).one()
    known = await attempts.is_known_device(work, origin, user.id) or (not page and before.alike)
    if before.at_all and not known:
        work.enqueue(TellNewDevice(user_id=user.id, session_id=session.id))
    if page and not origin.device:
        origin = replace(origin, device=fresh())
    await attempts.know(work, origin, user.id)
    return origin.device if page else None
