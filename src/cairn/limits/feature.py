"""Limits as the rest sees them."""

from collections.abc import Mapping

from cairn.limits import service
from cairn.limits.audits import AUDITS
from cairn.limits.jobs import jobs
from cairn.limits.permissions import READ
from cairn.limits.recorder import Recorder
from cairn.limits.routes import router
from cairn.platform.feature import Feature
from cairn.platform.limits import Limiter, Store
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork


def _provide(runtime: Runtime) -> Mapping[type, object]:
    protection = runtime.settings.of(Protection)
    recorder = Recorder(runtime)
    return {Recorder: recorder, Limiter: Limiter(protection, runtime.clock, _store(protection), recorder)}


def _store(protection: Protection) -> Store | None:
    if protection.limits_url is None:
        return None
    from cairn.platform.shared_limits import SharedStore

    return SharedStore(protection.limits_url.get_secret_value())


async def _erase(work: UnitOfWork) -> None:
    """Rows go with the account."""


feature = Feature(
    name="limits",
    router=router,
    jobs=jobs,
    permissions=[READ],
    audits=AUDITS,
    provide=_provide,
    tables=["limit_violations"],
    export=service.exported,
    erase=_erase,
)
