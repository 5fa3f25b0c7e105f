"""Queries over spaces, memberships, invitations and shares."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine import CursorResult

from cairn.platform.http import PageQuery, paginate
from cairn.platform.http.page import BadCursor, Cursor
from cairn.platform.work import UnitOfWork
from cairn.spaces.models import Invitation, Membership, Share, Space, SupportRequest

# What a person sees of it is the trail's own entry: there is no second list that could say something else.
_LOOKS = text(
    "select a.id, a.at, a.subject_id as share_id, a.detail ->> 'kind' as kind, coalesce(s.reason, '') as about"
    " from audit_entries a left join shares s on s.id = a.subject_id and s.user_id = a.user_id"
    " where a.user_id = :me and a.action = 'person.read' and (cast(:before as uuid) is null or a.id < :before)"
    " order by a.id desc limit :most"
)

_ALONE = text("select pg_advisory_xact_lock(20051, hashtext(:user))")


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


async def alone(work: UnitOfWork, user_id: UUID) -> None:
    """Let nobody else make spaces of this person until this unit of work ends."""
    await work.session.execute(_ALONE, {"user": str(user_id)})


async def hold(work: UnitOfWork, space_id: UUID) -> Space | None:
    """A space, held: whoever comes or goes does so one after another. The system's work only."""
    query = select(Space).where(Space.id == space_id).with_for_update()
    found: Space | None = await work.session.scalar(query.execution_options(populate_existing=True))
    return found


async def looked_after(work: UnitOfWork, user_id: UUID) -> int:
    """How many shared spaces a person is an owner of, in the system's own work."""
    found: int | None = await work.session.scalar(
        select(func.count())
        .select_from(Membership)
        .join(Space, Space.id == Membership.space_id)
        .where(Membership.user_id == user_id, Membership.role == "owner", Space.kind == "shared")
    )
    return found or 0


async def roles_in(work: UnitOfWork, space_id: UUID) -> dict[UUID, str]:
    """Everybody's role in a space, in the system's own work."""
    rows = await work.session.execute(
        select(Membership.user_id, Membership.role).where(Membership.space_id == space_id)
    )
    return {row.user_id: row.role for row in rows}


async def remove_member(work: UnitOfWork, space_id: UUID, user_id: UUID) -> None:
    """End a membership; what hangs on it goes along, and the space with the last one. The system's work only."""
    query = delete(Membership).where(Membership.space_id == space_id, Membership.user_id == user_id)
    await work.session.execute(query.execution_options(synchronize_session=False))


async def invite(work: UnitOfWork, row: Invitation) -> Invitation:
    """Keep an invitation, or renew the one that waits for the same address; its older link works no more."""
    new = {
        "role": row.role,
        "token_hash": row.token_hash,
        "created_at": row.created_at,
        "expires_at": row.expires_at,
    }
    added = insert(Invitation).values(
        id=row.id,
        user_id=row.user_id,
        space_id=row.space_id,
        email_cipher=row.email_cipher,
        email_index=row.email_index,
        **new,
    )
    kept = await work.session.scalars(
        added.on_conflict_do_update(
            index_elements=[Invitation.user_id, Invitation.space_id, Invitation.email_index],
            index_where=Invitation.accepted_at.is_(None),
            set_=new,
        ).returning(Invitation),
        execution_options={"populate_existing": True},
    )
    return kept.one()


async def invitations(work: UnitOfWork, space_id: UUID, page: PageQuery) -> tuple[Sequence[Invitation], str | None]:
    """The person's invitations into a space that nobody accepted, newest first."""
    query = select(Invitation).where(
        Invitation.user_id == work.user_id, Invitation.space_id == space_id, Invitation.accepted_at.is_(None)
    )
    return await paginate(work.session, query, page, Invitation.created_at, Invitation.id, descending=True)


async def withdraw(work: UnitOfWork, space_id: UUID, invitation_id: UUID) -> bool:
    """Take back an invitation of the person's that nobody accepted; whether there was one."""
    gone = await work.session.scalar(
        delete(Invitation)
        .where(
            Invitation.user_id == work.user_id,
            Invitation.space_id == space_id,
            Invitation.id == invitation_id,
            Invitation.accepted_at.is_(None),
        )
        .returning(Invitation.id)
        .execution_options(synchronize_session=False)
    )
    return gone is not None


async def renew_link(work: UnitOfWork, invitation_id: UUID, token_hash: bytes) -> Invitation | None:
    """Give an invitation that waits a fresh link; `None` when it was accepted or taken back, or has run out."""
    found: Invitation | None = await work.session.scalar(
        update(Invitation)
        .where(
            Invitation.user_id == work.user_id,
            Invitation.id == invitation_id,
            Invitation.accepted_at.is_(None),
            Invitation.expires_at > work.now,
        )
        .values(token_hash=token_hash)
        .returning(Invitation)
        .execution_options(synchronize_session=False)
    )
    return found


async def by_token(work: UnitOfWork, token_hash: bytes, *, lock: bool = False) -> Invitation | None:
    """The invitation of a link, in the system's own work."""
    query = select(Invitation).where(Invitation.token_hash == token_hash)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found: Invitation | None = await work.session.scalar(query)
    return found


async def forget_invitations(work: UnitOfWork, before: Any) -> None:
    """Remove what ran out so long ago, with the addresses sealed in it. The system's work only."""
    await work.session.execute(delete(Invitation).where(Invitation.expires_at < before))
