"""A person's sign-ins: seen, and ended."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import select

from cairn.accounts import repository, sessions
from cairn.accounts.devices.places import Places
from cairn.accounts.devices.rules import browser_of, system_of
from cairn.accounts.devices.schemas import SessionOut
from cairn.accounts.models import Session
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork


async def listing(work: UnitOfWork, page: PageQuery) -> tuple[list[SessionOut], str | None]:
    """A page of the sign-ins that are open, those used last first."""
    query = select(Session).where(Session.user_id == work.user_id, repository.is_live(work.now))
    columns: tuple[Any, Any] = (Session.last_seen_at, Session.id)
    rows, following = await paginate(work.session, query, page, *columns, descending=True)
    return [_shown(work, row) for row in rows], following


async def end(work: UnitOfWork, session_id: UUID) -> None:
    """End one sign-in of the person, at once.

    Raises:
        NotFound: none of theirs that is open.
    """
    theirs = select(Session.id).where(
        Session.id == session_id, Session.user_id == work.user_id, repository.is_live(work.now)
    )
    if await work.session.scalar(theirs) is None or not await sessions.end(work, session_id, "ended from the list"):
        raise NotFound


async def end_others(work: UnitOfWork) -> int:
    """End every sign-in of the person but the one that asks; how many there were."""
    return await sessions.end_all(work, work.user_id, "all others were ended", but=work.actor.session_id)


async def exported(work: UnitOfWork) -> list[dict[str, Any]]:
    """Every sign-in that is still kept, as the person takes it along; secrets stay."""
    rows = await work.session.scalars(select(Session).where(Session.user_id == work.user_id).order_by(Session.id))
    return [_shown(work, row).model_dump(mode="json", exclude={"current"}) for row in rows]


def _shown(work: UnitOfWork, row: Session) -> SessionOut:
    return SessionOut(
        id=row.id,
        kind=cast(Any, row.kind),
        browser=browser_of(row.user_agent),
        system=system_of(row.user_agent),
        address=row.address,
        place=work.runtime.provider(Places).of(row.address, work.actor.locale),
        created_at=row.created_at,
        last_seen_at=row.last_seen_at,
        expires_at=row.expires_at,
        current=row.id == work.actor.session_id,
        factors=row.factors,
    )
