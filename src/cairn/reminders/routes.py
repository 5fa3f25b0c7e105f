"""Reminders over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, status

from cairn.notify.schemas import DeliveryOut
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor
from cairn.reminders import rules, service
from cairn.reminders.errors import (
    AlreadyAnswered,
    BadRule,
    InThePast,
    NoSuchZone,
    NothingToReopen,
    TooFarAway,
    UnreadableTime,
)
from cairn.reminders.models import Reminder, State
from cairn.reminders.permissions import READ, WRITE
from cairn.reminders.schemas import BookReminder, ChangeReminder, NewReminder, ReminderOut, Snooze

router = Router("/reminders", tag="reminders")

WHO = (NotSignedIn, NotAllowed)
TIMES = (InThePast, TooFarAway, UnreadableTime)


@router.get(
    "",
    response_model=Page[ReminderOut],
    dependencies=[needs(READ)],
    responses=errors(*WHO, BadCursor),
)
async def reminders(
    work: SignedIn, page: Annotated[PageQuery, Depends()], state: State | None = None
) -> Page[ReminderOut]:
    """Your reminders, the nearest first; without a state, those that wait or ring."""
    return await service.listing(work, page, state)


@router.post(
    "",
    response_model=ReminderOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *TIMES, NoSuchZone, BadRule),
)
async def book(work: SignedIn, body: BookReminder) -> Reminder:
    """Book a reminder for a moment, given as such or in words."""
    zone = rules.known_zone(body.time_zone or work.actor.time_zone)
    due_at, rrule, without = body.due_at, body.rrule, frozenset[date]()
    if due_at is None:
        said = rules.read_moment(body.when or "", work.now, zone, work.actor.locale, work.actor.parts)
        due_at, rrule, without = said.due_at, rrule or said.rrule, frozenset(said.without)
    new = NewReminder(
        text=body.text,
        due_at=due_at,
        zone=zone.key,
        rrule=rrule,
        floating=body.floating,
        without=without,
    )
    return await service.add(work, new)


@router.get(
    "/{reminder_id}",
    response_model=ReminderOut,
    dependencies=[needs(READ)],
    responses=errors(*WHO, NotFound),
)
async def reminder(work: SignedIn, reminder_id: UUID) -> Reminder:
    """One reminder."""
    return await service.get(work, reminder_id)


@router.patch(
    "/{reminder_id}",
    response_model=ReminderOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, *TIMES, BadRule, Stale),
)
async def change(work: SignedIn, reminder_id: UUID, body: ChangeReminder, if_match: IfMatch = None) -> Reminder:
    """Change what it says or when it rings."""
    return await service.edit(work, reminder_id, body, if_match)


@router.delete(
    "/{reminder_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def remove(work: SignedIn, reminder_id: UUID) -> None:
    """Remove it: it won't ring. Its row stays as `cancelled`, and can be reopened."""
    await service.cancel(work, reminder_id)


@router.post(
    "/{reminder_id}/snooze",
    response_model=ReminderOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, *TIMES, AlreadyAnswered),
)
async def snooze(work: SignedIn, reminder_id: UUID, body: Snooze) -> Reminder:
    """Be quiet now, ring later: `{"text": "10 minutes"}` or `{"until": …}`."""
    if body.until is not None:
        return await service.snooze(work, reminder_id, body.until)
    return await service.snooze_in_words(work, reminder_id, body.text or "")


@router.post(
    "/{reminder_id}/done",
    response_model=ReminderOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, AlreadyAnswered),
)
async def done(work: SignedIn, reminder_id: UUID) -> Reminder:
    """Answer it. A repeating one comes again at its next time; said twice, it is the same as once."""
    return await service.done(work, reminder_id)


@router.post(
    "/{reminder_id}/reopen",
    response_model=ReminderOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, NothingToReopen),
)
async def reopen(work: SignedIn, reminder_id: UUID) -> Reminder:
    """Take "done" or a removal back."""
    return await service.reopen(work, reminder_id)


@router.get(
    "/{reminder_id}/deliveries",
    response_model=Page[DeliveryOut],
    dependencies=[needs(READ)],
    responses=errors(*WHO, NotFound, BadCursor),
)
async def deliveries(work: SignedIn, reminder_id: UUID, page: Annotated[PageQuery, Depends()]) -> Page[DeliveryOut]:
    """Where its notices went and what became of each, newest first."""
    return await service.deliveries(work, reminder_id, page)
