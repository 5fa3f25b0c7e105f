"""The calendar over HTTP. `GET /events` is the live stream, so a person's events stand below `/calendar`."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, status

from cairn.calendar import service
from cairn.calendar.errors import (
    AlreadyCancelled,
    CantRepeat,
    EndsTooEarly,
    NoSuchTime,
    StretchTooLong,
    TooManyEvents,
    UnknownZone,
    UnreadableSpan,
)
from cairn.calendar.permissions import READ, WRITE
from cairn.calendar.schemas import ChangedTime, EventOut, EventPatch, Moment, NewEvent, Occurrence, OneTime
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor

router = Router("/calendar", tag="calendar")

WHO = (NotSignedIn, NotAllowed)
TIMES = (UnreadableSpan, EndsTooEarly, CantRepeat, UnknownZone)


@router.get("/events", response_model=Page[EventOut], dependencies=[needs(READ)], responses=errors(*WHO, BadCursor))
async def listing(
    work: SignedIn,
    page: Annotated[PageQuery, Depends()],
    since: Annotated[Moment | None, Query(description="Only what isn't over by then.")] = None,
) -> Page[EventOut]:
    """Your events by their first beginning, cancelled ones left out."""
    return await service.listing(work, page, since)


@router.post(
    "/events",
    response_model=EventOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *TIMES, TooManyEvents),
)
async def add(work: SignedIn, body: NewEvent) -> EventOut:
    """Add an event, and with it the reminders to get ready and to leave for it."""
    return service.told(work, await service.add(work, body))


@router.get(
    "/occurrences",
    response_model=Page[Occurrence],
    dependencies=[needs(READ)],
    responses=errors(*WHO, StretchTooLong, BadCursor),
)
async def occurrences(
    work: SignedIn,
    page: Annotated[PageQuery, Depends()],
    start: Annotated[Moment, Query(alias="from")],
    end: Annotated[Moment, Query(alias="to")],
) -> Page[Occurrence]:
    """Everything that happens in a stretch of at most 400 days, repeating events told time by time."""
    return await service.occurrences(work, start, end, page)


@router.get("/events/{event_id}", response_model=EventOut, dependencies=[needs(READ)], responses=errors(*WHO, NotFound))
async def event(work: SignedIn, event_id: UUID) -> EventOut:
    """One event."""
    return service.told(work, await service.get(work, event_id))


@router.patch(
    "/events/{event_id}",
    response_model=EventOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, *TIMES, AlreadyCancelled, Stale),
)
async def change(work: SignedIn, event_id: UUID, body: EventPatch, if_match: IfMatch = None) -> EventOut:
    """Change an event, with all its times; its reminders move with it."""
    return service.told(work, await service.edit(work, event_id, body, if_match))


@router.delete(
    "/events/{event_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, Stale),
)
async def cancel(work: SignedIn, event_id: UUID, if_match: IfMatch = None) -> None:
    """Cancel an event, with all its times. Its row stays, and can be restored."""
    await service.cancel(work, event_id, if_match)


@router.post(
    "/events/{event_id}/restore",
    response_model=EventOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, TooManyEvents),
)
async def restore(work: SignedIn, event_id: UUID) -> EventOut:
    """Take a cancellation back."""
    return service.told(work, await service.restore(work, event_id))


_ONE = (NotFound, NoSuchTime, AlreadyCancelled)


@router.post(
    "/events/{event_id}/times/cancel",
    response_model=EventOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *_ONE),
)
async def cancel_time(work: SignedIn, event_id: UUID, body: OneTime) -> EventOut:
    """Leave one time of a repeating event out."""
    return service.told(work, await service.cancel_time(work, event_id, body.start))


@router.post(
    "/events/{event_id}/times/restore",
    response_model=EventOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *_ONE),
)
async def restore_time(work: SignedIn, event_id: UUID, body: OneTime) -> EventOut:
    """Let a time that was left out happen after all."""
    return service.told(work, await service.restore_time(work, event_id, body.start))


@router.post(
    "/events/{event_id}/times/change",
    response_model=EventOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *_ONE, *TIMES, TooManyEvents),
)
async def change_time(work: SignedIn, event_id: UUID, body: ChangedTime) -> EventOut:
    """Change one time of a repeating event. It becomes an event of its own, which goes with the whole."""
    return service.told(work, await service.change_time(work, event_id, body))
