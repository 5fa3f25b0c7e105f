"""The limits and where they were reached, for administrators."""

from datetime import timedelta
from typing import Any, Final

from cairn.limits import repository
from cairn.limits.recorder import Recorder
from cairn.limits.schemas import LimitsOut, PolicyOut, ViolationOut
from cairn.platform.http import Page, PageQuery
from cairn.platform.limits import Limiter
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

KEPT: Final = timedelta(days=30)
MOST: Final = 10_000


async def violations(work: UnitOfWork, page: PageQuery) -> Page[ViolationOut]:
    """Where limits were reached, newest hours first. The caller has checked that an administrator asks."""
    await work.audit("limits.listed", kind="limit_violations")
    await work.runtime.provider(Recorder).write()
    async with work.runtime.system() as system:
        rows, following = await repository.page(system, page)
    return Page(items=[ViolationOut.model_validate(row) for row in rows], next_cursor=following)


def present(runtime: Runtime) -> LimitsOut:
    protection = runtime.settings.of(Protection)
    policies = runtime.provider(Limiter).policies
    return LimitsOut(
        counted=protection.rate_limits == "on",
        shared=protection.limits_url is not None,
        policies=[PolicyOut(name=one.name, quota=one.quota, seconds=one.seconds) for one in policies],
    )


async def clear_away(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await repository.clear(work, work.now - KEPT, MOST)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """What a person reached of limits."""
    rows = await repository.of(work, work.user_id)
    return {"limit_violations": [ViolationOut.model_validate(row).model_dump(mode="json") for row in rows]}
