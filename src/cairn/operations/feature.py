"""Operations as the rest sees them. They keep nothing of anybody."""

from collections.abc import Mapping

from cairn.operations import upkeep
from cairn.operations.audits import AUDITS
from cairn.operations.figures import Figures
from cairn.operations.jobs import jobs
from cairn.operations.permissions import READ_JOBS, RETRY_JOBS
from cairn.operations.routes import root, router
from cairn.operations.settings import OperationsSettings
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime


def provide(runtime: Runtime) -> Mapping[type, object]:
    return {Figures: Figures(runtime)}


feature = Feature(
    name="operations",
    audits=AUDITS,
    router=router,
    root_router=root,
    jobs=jobs,
    loops={"operations.rescue": upkeep.rescue_forever, "operations.figures": upkeep.show_figures},
    permissions=[READ_JOBS, RETRY_JOBS],
    settings=[OperationsSettings],
    provide=provide,
)
