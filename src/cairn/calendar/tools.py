"""What the assistant may do with the calendar."""

from datetime import date, datetime
from uuid import UUID

from pydantic import AwareDatetime

from cairn.calendar import rules, service
from cairn.calendar.errors import AlreadyCancelled
from cairn.calendar.models import CalendarEvent
from cairn.calendar.permissions import READ, WRITE
from cairn.calendar.schemas import ChangedTime, EventPatch, EventState, LeaveOut, NewEvent
from cairn.platform.http import Words
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.when import say_left_out

tools = Tools()


@tools.offer(needs=WRITE)
async def add_event(
    work: UnitOfWork,
    title: Words,
    start: AwareDatetime,
    end: AwareDatetime | None = None,
    place: str = "",
    travel_minutes: int = 0,
    ready_minutes: int = 0,
    rrule: str | None = None,
    sure: bool = True,
    zone: str | None = None,
    all_day: bool = False,
    bring: str = "",
    without: list[date] | None = None,
) -> Outcome:
    """Put something that lasts into the person's calendar: an appointment, a meeting, a lunch.

    They are told when to get ready and when to leave.

    Args:
        title: What it is, in their own words, without time and place.
        start: When it begins, with time zone. It must lie ahead.
        end: When it ends; an hour later, if left out.
        place: Where it is, if they said so.
        travel_minutes: How long it takes to get there, if they said so.
        ready_minutes: How long it takes to get ready, if they said so.
        rrule: How it repeats, as the value of an RFC 5545 RRULE. Leave out for once.
        sure: False when the moment rests on a guess that the person should confirm.
        zone: The IANA time zone whose clock it keeps to, if it isn't the one the person lives by.
        all_day: True when it is about whole days, from the day of `start` until before the day of `end`.
        bring: What to take along, in their own words, if they said so.
        without: Days named by `rrule` on which it isn't ("except march 20").
    """
    place_of = rules.known_zone(zone or work.actor.time_zone)
    new = NewEvent.model_validate(
        {
            "title": title,
            **rules.days_of(start, end, place_of, all_day=all_day),
            "place": place,
            "bring": bring,
            "travel_minutes": travel_minutes,
            "ready_minutes": ready_minutes,
            "rrule": rrule,
            "time_zone": zone,
            "without": without or (),
        }
    )
    event = await service.add(work, new, ahead=True)
    undo = Undo(tool="remove_event", arguments={"event_id": str(event.id)})
    added, home = _outcome(work, "event.added", event, undo, sure=sure), rules.known_zone(event.zone)
    not_on = say_left_out(event.skips, work.now, zone=home, locale=work.actor.locale)
    return added.model_copy(update={"note": " ".join(one for one in (added.note, not_on) if one) or None})


@tools.offer(needs=WRITE)
async def move_event(
    work: UnitOfWork,
    event_id: UUID,
    start: AwareDatetime,
    end: AwareDatetime | None = None,
    rrule: str | None = None,
    sure: bool = True,
) -> Outcome:
    """Move an event; what belongs to it, such as when to leave, moves with it.

    Args:
        event_id: Which one.
        start: When it begins instead, with time zone.
        end: When it ends; it lasts as long as before, if left out.
        rrule: How it repeats from now on, as the value of an RFC 5545 RRULE. Leave out to keep that as it is.
        sure: False when the moment rests on a guess that the person should confirm.
    """
    before = EventState.model_validate(await service.get(work, event_id, lock=True))
    place_of = rules.known_zone(before.zone)
    all_day = before.all_day and rules.is_day(start, place_of)
    last = end if end is not None or not all_day else start + (before.end_local - before.start_local)
    given = {**rules.days_of(start, last, place_of, all_day=all_day), "rrule": rrule}
    patch = EventPatch.model_validate({name: value for name, value in given.items() if value is not None})
    event = await service.edit(work, event_id, patch)
    return _outcome(work, "event.moved", event, _back(event, before), sure=sure)


@tools.offer(needs=WRITE)
async def change_event(
    work: UnitOfWork,
    event_id: UUID,
    title: str | None = None,
    place: str | None = None,
    travel_minutes: int | None = None,
    ready_minutes: int | None = None,
    bring: str | None = None,
) -> Outcome:
    """Change what an event says, where it is, what to take along, or how long it takes to get there or ready.

    Args:
        event_id: Which one.
        title: What it is instead.
        place: Where it is instead.
        travel_minutes: How long it takes to get there.
        ready_minutes: How long it takes to get ready.
        bring: What to take along instead; empty for nothing.
    """
    before = EventState.model_validate(await service.get(work, event_id, lock=True))
    given = {
        "title": title,
        "place": place,
        "travel_minutes": travel_minutes,
        "ready_minutes": ready_minutes,
        "bring": bring,
    }
    patch = EventPatch.model_validate({name: value for name, value in given.items() if value is not None})
    event = await service.edit(work, event_id, patch)
    return _outcome(work, "event.changed", event, _back(event, before))


@tools.offer(needs=WRITE)
async def cancel_event(work: UnitOfWork, event_id: UUID) -> Outcome:
    """Cancel an event, with all its times and reminders.

    Args:
        event_id: Which one.
    """
    before = EventState.model_validate(await service.get(work, event_id, lock=True))
    if before.cancelled:
        raise AlreadyCancelled
    event = await service.cancel(work, event_id)
    return _outcome(work, "event.cancelled", event, _back(event, before))


@tools.offer(needs=WRITE, inner=True)
async def cancel_event_time(work: UnitOfWork, event_id: UUID, at: AwareDatetime) -> Outcome:
    """Leave one time of a repeating event out; the others stay.

    Args:
        event_id: Which event.
        at: When that time begins.
    """
    before = EventState.model_validate(await service.get(work, event_id, lock=True))
    event = await service.cancel_time(work, event_id, at)
    return _of_time(event, "event.time_cancelled", at, _back(event, before))


@tools.offer(needs=WRITE, inner=True)
async def move_event_time(
    work: UnitOfWork,
    event_id: UUID,
    at: AwareDatetime,
    start: AwareDatetime,
    end: AwareDatetime | None = None,
    sure: bool = True,
) -> Outcome:
    """Move one time of a repeating event; the others stay.

    Args:
        event_id: Which event.
        at: When that time begins.
        start: When it begins instead, with time zone.
        end: When it ends; it lasts as long as before, if left out.
        sure: False when the moment rests on a guess that the person should confirm.
    """
    state = EventState.model_validate(await service.get(work, event_id))  # whoever changes it locks it, in its order
    days = rules.days_of(start, end, rules.known_zone(state.zone), all_day=state.all_day)
    given = {name: value for name, value in days.items() if value is not None}
    time = await service.change_time(work, event_id, ChangedTime.model_validate({"at": at, **given}))
    arguments = {
        "event_id": str(event_id),
        "at": at.isoformat(),
        "time_id": str(time.id),
        "after": EventState.model_validate(time).model_dump(mode="json"),
    }
    return _outcome(work, "event.moved", time, Undo(tool="restore_event_time", arguments=arguments), sure=sure)


@tools.offer(needs=READ)
async def when_to_leave(work: UnitOfWork) -> LeaveOut:
    """What the person has to leave for next, and when they must leave and get ready."""
    following = await service.next_to_leave(work)
    # What to take along may come from a calendar that others write to. Like notes it is no model's to read.
    return LeaveOut(occurrence=following and following.model_copy(update={"bring": ""}))


@tools.offer(needs=WRITE, hidden=True)
async def remove_event(work: UnitOfWork, event_id: UUID) -> Outcome:
    """Take an event that was added back."""
    return _outcome(work, "event.cancelled", await service.cancel(work, event_id), None)


@tools.offer(needs=WRITE, hidden=True)
async def restore_event(work: UnitOfWork, event_id: UUID, before: EventState, after: EventState) -> Outcome:
    """Put an event back as it stood before a change."""
    return _outcome(work, "event.restored", await service.put_back(work, event_id, before, after), None)


@tools.offer(needs=WRITE, hidden=True)
async def restore_event_time(
    work: UnitOfWork, event_id: UUID, at: AwareDatetime, time_id: UUID, after: EventState
) -> Outcome:
    """Let a time of a repeating event that was moved happen as the others again."""
    event = await service.put_time_back(work, event_id, at, time_id, after)
    return _outcome(work, "event.restored", event, None)


def _of_time(event: CalendarEvent, kind: str, at: datetime, undo: Undo) -> Outcome:
    """What became of one time, by its moment."""
    return Outcome(kind=kind, subject_kind="event", subject_id=event.id, title=event.title, when=at, undo=undo)


def _back(event: CalendarEvent, before: EventState) -> Undo:
    return Undo(
        tool="restore_event",
        arguments={
            "event_id": str(event.id),
            "before": before.model_dump(mode="json"),
            "after": EventState.model_validate(event).model_dump(mode="json"),
        },
    )


def _outcome(work: UnitOfWork, kind: str, event: CalendarEvent, undo: Undo | None, *, sure: bool = True) -> Outcome:
    told, state = service.told(work, event), EventState.model_validate(event)
    of_days = event.all_day and not event.cancelled
    if of_days:
        note: str | None = rules.days_in_words(state, work.now, work.actor.locale)
    else:
        note = rules.chain(state, work.now, work.actor.locale)
    return Outcome(
        kind=kind,
        subject_kind="event",
        subject_id=event.id,
        title=event.title,
        when=told.start if not event.cancelled and not of_days else None,
        rrule=event.rrule,
        sure=sure,
        note=note,
        undo=undo,
    )
