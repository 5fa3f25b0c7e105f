"""Reminders that ring so long before another: moved with it, ended with it, back with it."""

from datetime import datetime, timedelta
from uuid import UUID

from cairn import when
from cairn.notify import service as notify
from cairn.platform.trail import changed
from cairn.platform.work import UnitOfWork
from cairn.reminders import chains, kept, ladders, repository, rules
from cairn.reminders.errors import AlreadyAnswered, NotAhead
from cairn.reminders.messages import ReminderBooked
from cairn.reminders.models import Reminder, State
from cairn.reminders.schemas import Times

KIND = "reminder"
MINUTE = timedelta(minutes=1)
LONGEST_TEXT = 500
_RING_NOW = {
    "en": "Ahead of it: {whens}.",
    "es": "Antes te avisa: {whens}.",
    "fr": "Avant : {whens}.",
    "pt": "Antes disso avisa: {whens}.",
}
_NONE_LEFT = {
    "en": "Nothing rings ahead of it any more: that time has passed.",
    "es": "Ya no avisa antes: esa hora ya pasó.",
    "fr": "Rien ne sonne plus avant : cette heure est passée.",
    "pt": "Já nada avisa antes: essa hora já passou.",
}
_GONE = {
    "en": "What was to ring ahead of it won’t ring either.",
    "es": "Lo que iba a avisar antes tampoco avisará.",
    "fr": "Ce qui devait sonner avant ne sonnera pas non plus.",
    "pt": "O que ia avisar antes também já não avisa.",
}


async def book(
    work: UnitOfWork, reminder_id: UUID, due_at: datetime, text: str | None, *, keeps_clock: bool = False
) -> Reminder:
    """Book one that rings before each time of another; without a text it says what that does, and when that is.

    Args:
        due_at: When it rings for the time of the other that is next.
        keeps_clock: It is at an hour of an earlier day ("the night before"), whatever the hour of the other.

    Raises:
        NotFound: there is no such reminder of this person.
        AlreadyAnswered: that is done or removed.
        NotAhead: that doesn't ring later, or goes with an event or another reminder itself.
        InThePast: it can't ring then.
    """
    thing = await repository.get(work, reminder_id, lock=True)
    if thing.state not in repository.OPEN:
        raise AlreadyAnswered
    rings = when.resolve(thing.local_time, rules.known_zone(thing.zone))
    lead = (rings - due_at) // MINUTE
    if lead < 1 or thing.event_id is not None or thing.ahead_of is not None:
        raise NotAhead(field="when")
    rules.still_to_come(due_at, work.now)
    reminder = Reminder(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        text=text or thing.text,
        state=State.WAITING,
        armed=True,
        ahead_of=thing.id,
        keeps_clock=keeps_clock and thing.rrule is None,
        tells_its_time=text is None,
        created_at=work.now,
    )
    chains.set_to(reminder, _times(thing, lead))
    reminder.text = _text(work, reminder, thing)
    reminder.due_at = rings - lead * MINUTE
    reminder.local_time = rules.wall(reminder.due_at, rules.known_zone(thing.zone))
    work.session.add(reminder)
    await work.session.flush()
    await work.audit("reminder.booked", reminder.id, kind=KIND)
    await work.publish(ReminderBooked(reminder_id=reminder.id))
    return reminder


async def follow(work: UnitOfWork, thing: Reminder) -> None:
    """Let those that ring ahead of a reminder be as it is now.

    One that was answered or put off stays so until its moments change; one that ended with it is back with it.
    """
    for reminder in await repository.ahead_of(work, thing.id):
        before = kept.fields(reminder)
        if thing.state not in repository.OPEN:
            if reminder.state in repository.OPEN:
                await _end(work, reminder)
        else:
            await _match(work, reminder, thing)
        if (after := kept.fields(reminder)) != before:
            await chains.written(work, reminder)
            await work.audit("reminder.changed", reminder.id, kind=KIND, changes=changed(before, after))


async def told(work: UnitOfWork, thing: Reminder) -> str | None:
    """What is said of those ahead of one that was moved or removed; nothing where there are none."""
    there = await repository.ahead_of(work, thing.id)
    if not there:
        return None
    locale, zone = work.actor.locale, rules.known_zone(thing.zone)
    moments = sorted(one.due_at for one in there if one.armed)
    sentences = _GONE if thing.state not in repository.OPEN else _RING_NOW if moments else _NONE_LEFT
    whens = "; ".join(when.say_in_full(at, work.now, zone=zone, locale=locale) for at in moments)
    return sentences.get(locale, sentences["en"]).format(whens=whens)


async def stand(work: UnitOfWork, reminder: Reminder) -> None:
    """One of them has a time of its own now: so long ahead it is from now on, or it goes alone."""
    if reminder.ahead_of is None:
        return
    thing = await repository.get(work, reminder.ahead_of)
    lead = (when.resolve(thing.local_time, rules.known_zone(thing.zone)) - reminder.due_at) // MINUTE
    if thing.state in repository.OPEN and lead >= 1 and reminder.rrule == thing.rrule:
        chains.set_to(reminder, _times(thing, lead))
        return
    reminder.ahead_of = None
    if reminder.tells_its_time:
        reminder.text, reminder.tells_its_time = thing.text, False


async def catch_up(work: UnitOfWork, reminder: Reminder) -> None:
    """One of them is back: the other may have moved or ended meanwhile."""
    if reminder.ahead_of is None:
        return
    thing = await repository.get(work, reminder.ahead_of)
    if thing.state in repository.OPEN:
        await _match(work, reminder, thing)
    else:
        await _end(work, reminder)


async def _match(work: UnitOfWork, reminder: Reminder, thing: Reminder) -> None:
    times = _times(thing, _lead(reminder, thing))
    moved = not chains.same_times(reminder, times)
    chains.set_to(reminder, times)
    reminder.text = _text(work, reminder, thing)
    put_off = reminder.snoozed_until is not None and reminder.snoozed_until > work.now
    if reminder.state == State.CANCELLED and put_off and not moved:
        reminder.state, reminder.armed = State.WAITING, True
    elif moved or reminder.state == State.CANCELLED:
        await chains.arm(work, reminder)
    await ladders.follow(work, reminder)


async def _end(work: UnitOfWork, reminder: Reminder) -> None:
    reminder.state = State.CANCELLED
    reminder.armed = False
    await notify.withdraw(work, KIND, reminder.id)


def _times(thing: Reminder, lead: int) -> Times:
    return Times(
        first_local=thing.first_local,
        zone=thing.zone,
        floating=thing.floating,
        rrule=thing.rrule,
        lead_minutes=lead,
        skips=tuple(thing.skips),
    )


def _lead(reminder: Reminder, thing: Reminder) -> int:
    """How many minutes ahead it rings now: as before, or on as early a day at its own hour or that of the other."""
    zone = rules.known_zone(thing.zone)
    was = reminder.first_local
    rang = rules.wall(when.resolve(was, zone) - reminder.lead_minutes * MINUTE, zone)
    if reminder.keeps_clock:
        clock = rang.time()
    elif rang.time() == was.time():
        clock = thing.first_local.time()
    else:
        return reminder.lead_minutes
    now = datetime.combine(thing.first_local.date() - (was.date() - rang.date()), clock)
    return (when.resolve(thing.first_local, zone) - when.resolve(now, zone)) // MINUTE


def _text(work: UnitOfWork, reminder: Reminder, thing: Reminder) -> str:
    """What it says: its own words, or those of the other with its time."""
    if not reminder.tells_its_time:
        return reminder.text
    if thing.rrule is not None:
        return thing.text
    zone = rules.known_zone(thing.zone)
    at = when.resolve(thing.first_local, zone)
    return when.with_its_time(thing.text, at, work.now, zone=zone, locale=work.actor.locale, longest=LONGEST_TEXT)
