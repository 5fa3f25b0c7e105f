"""Tasks as the rest sees them."""

from collections.abc import Mapping

from fastapi import APIRouter

from cairn.accounts.messages import ZoneChanged
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from cairn.tasks import repeating, repository, service
from cairn.tasks.audits import AUDITS
from cairn.tasks.breakdown.routes import router as breakdown_router
from cairn.tasks.breakdown.splitter import NoSplitter, Splitter
from cairn.tasks.breakdown.tools import tools as breakdown_tools
from cairn.tasks.energy import EnergySaid, NobodySaid
from cairn.tasks.jobs import jobs
from cairn.tasks.permissions import READ, WRITE
from cairn.tasks.routes import router
from cairn.tasks.tools import tools

every = APIRouter()
every.include_router(router)
every.include_router(breakdown_router)
tools.include(breakdown_tools)


def provide(_: Runtime) -> Mapping[type, object]:
    return {Splitter: NoSplitter(), EnergySaid: NobodySaid()}


async def _follow_zone(work: UnitOfWork, event: ZoneChanged) -> None:
    await repeating.follow_zone(work, event.old, event.new)


feature = Feature(
    name="tasks",
    audits=AUDITS,
    router=every,
    jobs=jobs,
    listeners={ZoneChanged: [_follow_zone]},
    tools=tools,
    provide=provide,
    warm=service.warm,
    permissions=[READ, WRITE],
    tables=["tasks", "task_steps", "estimate_samples"],
    export=repository.rows,
    erase=repository.remove_all,
)
