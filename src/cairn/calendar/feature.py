"""The calendar as the rest sees it."""

from cairn.accounts.messages import ZoneChanged
from cairn.calendar import permissions, repository, service
from cairn.calendar.audits import AUDITS
from cairn.calendar.routes import router
from cairn.calendar.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.work import UnitOfWork
from cairn.reminders.messages import ReminderDone


async def _follow_zone(work: UnitOfWork, event: ZoneChanged) -> None:
    await service.follow_zone(work, event.new)


async def _left(work: UnitOfWork, event: ReminderDone) -> None:
    await service.left(work, event.reminder_id)


feature = Feature(
    name="calendar",
    audits=AUDITS,
    router=router,
    tools=tools,
    listeners={ZoneChanged: [_follow_zone], ReminderDone: [_left]},
    permissions=[permissions.READ, permissions.WRITE],
    tables=["calendar_events"],
    export=repository.rows,
    erase=repository.erase,
)
