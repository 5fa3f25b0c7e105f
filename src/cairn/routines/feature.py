"""Routines, and medication times beside them, as the rest sees them."""

from fastapi import APIRouter

from cairn.accounts.messages import ZoneChanged
from cairn.platform.feature import Exported, Feature
from cairn.platform.work import UnitOfWork
from cairn.reminders.messages import ReminderChanged, ReminderDone
from cairn.routines import repository, service
from cairn.routines.audits import AUDITS
from cairn.routines.jobs import jobs
from cairn.routines.medications import permissions as of_medications
from cairn.routines.medications import repository as medications
from cairn.routines.medications import service as doses
from cairn.routines.medications.routes import router as medications_router
from cairn.routines.medications.tools import tools as medication_tools
from cairn.routines.permissions import READ, WRITE
from cairn.routines.routes import router
from cairn.routines.tools import tools

every = APIRouter()
every.include_router(router)
every.include_router(medications_router)
tools.include(medication_tools)


async def _follow_zone(work: UnitOfWork, event: ZoneChanged) -> None:
    await service.follow_zone(work, event.new)


async def _answered(work: UnitOfWork, event: ReminderDone) -> None:
    await doses.answered(work, event.reminder_id)


async def _rings_again(work: UnitOfWork, event: ReminderChanged) -> None:
    if event.state == "ringing":
        await doses.reopened(work, event.reminder_id)


async def export(work: UnitOfWork) -> Exported:
    """All of a person's routines, runs, medications and doses."""
    return {**await repository.rows(work), **await medications.rows(work)}


async def erase(work: UnitOfWork) -> None:
    """Take them all away."""
    await repository.remove_all(work)
    await medications.remove_all(work)


feature = Feature(
    name="routines",
    audits=AUDITS,
    router=every,
    jobs=jobs,
    tools=tools,
    listeners={ZoneChanged: [_follow_zone], ReminderChanged: [_rings_again], ReminderDone: [_answered]},
    permissions=[READ, WRITE, of_medications.READ, of_medications.WRITE],
    tables=["routines", "routine_steps", "routine_runs", "medications", "medication_times", "doses"],
    export=export,
    erase=erase,
)
