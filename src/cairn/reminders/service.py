"""Reminders: booked, changed and answered."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from cairn import when
from cairn.notify import service as notify
from cairn.notify.schemas import DeliveryOut
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery, expect
from cairn.platform.trail import Change, changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import chains, kept, ladders, leading, repository, rules
from cairn.reminders.errors import AlreadyAnswered, BadRule, ChangedSince, NothingToReopen
from cairn.reminders.messages import ReminderBooked, ReminderChanged, ReminderDone
from cairn.reminders.models import Reminder, State
from cairn.reminders.schemas import ChangeReminder, LinkKind, NewReminder, ReminderOut, Schedule

KIND = "reminder"
follow = chains.follow


async def add(work: UnitOfWork, new: NewReminder) -> Reminder:
    """Book a reminder.

    Raises:
        InThePast, TooFarAway, NoSuchZone, BadRule: nothing is booked.
        NotFound: there is no such task of this person.
    """
    zone = rules.known_zone(new.zone)
    due_at = rules.still_to_come(new.due_at, work.now, grace=rules.JUST_NOW)
    local = first_local = rules.wall(due_at, zone)
    rrule = rules.checked_rule(new.rrule, local, zone) if new.rrule else None
    skips = when.left_out(rrule, local, zone, new.without) if rrule else []
    if rrule is not None and local.isoformat() in skips:
        following = when.Series(rrule, local, zone, skips=rules.skipped(skips)).after(due_at)
        if following is None:
            raise BadRule(field="rrule")
        due_at, local = following, rules.wall(following, zone)
    reminder = Reminder(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        text=new.text,
        state=State.WAITING,
        due_at=due_at,
        armed=True,
        local_time=local,
        first_local=first_local,
        zone=zone.key,
        floating=new.floating,
        rrule=rrule,
        skips=skips,
        task_id=new.task_id,
        urgent=new.urgent,
        created_at=work.now,
    )
    work.session.add(reminder)
    try:
        await work.session.flush()
    except IntegrityError as error:
        # Only the database knows tasks here; its key names the person, too.
        if "fk_reminders_task" in str(error.orig):
            raise NotFound from error
        raise
    await work.audit("reminder.booked", reminder.id, kind=KIND)
    await work.publish(ReminderBooked(reminder_id=reminder.id))
    return reminder


async def get(work: UnitOfWork, reminder_id: UUID, *, lock: bool = False) -> Reminder:
    """One reminder of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await repository.get(work, reminder_id, lock=lock)


async def edit(work: UnitOfWork, reminder_id: UUID, change: ChangeReminder, if_match: str | None) -> Reminder:
    """Change words, time, rule or ladder. A new time or rule arms it again, whatever became of it before.

    Raises:
        Stale: somebody changed it since.
        InThePast, TooFarAway, UnreadableTime, BadRule: nothing changes.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    expect(reminder.version, if_match)
    before = kept.fields(reminder)
    given = change.model_fields_set
    if change.text is not None:
        reminder.text = change.text
    if change.floating is not None:
        reminder.floating = change.floating
    if change.due_at is not None or change.when is not None or "rrule" in given:
        await _reschedule(work, reminder, change)
    if "ladder" in given:
        reminder.ladder = change.ladder.model_dump(mode="json") if change.ladder else None
    if change.urgent is not None:
        reminder.urgent = change.urgent
    if given & {"text", "ladder", "urgent"}:
        await ladders.follow(work, reminder)
    return await _changed(work, reminder, "reminder.changed", before)


async def move(work: UnitOfWork, reminder_id: UUID, due_at: datetime, rrule: str | None = None) -> Reminder:
    """Book it for another moment; a repeating one keeps its rule unless it gets a new one.

    Raises:
        InThePast, TooFarAway, BadRule: nothing changes.
        AlreadyAnswered: it is done or removed.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    if reminder.state not in repository.OPEN:
        raise AlreadyAnswered
    before = kept.fields(reminder)
    change = ChangeReminder(due_at=due_at) if rrule is None else ChangeReminder(due_at=due_at, rrule=rrule)
    await _reschedule(work, reminder, change)
    return await _changed(work, reminder, "reminder.changed", before)


async def _reschedule(work: UnitOfWork, reminder: Reminder, change: ChangeReminder) -> None:
    zone = rules.known_zone(reminder.zone)
    rule = change.rrule if "rrule" in change.model_fields_set else reminder.rrule
    due_at, without = reminder.due_at, tuple[date, ...]()
    if change.due_at is not None:
        due_at = rules.still_to_come(change.due_at, work.now, grace=rules.JUST_NOW)
    elif change.when is not None:
        said = rules.read_moment(change.when, work.now, zone, work.actor.locale, work.actor.parts)
        due_at, rule, without = said.due_at, said.rrule or rule, said.without
    local = rules.wall(due_at, zone)
    reminder.rrule = rules.checked_rule(rule, local, zone) if rule else None
    reminder.first_local = local
    reminder.lead_minutes = 0
    reminder.skips = when.left_out(reminder.rrule, local, zone, without) if reminder.rrule else []
    if due_at <= work.now or local.isoformat() in reminder.skips:
        # A rule put to a reminder that has rung, or its first day is left out: it goes on with the next time there is.
        series = when.Series(reminder.rrule, local, zone, skips=rules.skipped(reminder.skips))
        following = series.after(max(due_at, work.now))
        if following is None:
            reminder.armed = False
            return
        due_at = following
    _arm(reminder, due_at, rules.wall(due_at, zone))
    await leading.stand(work, reminder)
    await notify.acknowledge(work, KIND, reminder.id)


def _arm(reminder: Reminder, due_at: datetime, local: datetime) -> None:
    reminder.state = State.WAITING
    reminder.armed = True
    reminder.due_at = due_at
    reminder.local_time = local
    reminder.snoozed_until = None
    reminder.done_at = None


async def snooze(work: UnitOfWork, reminder_id: UUID, until: datetime) -> Reminder:
    """Let it ring at another moment, and be quiet until then.

    Raises:
        InThePast, TooFarAway: it can't ring then.
        AlreadyAnswered: it is done or removed.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    if reminder.state not in repository.OPEN:
        raise AlreadyAnswered
    before = kept.fields(reminder)
    reminder.due_at = reminder.snoozed_until = rules.still_to_come(until, work.now, field="until")
    reminder.state = State.WAITING
    reminder.armed = True
    await notify.acknowledge(work, KIND, reminder.id)
    return await _changed(work, reminder, "reminder.snoozed", before)


async def snooze_in_words(work: UnitOfWork, reminder_id: UUID, words: str) -> Reminder:
    """The same, until when the words say: "10 minutes", "tomorrow morning"; "tomorrow" means at its usual hour.

    Raises:
        UnreadableTime: they name no time.
        InThePast, TooFarAway, AlreadyAnswered: as `snooze`.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    actor = work.actor
    until = rules.read_snooze(words, work.now, actor.zone, actor.locale, reminder.local_time, actor.parts)
    return await snooze(work, reminder_id, until)


async def done(work: UnitOfWork, reminder_id: UUID) -> Reminder:
    """The person answered. A repeating one waits for its next time; done twice is the same as once.

    Raises:
        AlreadyAnswered: it was removed.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    if reminder.state == State.CANCELLED:
        raise AlreadyAnswered
    if reminder.state == State.DONE:
        return reminder
    following = _following(reminder, work.now)
    if following is not None and reminder.state == State.WAITING and reminder.snoozed_until is None:
        return reminder
    before = kept.fields(reminder)
    if following is None:
        reminder.state = State.DONE
        reminder.armed = False
        reminder.snoozed_until = None
    else:
        _arm(reminder, following, rules.wall(following, rules.known_zone(reminder.zone)))
    reminder.done_at = work.now
    await notify.acknowledge(work, KIND, reminder.id)
    await _changed(work, reminder, "reminder.done", before)
    await work.publish(ReminderDone(reminder_id=reminder.id))
    return reminder


def _following(reminder: Reminder, now: datetime) -> datetime | None:
    """When a repeating reminder comes again after the occurrence that is answered now."""
    if reminder.rrule is None:
        return None
    if reminder.snoozed_until is None:
        return reminder.due_at if reminder.armed else None
    return chains.series(reminder).after(now)


async def skip(work: UnitOfWork, reminder_id: UUID, at: datetime | None = None) -> Reminder:
    """Leave out one time of a repeating reminder, and of those ahead of it; see `chains.skip`."""
    reminder = await chains.skip(work, reminder_id, at)
    await leading.follow(work, reminder)
    return reminder


async def cancel(work: UnitOfWork, reminder_id: UUID) -> Reminder:
    """Remove a reminder; its row stays, so that it can be taken back. Removed twice is the same as once."""
    reminder = await repository.get(work, reminder_id, lock=True)
    if reminder.state == State.CANCELLED:
        return reminder
    before = kept.fields(reminder)
    reminder.ahead_of = None  # removed by itself, it isn't back with the other
    reminder.state = State.CANCELLED
    reminder.armed = False
    await notify.withdraw(work, KIND, reminder.id)
    return await _changed(work, reminder, "reminder.cancelled", before)


async def reopen(work: UnitOfWork, reminder_id: UUID) -> Reminder:
    """Take "done" or a removal back: it waits again, or rings again when its moment had come.

    Raises:
        NothingToReopen: it is open.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    answered = reminder.done_at is not None and reminder.rang_for is not None
    if reminder.state in repository.OPEN and (not answered or reminder.snoozed_until is not None):
        raise NothingToReopen
    before = kept.fields(reminder)
    removed_while_ringing = reminder.state == State.CANCELLED and not answered and reminder.snoozed_until is None
    answered_while_ringing = reminder.state != State.CANCELLED and answered
    came = reminder.rang_for is not None and (reminder.rrule is not None or reminder.rang_for == reminder.due_at)
    rang = came and (removed_while_ringing or answered_while_ringing)
    reminder.state = State.RINGING if rang else State.WAITING
    reminder.armed = reminder.due_at != reminder.rang_for
    reminder.done_at = None
    await _revive(work, reminder)
    return await _changed(work, reminder, "reminder.reopened", before)


async def restore(work: UnitOfWork, reminder_id: UUID, before: Schedule, after: Schedule) -> Reminder:
    """Put a reminder back exactly as it stood before a change.

    Args:
        after: How that change left it; if it is no longer so, something else happened since.

    Raises:
        ChangedSince: it is no longer as `after`.
    """
    reminder = await repository.get(work, reminder_id, lock=True)
    now_is = type(before).model_validate(reminder)
    if now_is == before:
        return reminder
    if now_is != after:
        raise ChangedSince
    was = kept.fields(reminder)
    for field in type(before).model_fields:
        setattr(reminder, field, getattr(before, field))
    await _revive(work, reminder)
    await leading.catch_up(work, reminder)
    return await _changed(work, reminder, "reminder.restored", was)


async def _revive(work: UnitOfWork, reminder: Reminder) -> None:
    if reminder.state == State.RINGING and reminder.rang_for is not None:
        await notify.revive(work, KIND, reminder.id, reminder.rang_for)


async def stop_for(work: UnitOfWork, task_id: UUID) -> list[UUID]:
    """A task was finished or removed: its reminders have nothing left to say.

    Returns:
        Those that were stopped; `reopen` takes each back.
    """
    stopped = []
    for reminder in await repository.open_of_task(work, task_id):
        before = kept.fields(reminder)
        # A repeating one that only waited was answered by nobody: so `reopen` lets it wait again, not ring.
        answered = reminder.rrule is None or reminder.state == State.RINGING
        reminder.done_at = work.now if answered else None
        reminder.state = State.DONE
        reminder.armed = False
        await notify.acknowledge(work, KIND, reminder.id)
        await _changed(work, reminder, "reminder.done", before)
        await work.publish(ReminderDone(reminder_id=reminder.id))
        stopped.append(reminder.id)
    return stopped


async def wake(work: UnitOfWork, task_id: UUID, stopped: Sequence[UUID]) -> None:
    """A task that was removed is there again: what stopped with it belongs to it as before."""
    for reminder_id in stopped:
        reminder = await repository.get(work, reminder_id, lock=True)
        reminder.task_id = task_id
        if reminder.state == State.DONE:  # the person may have opened it again meanwhile
            await reopen(work, reminder_id)


async def stop_link(work: UnitOfWork, event_id: UUID, link: LinkKind) -> None:
    """What one of an event's reminders has to say is settled."""
    for reminder in await repository.of_event(work, event_id):
        if reminder.link == link and reminder.state in repository.OPEN:
            await done(work, reminder.id)


async def follow_zone(work: UnitOfWork, key: str) -> None:
    """The person lives by another clock: what floats keeps its time on the wall. A snooze keeps its moment."""
    zone = rules.known_zone(key)
    for reminder in await repository.floating(work):
        before = kept.fields(reminder)
        reminder.zone = zone.key
        if reminder.armed and reminder.snoozed_until is None:
            reminder.due_at = when.resolve(reminder.local_time, zone)
        await _changed(work, reminder, "reminder.moved", before)


async def listing(work: UnitOfWork, page: PageQuery, state: State | None = None) -> Page[ReminderOut]:
    """The person's reminders, the nearest first; without a state, those still open."""
    rows, next_cursor = await repository.page_of(work, page, [state] if state else repository.OPEN)
    return Page(items=[ReminderOut.model_validate(row) for row in rows], next_cursor=next_cursor)


async def between(work: UnitOfWork, start: datetime, end: datetime) -> Sequence[Reminder]:
    """Those of a stretch of time, the nearest first, removed ones left out."""
    return await repository.between(work, start, end)


async def ahead(work: UnitOfWork, start: datetime, end: datetime) -> list[tuple[datetime, Reminder]]:
    """When which of them will ring in a stretch that is still to come, in its order."""
    open_ones = await repository.reaching_into(work, start, end)
    return sorted(
        ((at, one) for one in open_ones for at in chains.ahead(one, start, end)),
        key=lambda found: (found[0], found[1].id),
    )


async def answered_between(work: UnitOfWork, start: datetime, end: datetime, most: int) -> Sequence[Reminder]:
    """Those that the person answered with "done" in a stretch of time, in the order they did."""
    return await repository.answered_between(work, start, end, most)


async def current(work: UnitOfWork) -> Reminder | None:
    """The one that rang last and waits for an answer: what "done" and "later" are about."""
    return await repository.latest_ringing(work)


async def deliveries(work: UnitOfWork, reminder_id: UUID, page: PageQuery) -> Page[DeliveryOut]:
    """Where a reminder's notices went, newest first."""
    reminder = await repository.get(work, reminder_id)
    return await notify.deliveries_of(work, KIND, reminder.id, page)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """Every reminder of the person."""
    rows = await repository.everything(work)
    return {"reminders": [ReminderOut.model_validate(row).model_dump(mode="json") for row in rows]}


async def _changed(work: UnitOfWork, reminder: Reminder, action: str, before: Mapping[str, Change]) -> Reminder:
    await work.session.flush()
    await work.audit(action, reminder.id, kind=KIND, changes=changed(before, kept.fields(reminder)))
    await work.publish(ReminderChanged(reminder_id=reminder.id, state=reminder.state))
    await leading.follow(work, reminder)
    return reminder
