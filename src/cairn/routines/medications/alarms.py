"""The reminders that ring at the times of a medication."""

from collections.abc import Sequence
from datetime import datetime, time

from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reminders.schemas import NewReminder
from cairn.routines.medications import asked, rules
from cairn.routines.medications.errors import BadDays, SameTimeTwice
from cairn.routines.medications.models import Medication, MedicationTime
from cairn.routines.medications.rules import Due


async def set_times(work: UnitOfWork, medication: Medication, clocks: Sequence[time]) -> None:
    if len(set(clocks)) < len(clocks):
        raise SameTimeTwice(field="times")
    zone = work.actor.zone
    today = datetime.combine(work.now.astimezone(zone).date(), time())
    if medication.rrule is not None:
        medication.rrule = rules.checked_days(medication.rrule, today, zone)
    rule = medication.rrule or rules.DAILY
    ending = rules.ending(rule, medication.until)
    for clock in sorted(clocks):
        if rules.first_moment(rule, clock, work.now, zone) is None:
            raise BadDays(field="rrule")
        first, reminder_id = rules.first_moment(ending, clock, work.now, zone), None
        if first is not None:
            new = NewReminder(text(medication), first, zone.key, rrule=ending, urgent=True)
            reminder_id = (await reminders.add(work, new)).id
        medication.times.append(MedicationTime(id=work.runtime.new_id(), clock=clock, reminder_id=reminder_id))


async def silence(work: UnitOfWork, medication: Medication) -> None:
    for reminder_id in asked.ringing(medication):
        await reminders.cancel(work, reminder_id)


def text(medication: Medication) -> str:
    return f"{medication.name}, {medication.dose}" if medication.dose else medication.name


async def answer(work: UnitOfWork, due: Due) -> bool:
    """Let the reminder be quiet about this dose: answered where it rang, else put off to the one that follows."""
    reminder = await reminders.get(work, due.reminder_id, lock=True)
    if due.slot.rang_for(due.at, reminder.rang_for, work.actor.zone):
        await reminders.done(work, reminder.id)
        return reminder.done_at == work.now
    following = due.slot.following(due.at, work.actor.zone)
    if reminder.due_at == due.at and reminder.armed and following is not None and following > work.now:
        await reminders.snooze(work, reminder.id, following)
        return True
    if reminder.due_at == due.at and reminder.armed and following is None:  # the last of all, before its time
        await reminders.cancel(work, reminder.id)
        return True
    return False
