"""Tasks as the rest sees them."""

from collections.abc import Mapping

from fastapi import APIRouter

from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime
from cairn.tasks import repository, service
from cairn.tasks.audits import AUDITS
from cairn.tasks.breakdown.routes import router as breakdown_router
from cairn.tasks.breakdown.splitter import NoSplitter, Splitter
from cairn.tasks.breakdown.tools import tools as breakdown_tools
from cairn.tasks.permissions import READ, WRITE
from cairn.tasks.routes import router
from cairn.tasks.tools import tools

every = APIRouter()
every.include_router(router)
every.include_router(breakdown_router)
tools.include(breakdown_tools)


def provide(_: Runtime) -> Mapping[type, object]:
    return {Splitter: NoSplitter()}


feature = Feature(
    name="tasks",
    audits=AUDITS,
    router=every,
    tools=tools,
    provide=provide,
    warm=service.warm,
    permissions=[READ, WRITE],
    tables=["tasks", "task_steps", "estimate_samples"],
    export=repository.rows,
    erase=repository.remove_all,
)
