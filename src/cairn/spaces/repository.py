"""Queries over spaces, memberships and shares."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, or_, select, text, update
from sqlalchemy.engine import CursorResult

from cairn.platform.http import PageQuery, paginate
from cairn.platform.http.page import BadCursor, Cursor
from cairn.platform.work import UnitOfWork
from cairn.spaces.models import Membership, Share, Space, SupportRequest

# What a person sees of it is the trail's own entry: there is no second list that could say something else.
_LOOKS = text(
    "select a.id, a.at, a.subject_id as share_id, a.detail ->> 'kind' as kind, coalesce(s.reason, '') as about"
    " from audit_entries a left join shares s on s.id = a.subject_id and s.user_id = a.user_id"
    " where a.user_id = :me and a.action = 'person.read' and (cast(:before as uuid) is null or a.id < :before)"
    " order by a.id desc limit :most"
)


async def shares(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Share], str | None]:
    query = select(Share).where(Share.user_id == work.user_id)
    return await paginate(work.session, query, page, Share.id, descending=True)


async def share(work: UnitOfWork, share_id: UUID) -> Share | None:
    query = select(Share).where(Share.user_id == work.user_id, Share.id == share_id)
    found: Share | None = await work.session.scalar(query)
    return found


async def shared_with(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Share], str | None]:
    """What holds now for the reader; the policy shows them no other share of anybody else's."""
    query = select(Share).where(Share.user_id != work.user_id, _holds(work))
    return await paginate(work.session, query, page, Share.id, descending=True)


async def looks(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Row[Any]], str | None]:
    """Who looked at what, newest first."""
    before = _id(Cursor.decode(page.cursor, 1).after[0]) if page.cursor else None
    arguments = {"me": work.user_id, "before": before, "most": page.limit + 1}
    rows = (await work.session.execute(_LOOKS, arguments)).all()
    if len(rows) <= page.limit:
        return rows, None
    return rows[: page.limit], Cursor(after=[rows[page.limit - 1].id]).encode()


def _id(value: Any) -> UUID:
    try:
        return UUID(value)
    except (AttributeError, TypeError, ValueError) as error:
        raise BadCursor(field="cursor") from error


async def end_share(work: UnitOfWork, share_id: UUID) -> bool:
    """Let a share end now, if it holds; whether there is such a share at all."""
    mine = (Share.user_id == work.user_id, Share.id == share_id)
    await work.session.execute(update(Share).where(*mine, _holds(work)).values(until=work.now))
    return await work.session.scalar(select(Share.id).where(*mine)) is not None


def _holds(work: UnitOfWork) -> Any:
    return or_(Share.until.is_(None), Share.until > work.now)


async def requests(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[SupportRequest], str | None]:
    query = select(SupportRequest).where(SupportRequest.user_id == work.user_id)
    return await paginate(work.session, query, page, SupportRequest.id, descending=True)


async def request(work: UnitOfWork, support_request_id: UUID) -> SupportRequest | None:
    found: SupportRequest | None = await work.session.scalar(
        select(SupportRequest).where(SupportRequest.user_id == work.user_id, SupportRequest.id == support_request_id)
    )
    return found


async def answer(work: UnitOfWork, support_request_id: UUID, oldest: Any, share_id: UUID | None) -> bool:
    """Answer a request that waits, once: of two answers at once one counts."""
    done = await work.session.execute(
        update(SupportRequest)
        .where(
            SupportRequest.user_id == work.user_id,
            SupportRequest.id == support_request_id,
            SupportRequest.answered_at.is_(None),
            SupportRequest.asked_at > oldest,
        )
        .values(answered_at=work.now, share_id=share_id)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(done, CursorResult)
    return done.rowcount == 1


async def spaces(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[Membership], str | None]:
    query = select(Membership).where(Membership.user_id == work.user_id)
    return await paginate(work.session, query, page, Membership.id)


async def space(work: UnitOfWork, space_id: UUID) -> Space | None:
    found: Space | None = await work.session.scalar(select(Space).where(Space.id == space_id))
    return found


async def role_in(work: UnitOfWork, space_id: UUID) -> str | None:
    found: str | None = await work.session.scalar(
        select(Membership.role).where(Membership.user_id == work.user_id, Membership.space_id == space_id)
    )
    return found


async def members(work: UnitOfWork, space_id: UUID, page: PageQuery) -> tuple[Sequence[Membership], str | None]:
    """Everybody in a space; in the system's own work, since a person sees only their own membership."""
    query = select(Membership).where(Membership.space_id == space_id)
    return await paginate(work.session, query, page, Membership.id)


async def everybody_in(work: UnitOfWork, space_id: UUID, most: int = 500) -> Sequence[UUID]:
    """Who belongs to a space, in the system's own work."""
    query = select(Membership.user_id).where(Membership.space_id == space_id).order_by(Membership.id).limit(most)
    return (await work.session.scalars(query)).all()


async def waiting_requests(work: UnitOfWork, user_id: UUID, oldest: Any) -> int:
    """How many requests to a person nobody has answered, in the system's own work."""
    found: int | None = await work.session.scalar(
        select(func.count())
        .select_from(SupportRequest)
        .where(
            SupportRequest.user_id == user_id, SupportRequest.answered_at.is_(None), SupportRequest.asked_at > oldest
        )
    )
    return found or 0
