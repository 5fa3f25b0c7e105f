"""Rooms: people of one space sit there quietly, each at their own thing, and see that they aren't alone.

Who sits there tells it by being there: a page says so again and again. Who fell silent is seen no more, whether or not
anything had time to say goodbye.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select, text, update

from cairn.focus import repository
from cairn.focus.messages import RoomChanged, TellRoom
from cairn.focus.models import FocusSession, RoomSeat
from cairn.focus.permissions import SIT
from cairn.focus.schemas import SeatOut, Sit
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery, paginate
from cairn.platform.work import UnitOfWork
from cairn.spaces import service as spaces

KIND = "room"
HERE_FOR = timedelta(minutes=3)
"""So long somebody counts as there after they said so last. Pages say it every minute."""

# One seat for each person: who sits down elsewhere leaves where they sat.
_SIT = text(
    "insert into room_seats (id, user_id, space_id, session_id, name, doing, sat_at, here_at)"
    " values (:id, :me, :space, :session, :name, :doing, :now, :now)"
    " on conflict (user_id) do update set space_id = :space, session_id = :session, name = :name, doing = :doing,"
    " sat_at = case when room_seats.space_id = :space and room_seats.here_at > :gone then room_seats.sat_at"
    " else :now end, here_at = :now"
)


async def may_sit(work: UnitOfWork, space_id: UUID) -> None:
    """Raise unless the person may sit in a space's room.

    Raises:
        NotFound: they don't belong to it, or there is none.
        NotAllowed: their role there doesn't let them.
    """
    await spaces.must_in(work, space_id, SIT)


async def listing(work: UnitOfWork, space_id: UUID, page: PageQuery) -> Page[SeatOut]:
    """Who sits in a room now, in the order in which they came."""
    query = select(RoomSeat).where(RoomSeat.space_id == space_id, RoomSeat.here_at > work.now - HERE_FOR)
    rows, following = await paginate(work.session, query, page, RoomSeat.sat_at, RoomSeat.id)
    return Page(items=[SeatOut.of(row, work.user_id) for row in rows], next_cursor=following)


async def sit(work: UnitOfWork, space_id: UUID, how: Sit) -> SeatOut:
    """Sit down, or sit there as somebody else, doing something else."""
    before = await _seat(work)
    left = before.space_id if before is not None and before.space_id != space_id else None
    session = await repository.current(work)
    await work.session.execute(
        _SIT,
        {
            "id": work.runtime.new_id(),
            "me": work.user_id,
            "space": space_id,
            "session": session.id if session is not None else None,
            "name": how.name,
            "doing": how.doing,
            "now": work.now,
            "gone": work.now - HERE_FOR,
        },
    )
    seat = await _seat(work)
    assert seat is not None, "it was written just now"
    await work.audit("room.sit", space_id, kind=KIND)
    announce(work, {space_id, left})
    return SeatOut.of(seat, work.user_id)


async def here(work: UnitOfWork, space_id: UUID) -> None:
    """Still there.

    Raises:
        NotFound: they don't sit there (any more).
    """
    still = await work.session.execute(
        update(RoomSeat)
        .where(RoomSeat.user_id == work.user_id, RoomSeat.space_id == space_id)
        .where(RoomSeat.here_at > work.now - HERE_FOR)
        .values(here_at=work.now)
        .returning(RoomSeat.id)
        .execution_options(synchronize_session=False)
    )
    if still.scalar() is None:
        raise NotFound


async def leave(work: UnitOfWork, space_id: UUID) -> None:
    """Get up. Who doesn't sit there has left already."""
    mine = (RoomSeat.user_id == work.user_id, RoomSeat.space_id == space_id)
    gone = await work.session.execute(delete(RoomSeat).where(*mine).returning(RoomSeat.space_id))
    if gone.scalar() is not None:
        await work.audit("room.leave", space_id, kind=KIND)
        announce(work, {space_id})


async def take_along(work: UnitOfWork, session: FocusSession) -> None:
    """Who sits somewhere when a session begins sits there until it ends."""
    await work.session.execute(
        update(RoomSeat)
        .where(RoomSeat.user_id == work.user_id, RoomSeat.here_at > work.now - HERE_FOR)
        .values(session_id=session.id)
        .execution_options(synchronize_session=False)
    )


async def free(work: UnitOfWork, session: FocusSession) -> Sequence[UUID]:
    """A session ended: so does its person's sitting. In their work, or the system's.

    Returns:
        The spaces whose room looks different now.
    """
    gone = await work.session.execute(
        delete(RoomSeat)
        .where(RoomSeat.user_id == session.user_id, RoomSeat.session_id == session.id)
        .returning(RoomSeat.space_id)
        .execution_options(synchronize_session=False)
    )
    return gone.scalars().all()


async def sweep(work: UnitOfWork) -> int:
    """Free the seats of who fell silent; how many. The system's work only."""
    gone = await work.session.execute(
        delete(RoomSeat)
        .where(RoomSeat.here_at <= work.now - HERE_FOR)
        .returning(RoomSeat.space_id)
        .execution_options(synchronize_session=False)
    )
    spaces_left = gone.scalars().all()
    await tell(work, spaces_left)
    return len(spaces_left)


def announce(work: UnitOfWork, space_ids: Iterable[UUID | None]) -> None:
    """Let everybody of these spaces be told, once this is committed. A person's own work."""
    for space_id in sorted({one for one in space_ids if one is not None}):
        work.enqueue(TellRoom(user_id=work.user_id, space_id=space_id))


async def tell(work: UnitOfWork, space_ids: Iterable[UUID]) -> None:
    """Tell everybody of these spaces that their room looks different. The system's work only."""
    for space_id in sorted(set(space_ids)):
        for user_id in await spaces.everybody_in(work, space_id):
            await work.publish(RoomChanged(space_id=space_id), to=user_id)


async def _seat(work: UnitOfWork) -> RoomSeat | None:
    query = select(RoomSeat).where(RoomSeat.user_id == work.user_id)
    found: RoomSeat | None = await work.session.scalar(query.execution_options(populate_existing=True))
    return found
