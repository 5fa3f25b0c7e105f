"""What is removed from the trail when its time is over: the oldest links, so that the rest stays provable."""

from datetime import timedelta

import structlog

from cairn.audit import chain, repository
from cairn.audit.settings import AuditSettings
from cairn.platform.runtime import Runtime

BATCH = 5_000

log = structlog.get_logger()


async def trim(runtime: Runtime) -> int:
    """Remove entries that are older than the rule says, in short transactions, each with an entry that says so.

    Returns:
        How many were removed.
    """
    total = 0
    while gone := await _trim_some(runtime):
        total += gone
    return total


async def _trim_some(runtime: Runtime) -> int:
    async with runtime.system() as work:
        if not await repository.alone(work):
            return 0
        kept = timedelta(days=runtime.settings.of(AuditSettings).audit_days)
        found = await repository.over(work, work.now - kept, BATCH)
        if found is None:
            return 0
        position, last = found
        if fault := await chain.fault_up_to(work, position):
            # A new beginning would pass for the rule's work: what shows that somebody was here stays.
            log.error("audit.not_trimmed", fault=fault)
            return 0
        gone = await repository.trim(work, position, runtime.trail_key.of_anchor(position, last))
        await work.audit("trail.trim", kind="trail", detail={"removed": gone, "position": position})
        return gone
