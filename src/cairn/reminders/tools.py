"""What the assistant may do with reminders."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime

from cairn.notify.schemas import Ladder, Nag
from cairn.platform.http import Words
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.reminders import ladders, leading, nagging, rules, service
from cairn.reminders.errors import AlreadyAnswered, NothingRinging
from cairn.reminders.models import Reminder, State
from cairn.reminders.permissions import WRITE
from cairn.reminders.schemas import Booking, ChangeReminder, NewReminder, Schedule
from cairn.when import say_left_out

tools = Tools()


@tools.offer(needs=WRITE)
async def add_reminder(
    work: UnitOfWork,
    text: Words,
    when: AwareDatetime,
    rrule: str | None = None,
    sure: bool = True,
    task_id: UUID | None = None,
    zone: str | None = None,
    without: list[date] | None = None,
    nag_minutes: int | None = None,
    nag_times: int | None = None,
) -> Outcome:
    """Remind the person of something at a moment, once or again and again.

    Args:
        text: What to remind them of, in their own words, without the time.
        when: The first moment, with time zone. It must lie ahead.
        rrule: How it repeats, as the value of an RFC 5545 RRULE such as FREQ=WEEKLY;BYDAY=MO. Leave out for once.
        sure: False when the moment rests on a guess that the person should confirm.
        task_id: The task it belongs to; it stops when that is done.
        zone: The IANA time zone whose clock it keeps to, if it isn't the one the person lives by.
        without: Days named by `rrule` on which it doesn't ring ("except march 20").
        nag_minutes: It comes again and again until it's done, with so many minutes between. Leave out for once.
        nag_times: With `nag_minutes`: how often it comes again. Leave out for until it's done.
    """
    home = work.actor.time_zone
    new = NewReminder(
        text=text,
        due_at=when,
        zone=zone or home,
        rrule=rrule,
        floating=zone in (None, home),
        sure=sure,
        task_id=task_id,
        without=frozenset(without or ()),
    )
    reminder = await service.add(work, new)
    undo = Undo(tool="remove_reminder", arguments={"reminder_id": str(reminder.id)})
    booked = _outcome("reminder.booked", reminder, undo, sure=sure)
    notes = [say_left_out(reminder.skips, work.now, zone=rules.known_zone(reminder.zone), locale=work.actor.locale)]
    if nag_minutes is not None:
        notes.append(await nagging.begin(work, reminder.id, Nag(every_minutes=nag_minutes, times=nag_times)))
    return booked.model_copy(update={"note": " ".join(filter(None, notes)) or None})


@tools.offer(needs=WRITE, inner=True)
async def remind_ahead(
    work: UnitOfWork, reminder_id: UUID, when: AwareDatetime, text: Words | None = None, keeps_clock: bool = False
) -> Outcome:
    """Remind the person so long before another reminder: it moves and ends with that.

    Args:
        reminder_id: Which one.
        when: The moment, with time zone. It must lie ahead, and before that of the other.
        text: What to remind them of. Leave out for what the other says, and when that is.
        keeps_clock: It is at this hour of an earlier day, whatever the hour of the other.
    """
    reminder = await leading.book(work, reminder_id, when, text, keeps_clock=keeps_clock)
    undo = Undo(tool="remove_reminder", arguments={"reminder_id": str(reminder.id)})
    return _outcome("reminder.booked_ahead", reminder, undo)


@tools.offer(needs=WRITE)
async def move_reminder(
    work: UnitOfWork, reminder_id: UUID, when: AwareDatetime, rrule: str | None = None, sure: bool = True
) -> Outcome:
    """Correct the time of a reminder that is booked: it rings at the new moment instead.

    Args:
        reminder_id: Which one.
        when: The moment it should have been, with time zone. It must lie ahead.
        rrule: How it repeats from now on, as the value of an RFC 5545 RRULE. Leave out to keep that as it is.
        sure: False when the moment rests on a guess that the person should confirm.
    """
    before = Booking.model_validate(await service.get(work, reminder_id, lock=True))
    reminder = await service.move(work, reminder_id, when, rrule)
    moved = _outcome("reminder.moved", reminder, _restore(reminder, before), sure=sure)
    return moved.model_copy(update={"note": await leading.told(work, reminder)})


@tools.offer(needs=WRITE)
async def snooze_reminder(work: UnitOfWork, reminder_id: UUID, until: AwareDatetime) -> Outcome:
    """Let a reminder be quiet now and ring later.

    Args:
        reminder_id: Which one.
        until: When it rings instead, with time zone. It must lie ahead.
    """
    before = Schedule.model_validate(await service.get(work, reminder_id, lock=True))
    reminder = await service.snooze(work, reminder_id, until)
    return _outcome("reminder.snoozed", reminder, _restore(reminder, before))


@tools.offer(needs=WRITE)
async def finish_reminder(work: UnitOfWork, reminder_id: UUID) -> Outcome:
    """Answer a reminder with "done". It stops; a repeating one comes again at its next time.

    Args:
        reminder_id: Which one.
    """
    before = Schedule.model_validate(await service.get(work, reminder_id, lock=True))
    reminder = await service.done(work, reminder_id)
    if Schedule.model_validate(reminder) == before:
        raise AlreadyAnswered if reminder.state == State.DONE else NothingRinging
    return _outcome("reminder.done", reminder, _restore(reminder, before))


@tools.offer(needs=WRITE)
async def nag_reminder(
    work: UnitOfWork, reminder_id: UUID, every_minutes: int = 10, times: int | None = None
) -> Outcome:
    """Let a reminder come again and again until it's done, or so many times.

    Args:
        reminder_id: Which one.
        every_minutes: How many minutes lie between.
        times: How often it comes again. Leave out for until it's done.
    """
    before = ladders.own(await service.get(work, reminder_id, lock=True))
    reminder = await ladders.nag(work, reminder_id, Nag(every_minutes=every_minutes, times=times))
    return _outcome("reminder.nags", reminder, _restore_ladder(reminder, before))


@tools.offer(needs=WRITE)
async def stop_nagging(work: UnitOfWork, reminder_id: UUID) -> Outcome:
    """Let a reminder no longer come again and again. It stays open.

    Args:
        reminder_id: Which one.
    """
    before = ladders.own(await service.get(work, reminder_id, lock=True))
    reminder = await ladders.nag(work, reminder_id, None)
    return _outcome("reminder.nags_no_more", reminder, _restore_ladder(reminder, before))


@tools.offer(needs=WRITE, inner=True)
async def rename_reminder(work: UnitOfWork, reminder_id: UUID, text: Words) -> Outcome:
    """Let a reminder say something else.

    Args:
        reminder_id: Which one.
        text: What it says instead.
    """
    before = (await service.get(work, reminder_id, lock=True)).text
    reminder = await service.edit(work, reminder_id, ChangeReminder(text=text), None)
    undo = Undo(tool="rename_reminder", arguments={"reminder_id": str(reminder_id), "text": before})
    return _outcome("reminder.renamed", reminder, undo)


@tools.offer(needs=WRITE, inner=True)
async def cancel_reminder(work: UnitOfWork, reminder_id: UUID) -> Outcome:
    """Remove a reminder, with all its times.

    Args:
        reminder_id: Which one.
    """
    before = Schedule.model_validate(await service.get(work, reminder_id, lock=True))
    if before.state not in (State.WAITING, State.RINGING):
        raise AlreadyAnswered
    reminder = await service.cancel(work, reminder_id)
    cancelled = _outcome("reminder.cancelled", reminder, _restore(reminder, before))
    return cancelled.model_copy(update={"note": await leading.told(work, reminder)})


@tools.offer(needs=WRITE, inner=True)
async def skip_reminder(work: UnitOfWork, reminder_id: UUID, at: AwareDatetime | None = None) -> Outcome:
    """Leave out one time of a repeating reminder: the one it rings for, else the one to come.

    Args:
        reminder_id: Which one.
        at: Which of these, or a later time of it.
    """
    before = Booking.model_validate(await service.get(work, reminder_id, lock=True))
    reminder = await service.skip(work, reminder_id, at)
    undo = _restore(reminder, before)
    if at is None or reminder.state != before.state or reminder.due_at != before.due_at:
        return _outcome("reminder.skipped", reminder, undo)
    return _outcome("reminder.time_cancelled", reminder, undo).model_copy(update={"when": at, "rrule": None})


@tools.offer(needs=WRITE, hidden=True)
async def restore_ladder(work: UnitOfWork, reminder_id: UUID, ladder: Ladder | None) -> Outcome:
    """Put a reminder's ladder back as it was."""
    reminder = await ladders.restore(work, reminder_id, ladder)
    return _outcome("reminder.restored", reminder, None)


@tools.offer(needs=WRITE, hidden=True)
async def remove_reminder(work: UnitOfWork, reminder_id: UUID) -> Outcome:
    """Take a booking back."""
    reminder = await service.cancel(work, reminder_id)
    return _outcome("reminder.removed", reminder, None)


@tools.offer(needs=WRITE, hidden=True)
async def restore_reminder(
    work: UnitOfWork, reminder_id: UUID, before: Booking | Schedule, after: Booking | Schedule
) -> Outcome:
    """Put a reminder back as it stood before a change."""
    reminder = await service.restore(work, reminder_id, before, after)
    return _outcome("reminder.restored", reminder, None)


def _restore(reminder: Reminder, before: Booking | Schedule) -> Undo:
    return Undo(
        tool="restore_reminder",
        arguments={
            "reminder_id": str(reminder.id),
            "before": before.model_dump(mode="json"),
            "after": type(before).model_validate(reminder).model_dump(mode="json"),
        },
    )


def _restore_ladder(reminder: Reminder, before: Ladder | None) -> Undo:
    ladder = None if before is None else before.model_dump(mode="json")
    return Undo(tool="restore_ladder", arguments={"reminder_id": str(reminder.id), "ladder": ladder})


def _outcome(kind: str, reminder: Reminder, undo: Undo | None, *, sure: bool = True) -> Outcome:
    return Outcome(
        kind=kind,
        subject_kind="reminder",
        subject_id=reminder.id,
        title=reminder.text,
        when=reminder.due_at if reminder.armed else None,
        rrule=reminder.rrule,
        sure=sure,
        undo=undo,
    )
