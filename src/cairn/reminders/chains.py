"""Reminders that belong to an event: made with it, moved with it, gone with it."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from cairn import when
from cairn.notify import service as notify
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import kept, repository, rules
from cairn.reminders.errors import AlreadyAnswered, LastTime, NotThen
from cairn.reminders.messages import ReminderBooked, ReminderChanged
from cairn.reminders.models import Reminder, State
from cairn.reminders.schemas import Link, LinkKind, Times

KIND = "reminder"
MOST_AHEAD = 100
"""More of one than anybody reads."""
ORDER: tuple[LinkKind, ...] = ("leave", "start", "ready")
"""In which they are made and so, by their ids, locked: who answers the first reaches the last from there."""


def series(reminder: Reminder) -> when.Series:
    """All moments of a reminder."""
    return when.Series(
        reminder.rrule,
        reminder.first_local,
        rules.known_zone(reminder.zone),
        timedelta(minutes=reminder.lead_minutes),
        rules.skipped(reminder.skips),
    )


def ahead(reminder: Reminder, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments of an open one in a stretch that is still to come, a hundred at most."""
    at: datetime | None = reminder.due_at
    moments = series(reminder)
    if reminder.due_at < start:
        at = moments.after(start - timedelta(microseconds=1))
    for _ in range(MOST_AHEAD):
        if at is None or at >= end:
            return
        yield at
        at = moments.after(at) if reminder.rrule is not None else None


async def skip(work: UnitOfWork, reminder_id: UUID, at: datetime | None = None) -> Reminder:
    """Leave out one time of a repeating reminder: the one it rings for or was put off from, else the one to come.

    Args:
        at: Which of these, where it rings and another is to come; or a later time of it.

    Raises:
        AlreadyAnswered: it is done or removed.
        NotThen: it has no such later time.
        LastTime: it comes no more after that.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    if reminder.state not in repository.OPEN:
        raise AlreadyAnswered
    if reminder.rrule is None or not reminder.armed:
        raise LastTime
    before = kept.fields(reminder)
    zone = rules.known_zone(reminder.zone)
    following = when.resolve(reminder.local_time, zone)
    if _has_rung(reminder) and at in (None, reminder.rang_for, reminder.snoozed_until):
        reminder.state = State.WAITING
        await notify.acknowledge(work, KIND, reminder.id)
        reminder.due_at, reminder.snoozed_until = following, None
    elif at is not None and at > max(following, reminder.due_at):
        if not series(reminder).has(at):
            raise NotThen(field="at")
        reminder.skips = [*reminder.skips, _named(reminder, at).isoformat()]
    else:
        after = series(reminder).after(following)
        if after is None:
            raise LastTime
        reminder.skips = [*reminder.skips, _named(reminder, following).isoformat()]
        reminder.local_time = rules.wall(after, zone)
        reminder.due_at, reminder.snoozed_until = after, None
    reminder.ahead_of = None  # it leaves out what the other doesn't
    await written(work, reminder)
    await work.audit("reminder.changed", reminder.id, kind=KIND, changes=changed(before, kept.fields(reminder)))
    return reminder


def _named(reminder: Reminder, at: datetime) -> datetime:
    """The wall time of the rule for which it rings at a moment."""
    return rules.wall(at + timedelta(minutes=reminder.lead_minutes), rules.known_zone(reminder.zone))


def _has_rung(reminder: Reminder) -> bool:
    """Whether a time of it has come that nobody answered: it rings, or rings again later."""
    later = reminder.snoozed_until is not None and reminder.rang_for is not None and reminder.done_at is None
    return reminder.state == State.RINGING or later


async def follow(work: UnitOfWork, event_id: UUID, links: Sequence[Link]) -> None:
    """Let an event's reminders be these, and no others. One whose moments have all passed is not booked.

    What somebody answered, put off or removed stays so until its moments change.
    """
    wanted = {link.link: link for link in links}
    there = {reminder.link: reminder for reminder in await repository.of_event(work, event_id)}
    for kind in ORDER:
        link, reminder = wanted.get(kind), there.get(kind)
        if reminder is not None and link is None:
            await _remove(work, reminder)
        elif reminder is not None and link is not None:
            await _match(work, reminder, link)
        elif link is not None:
            await _book(work, event_id, link)


async def _book(work: UnitOfWork, event_id: UUID, link: Link) -> None:
    reminder = Reminder(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        text=link.text,
        state=State.WAITING,
        armed=True,
        event_id=event_id,
        link=link.link,
        created_at=work.now,
    )
    set_to(reminder, link)
    due_at = series(reminder).after(work.now)
    if due_at is None:
        return
    reminder.due_at, reminder.local_time = due_at, rules.wall(due_at, rules.known_zone(link.zone))
    work.session.add(reminder)
    await work.session.flush()
    await work.audit("reminder.booked", reminder.id, kind=KIND)
    await work.publish(ReminderBooked(reminder_id=reminder.id))


async def _match(work: UnitOfWork, reminder: Reminder, link: Link) -> None:
    same = same_times(reminder, link)
    if same and reminder.text == link.text:
        return
    before = kept.fields(reminder)
    reminder.text = link.text
    if not same:
        set_to(reminder, link)
        await arm(work, reminder)
    await written(work, reminder)
    await work.audit("reminder.changed", reminder.id, kind=KIND, changes=changed(before, kept.fields(reminder)))


async def arm(work: UnitOfWork, reminder: Reminder) -> None:
    """Wait for the first of its moments that is still to come; ring on when what it rings for is still one of them."""
    moments = series(reminder)
    following = moments.after(work.now)
    rings = reminder.state == State.RINGING and reminder.rang_for is not None and moments.has(reminder.rang_for)
    reminder.snoozed_until = reminder.done_at = None
    reminder.armed = following is not None
    if following is not None:
        reminder.due_at = following
        reminder.local_time = rules.wall(following, rules.known_zone(reminder.zone))
    if rings:
        return
    reminder.state = State.CANCELLED if following is None else State.WAITING
    await notify.withdraw(work, KIND, reminder.id)


async def _remove(work: UnitOfWork, reminder: Reminder) -> None:
    """Remove what the event has no more. Should it ever have one again, that is a new one."""
    if reminder.state not in repository.OPEN:
        return
    before = kept.fields(reminder)
    reminder.state = State.CANCELLED
    reminder.armed = False
    reminder.event_id = reminder.link = None
    await notify.withdraw(work, KIND, reminder.id)
    await written(work, reminder)
    await work.audit("reminder.cancelled", reminder.id, kind=KIND, changes=changed(before, kept.fields(reminder)))


async def written(work: UnitOfWork, reminder: Reminder) -> None:
    """Write it, and tell those who show it."""
    await work.session.flush()
    await work.publish(ReminderChanged(reminder_id=reminder.id, state=reminder.state))


def set_to(reminder: Reminder, times: Times) -> None:
    """Let it come at these times; `arm` chooses the next of them."""
    reminder.first_local = times.first_local
    reminder.zone = times.zone
    reminder.floating = times.floating
    reminder.rrule = times.rrule
    reminder.lead_minutes = times.lead_minutes
    reminder.skips = list(times.skips)


def same_times(reminder: Reminder, times: Times) -> bool:
    """Whether it comes at these times already."""
    return _schedule(reminder) == _schedule(times)


def _schedule(one: Reminder | Times) -> tuple[object, ...]:
    return (one.first_local, one.zone, one.rrule, one.lead_minutes, sorted(one.skips))
