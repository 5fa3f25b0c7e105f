"""Events: added, changed, cancelled; and the reminders that follow them."""

import heapq
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice
from uuid import UUID

from cairn import when
from cairn.calendar import kept, repository, rules
from cairn.calendar.errors import (
    AlreadyCancelled,
    CantRepeat,
    EventChangedSince,
    EventOver,
    NoSuchTime,
    StretchTooLong,
    TooManyEvents,
)
from cairn.calendar.messages import EventAdded, EventChanged
from cairn.calendar.models import OWN, CalendarEvent
from cairn.calendar.schemas import (
    EARLIEST,
    LATEST,
    ChangedTime,
    EventOut,
    EventPatch,
    EventState,
    NewEvent,
    Occurrence,
)
from cairn.platform.http import Page, PageQuery, expect
from cairn.platform.http.page import BadCursor, Cursor
from cairn.platform.trail import Change, changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders

KIND = "event"
MOST_EVENTS = 5_000
LONGEST_STRETCH = timedelta(days=400)
AHEAD = timedelta(days=7)
"""So far it is looked for what to leave for."""


async def add(work: UnitOfWork, new: NewEvent, *, ahead: bool = False) -> CalendarEvent:
    """Put an event into the person's calendar, with its reminders.

    Args:
        ahead: Refuse one that is over already.

    Raises:
        UnknownZone, UnreadableSpan, EndsTooEarly, CantRepeat, TooManyEvents: nothing is added.
        EventOver: it must lie ahead, and doesn't.
    """
    state = rules.new_state(new, work.now, work.actor.time_zone, work.actor.locale, work.actor.parts)
    await _room(work)
    return await _add(work, state, ahead=ahead)


async def _room(work: UnitOfWork) -> None:
    """See that there may be one more."""
    await repository.alone(work)
    if await repository.count_ahead(work) >= MOST_EVENTS:
        raise TooManyEvents


async def _add(
    work: UnitOfWork,
    state: EventState,
    *,
    ahead: bool = False,
    of: CalendarEvent | None = None,
    occurrence: datetime | None = None,
) -> CalendarEvent:
    event = CalendarEvent(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        source=OWN,
        series_id=of.id if of is not None else None,
        occurrence=occurrence,
        created_at=work.now,
    )
    _set(event, state)
    if ahead and event.rrule is None and event.ends_at <= work.now:
        raise EventOver(field="start")
    work.session.add(event)
    await work.session.flush()
    await work.audit("event.added", event.id, kind=KIND)
    await work.publish(EventAdded(event_id=event.id))
    await _follow(work, event)
    return event


async def get(work: UnitOfWork, event_id: UUID, *, lock: bool = False) -> CalendarEvent:
    """One event.

    Raises:
        NotFound: this person has none with that id.
    """
    return await repository.get(work, event_id, lock=lock)


async def edit(work: UnitOfWork, event_id: UUID, patch: EventPatch, if_match: str | None = None) -> CalendarEvent:
    """Change what the patch names; its reminders move with it.

    Raises:
        NotFound, Stale: there is none, or it changed since.
        AlreadyCancelled: it was cancelled.
        UnknownZone, UnreadableSpan, EndsTooEarly, CantRepeat: nothing changes.
    """
    event = await repository.get(work, event_id, lock=True)
    expect(event.version, if_match)
    if event.cancelled:
        raise AlreadyCancelled
    if event.series_id is not None and patch.rrule is not None:
        raise CantRepeat(field="rrule")
    before = kept.fields(event)
    _set(event, rules.patched(EventState.model_validate(event), patch, work.now, work.actor.locale, work.actor.parts))
    return await _changed(work, event, "event.changed", before)


async def cancel(work: UnitOfWork, event_id: UUID, if_match: str | None = None) -> CalendarEvent:
    """Cancel an event, with all its times; its row stays, so that it can be taken back. Twice is the same as once."""
    event = await repository.get(work, event_id, lock=True)
    expect(event.version, if_match)
    if event.cancelled:
        return event
    before = kept.fields(event)
    event.cancelled = True
    return await _changed(work, event, "event.cancelled", before)


async def restore(work: UnitOfWork, event_id: UUID) -> CalendarEvent:
    """Take a cancellation back. Of one that isn't cancelled nothing changes.

    Raises:
        TooManyEvents: it stays cancelled.
    """
    seen = await repository.get(work, event_id)
    if not seen.cancelled:
        return seen
    await _room(work)
    event = await repository.get(work, event_id, lock=True)
    if not event.cancelled:
        return event
    before = kept.fields(event)
    event.cancelled = False
    return await _changed(work, event, "event.restored", before, back=True)


async def put_back(work: UnitOfWork, event_id: UUID, before: EventState, after: EventState) -> CalendarEvent:
    """Put an event back exactly as it stood before a change.

    Args:
        after: How that change left it; if it is no longer so, something else happened since.

    Raises:
        EventChangedSince: it is no longer as `after`.
        TooManyEvents: it stays cancelled.
    """
    await repository.get(work, event_id)  # who has none with that id is told so before anything else
    if after.cancelled and not before.cancelled:
        await _room(work)
    event = await repository.get(work, event_id, lock=True)
    now_is = EventState.model_validate(event)
    if now_is == before:
        return event
    if now_is != after:
        raise EventChangedSince
    was = kept.fields(event)
    _set(event, before)
    return await _changed(work, event, "event.restored", was, back=after.cancelled)


async def cancel_time(work: UnitOfWork, event_id: UUID, start: datetime) -> CalendarEvent:
    """Leave one time of a repeating event out.

    Raises:
        NoSuchTime: it doesn't begin then, or not any more.
        AlreadyCancelled: the whole of it is.
    """
    event = await _open(work, event_id)
    state = EventState.model_validate(event)
    before = kept.fields(event)
    event.skips = [*event.skips, rules.beginning(state, start)]
    return await _changed(work, event, "event.changed", before)


async def restore_time(work: UnitOfWork, event_id: UUID, start: datetime) -> CalendarEvent:
    """Let one time of a repeating event happen after all, as the others.

    Raises:
        NoSuchTime: it wasn't left out.
    """
    event = await _open(work, event_id)
    local = rules.wall(start, rules.known_zone(event.zone))
    if local.isoformat() not in event.skips:
        raise NoSuchTime(field="start")
    for time in await repository.times_of(work, event.id):
        if time.occurrence == local and not time.cancelled:
            raise NoSuchTime(field="start")
    before = kept.fields(event)
    event.skips = [one for one in event.skips if one != local.isoformat()]
    return await _changed(work, event, "event.changed", before)


async def change_time(work: UnitOfWork, event_id: UUID, change: ChangedTime) -> CalendarEvent:
    """Change one time of a repeating event: it becomes an event of its own, and goes with the whole.

    Raises:
        NoSuchTime: it doesn't begin then.
        CantRepeat: one time has no rule of its own.
        TooManyEvents: nothing changes.
        UnknownZone, UnreadableSpan, EndsTooEarly: nothing changes.
    """
    if "rrule" in change.model_fields_set:
        raise CantRepeat(field="rrule")
    await _room(work)
    event = await _open(work, event_id)
    state = EventState.model_validate(event)
    local = datetime.fromisoformat(rules.beginning(state, change.at))
    once = state.model_copy(
        update={
            "rrule": None,
            "skips": [],
            "start_local": local,
            "end_local": local + (state.end_local - state.start_local),
        }
    )
    patch = EventPatch.model_validate(change.model_dump(exclude={"at"}, exclude_unset=True))
    alone = rules.patched(once, patch, work.now, work.actor.locale, work.actor.parts)
    before = kept.fields(event)
    event.skips = [*event.skips, local.isoformat()]
    await _changed(work, event, "event.changed", before)
    for time in await repository.times_of(work, event.id):
        if time.occurrence == local:  # It was changed once before, and cancelled: its row is taken up again.
            was = kept.fields(time)
            _set(time, alone)
            return await _changed(work, time, "event.changed", was, back=True)
    return await _add(work, alone, of=event, occurrence=local)


async def put_time_back(
    work: UnitOfWork, event_id: UUID, at: datetime, time_id: UUID, after: EventState
) -> CalendarEvent:
    """Let a time that was changed happen as the others of its event again.

    Args:
        after: How that change left it.

    Raises:
        NotFound: there is no such event.
        EventChangedSince: something else happened to it since.
    """
    event = await _open(work, event_id)
    time = await repository.get(work, time_id, lock=True)
    if time.series_id != event.id or EventState.model_validate(time) != after:
        raise EventChangedSince
    await cancel(work, time_id)
    return await restore_time(work, event_id, at)


async def follow_zone(work: UnitOfWork, key: str) -> None:
    """The person lives by another clock: what floats keeps its time on the wall, and a day is a day there, too."""
    zone = rules.known_zone(key)
    for event in await repository.floating(work):
        before = kept.fields(event)
        _set(event, EventState.model_validate(event).model_copy(update={"zone": zone.key}))
        await _changed(work, event, "event.followed", before)


async def left(work: UnitOfWork, reminder_id: UUID) -> None:
    """Whoever answered "leave now" has got ready."""
    reminder = await reminders.get(work, reminder_id)
    if reminder.event_id is not None and reminder.link == "leave":
        await reminders.stop_link(work, reminder.event_id, "ready")


async def listing(work: UnitOfWork, page: PageQuery, since: datetime | None = None) -> Page[EventOut]:
    """The person's events by their first beginning, cancelled ones left out."""
    rows, following = await repository.page_of(work, page, since)
    return Page(items=[told(work, row) for row in rows], next_cursor=following)


async def happening(work: UnitOfWork, start: datetime, end: datetime) -> list[Occurrence]:
    """Every time of every event that touches a stretch, in the order of their beginnings."""
    found: list[Occurrence] = []
    for event in await repository.touching(work, start, end):
        found += rules.occurrences(event.id, EventState.model_validate(event), start, end)
    return sorted(found, key=_place)


async def occurrences(work: UnitOfWork, start: datetime, end: datetime, page: PageQuery) -> Page[Occurrence]:
    """A page of what happens in a stretch of time.

    Raises:
        StretchTooLong: it ends before it begins, or after more than 400 days.
        BadCursor: it isn't one of ours.
    """
    if not timedelta(0) < end - start <= LONGEST_STRETCH:
        raise StretchTooLong(field="to")
    after = _after(page.cursor) if page.cursor else None
    since = datetime.fromtimestamp(after[0], UTC) if after is not None else None
    times = [
        rules.occurrences(event.id, EventState.model_validate(event), start, end, since)
        for event in await repository.touching(work, start, end)
    ]
    # As many as the page holds, and none beyond: a year of what comes daily is a lot to reckon.
    ahead = (one for one in heapq.merge(*times, key=_place) if after is None or _place(one) > after)
    found = list(islice(ahead, page.limit + 1))
    items = found[: page.limit]
    if len(found) <= page.limit:
        return Page(items=items)
    last = items[-1]
    return Page(items=items, next_cursor=Cursor(after=[last.start.timestamp(), str(last.event_id)]).encode())


def _place(one: Occurrence) -> tuple[float, str]:
    return (one.start.timestamp(), str(one.event_id))


def _after(cursor: str) -> tuple[float, str]:
    at, event_id = Cursor.decode(cursor, 2).after
    if type(at) is not float or not isinstance(event_id, str):
        raise BadCursor(field="cursor")
    if not EARLIEST.timestamp() <= at <= LATEST.timestamp():
        raise BadCursor(field="cursor")
    return (at, event_id)


async def next_to_leave(work: UnitOfWork) -> Occurrence | None:
    """What to leave for next: the first event ahead with a way to it, or else the first one."""
    ahead = [
        one for one in await happening(work, work.now, work.now + AHEAD) if one.start > work.now and not one.all_day
    ]
    return next((one for one in ahead if one.leave_by is not None), ahead[0] if ahead else None)


def told(work: UnitOfWork, event: CalendarEvent) -> EventOut:
    """An event as people see it."""
    state = EventState.model_validate(event)
    first = rules.occurrence(event.id, state, when.resolve(state.start_local, rules.known_zone(state.zone)))
    return EventOut(
        **state.model_dump(exclude={"start_local", "end_local", "skips"}),
        id=event.id,
        version=event.version,
        source=event.source,
        start=first.start,
        end=first.end,
        first_day=state.start_local.date() if state.all_day else None,
        last_day=(state.end_local - rules.DAY).date() if state.all_day else None,
        leave_by=first.leave_by,
        ready_by=first.ready_by,
        note=rules.note(state, work.now, work.actor.locale),
        series_id=event.series_id,
        created_at=event.created_at,
    )


async def _open(work: UnitOfWork, event_id: UUID) -> CalendarEvent:
    event = await repository.get(work, event_id, lock=True)
    if event.cancelled:
        raise AlreadyCancelled
    return event


def _set(event: CalendarEvent, state: EventState) -> None:
    for name, value in state.model_dump().items():
        setattr(event, name, value)
    zone = rules.known_zone(state.zone)
    event.starts_at = when.resolve(state.start_local, zone)
    event.ends_at = when.resolve(state.end_local, zone)


async def _changed(
    work: UnitOfWork, event: CalendarEvent, action: str, before: Mapping[str, Change], *, back: bool = False
) -> CalendarEvent:
    await work.session.flush()
    await work.audit(action, event.id, kind=KIND, changes=changed(before, kept.fields(event)))
    await work.publish(EventChanged(event_id=event.id))
    await _follow(work, event, back=back)
    return event


async def _follow(work: UnitOfWork, event: CalendarEvent, *, back: bool = False) -> None:
    """Let the reminders be those of the event as it is now; the changed times of a series end and come back with it."""
    state = EventState.model_validate(event)
    await reminders.follow(work, event.id, rules.links(state, work.actor.locale))
    if event.rrule is None or not (event.cancelled or back):
        return
    for time in await repository.times_of(work, event.id):
        own = [] if event.cancelled else rules.links(EventState.model_validate(time), work.actor.locale)
        await reminders.follow(work, time.id, own)
