"""Reminders, their ticker and their tools."""

from cairn.accounts.messages import ZoneChanged
from cairn.platform.feature import Feature
from cairn.platform.ticking import ticking
from cairn.platform.work import UnitOfWork
from cairn.reminders import permissions, repository, service, ticker
from cairn.reminders.audits import AUDITS
from cairn.reminders.routes import router
from cairn.reminders.tools import tools


async def _follow_zone(work: UnitOfWork, event: ZoneChanged) -> None:
    await service.follow_zone(work, event.new)


feature = Feature(
    name="reminders",
    audits=AUDITS,
    router=router,
    tools=tools,
    listeners={ZoneChanged: [_follow_zone]},
    loops={"reminders.ticker": ticking(ticker.tick, at_once=ticker.AT_ONCE, seconds=ticker.POLL_SECONDS)},
    permissions=[permissions.READ, permissions.WRITE],
    tables=["reminders"],
    export=service.exported,
    erase=repository.erase,
)
