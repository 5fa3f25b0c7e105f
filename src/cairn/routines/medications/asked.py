"""The doses of a medication that are asked for now, as its reminders keep their times."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.routines.medications import repository, rules
from cairn.routines.medications.models import Medication
from cairn.routines.medications.rules import Due, Slot
from cairn.routines.medications.schemas import DoseOut, Told

_LOOK_BACK = timedelta(days=3)


async def doses(work: UnitOfWork, medication: Medication) -> tuple[list[Due], Sequence[datetime]]:
    slots = [await slot(work, reminder_id) for reminder_id in ringing(medication)]
    found = rules.dues(slots, medication.created_at, work.now, work.actor.zone)
    return found, await repository.answered(work, medication.id, work.now - _LOOK_BACK)


async def slot(work: UnitOfWork, reminder_id: UUID) -> Slot:
    reminder = await reminders.get(work, reminder_id)
    return Slot(reminder.id, reminder.rrule or rules.DAILY, reminder.first_local)


def ringing(medication: Medication) -> list[UUID]:
    return [one.reminder_id for one in medication.times if one.reminder_id is not None]


async def told(work: UnitOfWork, medication: Medication, hours: Sequence[datetime]) -> Told:
    found, answered = await doses(work, medication)
    zone = work.actor.zone
    today = work.now.astimezone(zone).date()
    of_today = [due for due in found if due.at.astimezone(zone).date() == today]
    taken_at, due = rules.nearest(of_today, answered, hours)
    if due is None:
        return Told(taken_at=taken_at)
    noted = await repository.of_due(work, medication.id, due.at)
    return Told(taken_at=taken_at, due_at=due.at, noted=DoseOut.model_validate(noted) if noted is not None else None)
