"""Focus as the rest sees it."""

from cairn.focus import permissions, rooms, service, ticker
from cairn.focus.audits import AUDITS
from cairn.focus.jobs import jobs
from cairn.focus.routes import router
from cairn.focus.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.ticking import ticking
from cairn.platform.work import UnitOfWork
from cairn.spaces.messages import SpaceLeft
from cairn.tasks.messages import TaskDone


async def _task_done(work: UnitOfWork, event: TaskDone) -> None:
    await service.task_done(work, event.task_id)


async def _left_space(work: UnitOfWork, event: SpaceLeft) -> None:
    """Their seat went with their membership; the others see the empty chair at once."""
    await rooms.tell(work, {event.space_id})


feature = Feature(
    name="focus",
    audits=AUDITS,
    router=router,
    tools=tools,
    jobs=jobs,
    listeners={TaskDone: [_task_done], SpaceLeft: [_left_space]},
    loops={"focus.ticker": ticking(ticker.tick, at_once=ticker.AT_ONCE, seconds=ticker.POLL_SECONDS)},
    permissions=[permissions.READ, permissions.WRITE, permissions.SIT],
    tables=["focus_sessions", "parked_thoughts", "room_seats"],
    export=service.exported,
    erase=service.erase,
)
