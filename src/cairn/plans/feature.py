"""If-then plans as the rest sees them."""

from cairn.accounts.messages import NightFell, ZoneChanged
from cairn.calendar.messages import EventAdded, EventChanged
from cairn.plans import ahead, permissions, repository, ticker
from cairn.plans.audits import AUDITS
from cairn.plans.jobs import jobs
from cairn.plans.messages import LookAhead
from cairn.plans.routes import router
from cairn.plans.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.ticking import ticking
from cairn.platform.work import UnitOfWork


async def _follow_zone(work: UnitOfWork, event: ZoneChanged) -> None:
    await ahead.follow_zone(work, event.new)


async def _follow_calendar(work: UnitOfWork, _: EventAdded | EventChanged) -> None:
    await ahead.follow_calendar(work)


async def _night(work: UnitOfWork, _: NightFell) -> None:
    work.enqueue(LookAhead(user_id=work.user_id))


feature = Feature(
    name="plans",
    audits=AUDITS,
    router=router,
    jobs=jobs,
    tools=tools,
    listeners={
        ZoneChanged: [_follow_zone],
        EventAdded: [_follow_calendar],
        EventChanged: [_follow_calendar],
        NightFell: [_night],
    },
    loops={"plans.ticker": ticking(ticker.tick, at_once=ticker.AT_ONCE, seconds=ticker.POLL_SECONDS)},
    permissions=[permissions.READ, permissions.WRITE],
    tables=["plans", "plan_beginnings"],
    export=repository.rows,
    erase=repository.remove_all,
)
