"""Focus sessions, parked thoughts and rooms over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response, status

from cairn.focus import parking, rooms, service
from cairn.focus.errors import AlreadyOver, AlreadySettled, StillRunning, TooLong
from cairn.focus.models import FocusSession, ParkedThought
from cairn.focus.permissions import READ, SIT, WRITE
from cairn.focus.schemas import (
    CheckInAnswer,
    CurrentFocus,
    Extend,
    Finish,
    FocusOut,
    Park,
    SeatOut,
    Settle,
    Sit,
    Started,
    StartFocus,
    ThoughtOut,
)
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor
from cairn.platform.http.work import declared

_focus = Router("/focus", tag="focus")
_spaces = Router("/spaces", tag="rooms")

_USUAL = (NotSignedIn, NotAllowed, Invalid)
Paged = Annotated[PageQuery, Depends()]


async def _may_sit(work: SignedIn, space_id: UUID) -> None:
    await rooms.may_sit(work, space_id)


needs_a_seat: Any = declared(_may_sit, SIT)
"""The permission that the person's role in the space of the path must hold."""


@_focus.get("/current", response_model=CurrentFocus, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def current(work: SignedIn) -> CurrentFocus:
    """The session that is on, the server's time, and what there is to ask about. Every open page shows the same."""
    return await service.current(work)


@_focus.get(
    "/sessions", response_model=Page[FocusOut], dependencies=[needs(READ)], responses=errors(*_USUAL, BadCursor)
)
async def sessions(work: SignedIn, page: Paged) -> Page[FocusOut]:
    """Your sessions, the newest first."""
    return await service.listing(work, page)


@_focus.post(
    "/sessions",
    response_model=Started,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses={200: {"model": Started, "description": "One was on already"}, **errors(*_USUAL, NotFound, StillRunning)},
)
async def start(work: SignedIn, body: StartFocus, response: Response) -> Started:
    """Begin a session. Where one is on, the answer is that one, and nothing begins; unless it comes `instead`."""
    session, began = await service.start(work, body)
    if not began:
        response.status_code = status.HTTP_200_OK
    return Started(session=FocusOut.model_validate(session), began=began, now=work.now)


@_focus.get(
    "/sessions/{focus_id}", response_model=FocusOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound)
)
async def session(work: SignedIn, focus_id: UUID) -> FocusSession:
    """One session."""
    return await service.get(work, focus_id)


@_focus.post(
    "/sessions/{focus_id}/pause",
    response_model=FocusOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyOver),
)
async def pause(work: SignedIn, focus_id: UUID) -> FocusSession:
    """Let its time stand still. A pause of four hours ends it."""
    return await service.pause(work, focus_id)


@_focus.post(
    "/sessions/{focus_id}/resume",
    response_model=FocusOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyOver),
)
async def resume(work: SignedIn, focus_id: UUID) -> FocusSession:
    """Go on. What is left is as long as before the pause."""
    return await service.resume(work, focus_id)


@_focus.post(
    "/sessions/{focus_id}/extend",
    response_model=FocusOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyOver, StillRunning, TooLong),
)
async def extend(work: SignedIn, focus_id: UUID, body: Extend) -> FocusSession:
    """Give it more time. One whose time is up goes on."""
    return await service.extend(work, focus_id, body.minutes)


@_focus.post(
    "/sessions/{focus_id}/check-in",
    response_model=FocusOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyOver),
)
async def check_in(work: SignedIn, focus_id: UUID, body: CheckInAnswer) -> FocusSession:
    """Say how it goes. Who is stuck can make the task smaller: `POST /tasks/{task_id}/smaller`."""
    return await service.check_in(work, focus_id, body.answer)


@_focus.post(
    "/sessions/{focus_id}/stop",
    response_model=FocusOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound),
)
async def stop(work: SignedIn, focus_id: UUID) -> FocusSession:
    """End it, and say nothing of what was done."""
    return await service.stop(work, focus_id)


@_focus.post(
    "/sessions/{focus_id}/finish",
    response_model=FocusOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound),
)
async def finish(work: SignedIn, focus_id: UUID, body: Finish) -> FocusSession:
    """End it if it is on, and say what was done. All of it checks off its step, else its task."""
    return await service.finish(work, focus_id, body)


@_focus.post(
    "/sessions/{focus_id}/asked",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound),
)
async def asked(work: SignedIn, focus_id: UUID) -> None:
    """A page shows the question what was done: it isn't asked a second time."""
    await service.asked(work, focus_id)


@_focus.get(
    "/parked", response_model=Page[ThoughtOut], dependencies=[needs(READ)], responses=errors(*_USUAL, BadCursor)
)
async def parked(work: SignedIn, page: Paged, focus_id: UUID | None = None, settled: bool = False) -> Page[ThoughtOut]:
    """Parked thoughts, oldest first: those that wait to be looked at, or those that were; of one session, or of all."""
    return await parking.listing(work, page, focus_id, settled=settled)


@_focus.post(
    "/parked",
    response_model=ThoughtOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL),
)
async def park(work: SignedIn, body: Park) -> ParkedThought:
    """Keep a thought, to be looked at afterwards."""
    return await parking.park(work, body.text)


@_focus.post(
    "/parked/{thought_id}/settle",
    response_model=ThoughtOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadySettled),
)
async def settle(work: SignedIn, thought_id: UUID, body: Settle) -> ParkedThought:
    """Put a thought on the list, into memory, or nowhere."""
    return await parking.settle(work, thought_id, body.becomes)


@_spaces.get(
    "/{space_id}/room",
    response_model=Page[SeatOut],
    dependencies=[needs_a_seat],
    responses=errors(*_USUAL, NotFound, BadCursor),
)
async def room(work: SignedIn, space_id: UUID, page: Paged) -> Page[SeatOut]:
    """Who sits in the room of a space of mine now, as they chose to be seen."""
    return await rooms.listing(work, space_id, page)


@_spaces.post(
    "/{space_id}/room", response_model=SeatOut, dependencies=[needs_a_seat], responses=errors(*_USUAL, NotFound)
)
async def sit(work: SignedIn, space_id: UUID, body: Sit | None = None) -> SeatOut:
    """Sit down there, or change how I am seen. I leave when my session ends, or when nothing says that I am there."""
    return await rooms.sit(work, space_id, body or Sit())


@_spaces.post(
    "/{space_id}/room/here",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs_a_seat],
    responses=errors(*_USUAL, NotFound),
)
async def here(work: SignedIn, space_id: UUID) -> None:
    """Still there: to be said every minute."""
    await rooms.here(work, space_id)


@_spaces.delete(
    "/{space_id}/room",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs_a_seat],
    responses=errors(*_USUAL, NotFound),
)
async def leave(work: SignedIn, space_id: UUID) -> None:
    """Get up."""
    await rooms.leave(work, space_id)


router = APIRouter()
router.include_router(_focus)
router.include_router(_spaces)
