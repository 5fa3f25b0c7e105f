"""Queries over people and sessions. Before anybody is known they run as the system."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, select, text, update
from sqlalchemy.engine import CursorResult

from cairn.accounts.models import PersonKey, RefreshToken, Session, User
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork


async def by_index(work: UnitOfWork, email_index: bytes, *, lock: bool = False) -> User | None:
    query = select(User).where(User.email_index == email_index)
    found: User | None = await work.session.scalar(query.with_for_update() if lock else query)
    return found


async def get(work: UnitOfWork, user_id: UUID, *, lock: bool = False) -> User:
    query = select(User).where(User.id == user_id)
    found: User | None = await work.session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


async def settings(work: UnitOfWork) -> dict[str, Any]:
    """What this person chose."""
    return dict((await work.session.execute(select(User.settings).where(User.id == work.user_id))).scalar_one())


async def wrapped_key(work: UnitOfWork, user_id: UUID) -> bytes:
    found: bytes | None = await work.session.scalar(select(PersonKey.wrapped).where(PersonKey.id == user_id))
    if found is None:
        raise NotFound
    return found


async def sealed_address(work: UnitOfWork, user_id: UUID) -> tuple[bytes, bytes]:
    """A person's sealed address and wrapped key in one round trip: every letter asks for them."""
    query = (
        select(User.email_cipher, PersonKey.wrapped).join(PersonKey, PersonKey.id == User.id).where(User.id == user_id)
    )
    found = (await work.session.execute(query)).first()
    if found is None:
        raise NotFound
    return found.email_cipher, found.wrapped


async def nobody_yet(work: UnitOfWork) -> bool:
    """Whether this is the first account; registrations wait for each other here until their commit."""
    await work.session.execute(text("select pg_advisory_xact_lock(20018)"))
    return (await work.session.scalar(select(func.count()).select_from(User))) == 0


async def end_session(work: UnitOfWork, session_id: UUID, why: str) -> bool:
    """End a session once; whether this call did it."""
    done = await work.session.execute(
        update(Session)
        .where(Session.id == session_id, Session.ended_at.is_(None))
        .values(ended_at=work.now, ended_why=why)
    )
    assert isinstance(done, CursorResult)
    return done.rowcount == 1


async def spend(work: UnitOfWork, token_hash: bytes) -> RefreshToken | None:
    """Spend a refresh token, if nobody did: one conditional update, so that two at once can't both win."""
    found: RefreshToken | None = await work.session.scalar(
        update(RefreshToken)
        .where(
            RefreshToken.token_hash == token_hash,
            RefreshToken.spent_at.is_(None),
            RefreshToken.expires_at > work.now,
        )
        .values(spent_at=work.now)
        .returning(RefreshToken)
    )
    return found


async def refresh_token(work: UnitOfWork, token_hash: bytes) -> RefreshToken | None:
    found: RefreshToken | None = await work.session.scalar(
        select(RefreshToken).where(RefreshToken.token_hash == token_hash)
    )
    return found


async def live_session(work: UnitOfWork, session_id: UUID) -> Session | None:
    """A session that has neither ended nor run out, its person not disabled, locked."""
    found: Session | None = await work.session.scalar(
        select(Session)
        .join(User, User.id == Session.user_id)
        .where(
            Session.id == session_id,
            Session.ended_at.is_(None),
            Session.expires_at > work.now,
            User.disabled_at.is_(None),
        )
        .with_for_update(of=Session)
    )
    return found


async def forget_successors(work: UnitOfWork, session_id: UUID) -> None:
    """Answer none of a session's spent tokens again."""
    await work.session.execute(
        update(RefreshToken)
        .where(RefreshToken.session_id == session_id, RefreshToken.successor.is_not(None))
        .values(successor=None)
    )


async def hold(work: UnitOfWork, user_id: UUID) -> None:
    """Let whoever signs this person in meanwhile wait until the commit."""
    await work.session.execute(select(User.id).where(User.id == user_id).with_for_update(key_share=True))


async def still_as(work: UnitOfWork, user: User) -> bool:
    """Whether a person may sign in as they could when they were looked up; their row is held until the commit."""
    now = (
        await work.session.execute(
            select(User.disabled_at, User.password_hash)
            .where(User.id == user.id)
            .with_for_update(key_share=True)  # what refers to people needn't wait
        )
    ).first()
    return now is not None and now.disabled_at is None and now.password_hash == user.password_hash


async def session_of_cookie(work: UnitOfWork, cookie_hash: bytes) -> Session | None:
    """The session of a page's cookie, if it was not ended."""
    found: Session | None = await work.session.scalar(
        select(Session).where(Session.cookie_hash == cookie_hash, Session.ended_at.is_(None))
    )
    return found


def is_live(now: datetime) -> ColumnElement[bool]:
    """Sessions that neither were ended, nor ran out, nor rested too long."""
    idle = func.make_interval(0, 0, 0, 0, 0, 0, Session.idle_seconds)
    return and_(Session.ended_at.is_(None), Session.expires_at > now, Session.last_seen_at + idle > now)


async def live_until(work: UnitOfWork, sessions: Collection[UUID]) -> dict[UUID, datetime]:
    """Those sessions that are live, with the moment at which each ends unless it is used."""
    idle = func.make_interval(0, 0, 0, 0, 0, 0, Session.idle_seconds)
    query = select(Session.id, func.least(Session.expires_at, Session.last_seen_at + idle).label("until"))
    found = await work.session.execute(query.where(Session.id.in_(list(sessions)), is_live(work.now)))
    return {row.id: row.until for row in found}


async def live_sessions_beyond(work: UnitOfWork, user_id: UUID, most: int, *, but: UUID) -> Sequence[UUID]:
    """Besides one, the live sessions of a person after so many, the oldest-used of them."""
    query = (
        select(Session.id)
        .where(Session.user_id == user_id, Session.id != but, is_live(work.now))
        .order_by(Session.last_seen_at.desc(), Session.id.desc())
        .offset(most)
    )
    return (await work.session.scalars(query)).all()


async def open_sessions(work: UnitOfWork, user_id: UUID) -> Sequence[UUID]:
    """The sessions of a person that were not ended."""
    query = select(Session.id).where(Session.user_id == user_id, Session.ended_at.is_(None)).order_by(Session.id)
    return (await work.session.scalars(query)).all()


async def part_all(work: UnitOfWork, user_id: UUID) -> Sequence[UUID]:
    """Let no account at a provider sign this person in any more; those that did."""
    gone = text("delete from identities where user_id = :user_id returning id")
    return (await work.session.scalars(gone, {"user_id": user_id})).all()


async def renew_cookie(work: UnitOfWork, session_id: UUID, cookie_hash: bytes) -> Session:
    """Let a session be opened by another cookie from now on."""
    found: Session | None = await work.session.scalar(
        update(Session).where(Session.id == session_id).values(cookie_hash=cookie_hash).returning(Session)
    )
    if found is None:
        raise NotFound
    return found


async def unconfirmed(work: UnitOfWork, before: datetime) -> Sequence[UUID]:
    """Accounts registered before a moment whose address nobody confirmed."""
    query = select(User.id).where(User.email_verified_at.is_(None), User.created_at < before).order_by(User.id)
    return (await work.session.scalars(query)).all()


async def give_up_address(work: UnitOfWork, email_index: bytes, nobodys: bytes) -> UUID | None:
    """Take an address from an account that nobody confirmed, and let the account be as old as can be."""
    found: UUID | None = await work.session.scalar(
        update(User)
        .where(User.email_index == email_index, User.email_verified_at.is_(None))
        .values(email_index=nobodys, password_hash="", created_at=datetime.fromtimestamp(0, UTC))  # nosec B106  # none
        .returning(User.id)
    )
    return found


async def remove_unconfirmed(work: UnitOfWork, user_id: UUID) -> None:
    await work.session.execute(delete(User).where(User.id == user_id, User.email_verified_at.is_(None)))


async def forget_ended_sessions(work: UnitOfWork, before: datetime) -> None:
    await work.session.execute(
        text("delete from sessions where expires_at < :before or ended_at < :before"), {"before": before}
    )


async def everybody(work: UnitOfWork) -> Sequence[UUID]:
    """The ids of all who have an account that works."""
    return (await work.session.scalars(select(User.id).where(User.disabled_at.is_(None)).order_by(User.id))).all()
