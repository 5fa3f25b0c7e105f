"""Automations as the rest sees them."""

from cairn.accounts.messages import NightFell, ZoneChanged
from cairn.automations import permissions, repository, service, ticker
from cairn.automations.audits import AUDITS
from cairn.automations.jobs import jobs
from cairn.automations.messages import TrimRuns
from cairn.automations.routes import router
from cairn.automations.settings import AutomationSettings
from cairn.automations.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.ticking import ticking
from cairn.platform.work import UnitOfWork


async def _follow_zone(work: UnitOfWork, event: ZoneChanged) -> None:
    await service.follow_zone(work, event.new)


async def _night(work: UnitOfWork, _: NightFell) -> None:
    work.enqueue(TrimRuns(user_id=work.user_id))


feature = Feature(
    name="automations",
    audits=AUDITS,
    router=router,
    jobs=jobs,
    tools=tools,
    listeners={ZoneChanged: [_follow_zone], NightFell: [_night]},
    loops={"automations.ticker": ticking(ticker.tick, at_once=ticker.AT_ONCE, seconds=ticker.POLL_SECONDS)},
    settings=[AutomationSettings],
    permissions=[permissions.READ, permissions.WRITE],
    tables=["automations", "automation_prompts", "automation_runs"],
    export=repository.rows,
    erase=repository.remove_all,
)
