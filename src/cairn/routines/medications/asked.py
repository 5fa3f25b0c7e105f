"""The doses of a medication that are asked for now, as its reminders keep their times."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from cairn import when
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.routines.medications import repository, rules
from cairn.routines.medications.models import Medication
from cairn.routines.medications.rules import Due, Slot
from cairn.routines.medications.schemas import DoseOut, NearDose

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


async def near(work: UnitOfWork, medication: Medication, clocks: Sequence[time]) -> NearDose | None:
    zone = work.actor.zone
    today = work.now.astimezone(zone).date()
    hours = [when.resolve(datetime.combine(today, clock), zone) for clock in clocks]
    hours = [one for one in hours if one <= work.now]
    found, answered = await doses(work, medication)
    nearest = rules.nearest([due for due in found if due.at.astimezone(zone).date() == today], answered, hours)
    if nearest is None:
        return None
    noted = await repository.of_due(work, medication.id, nearest.at)
    return NearDose(at=nearest.at, noted=DoseOut.model_validate(noted) if noted is not None else None)
