"""The ticker: begins what is due. Several may tick at once; each moment has one run, whoever comes to it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from cairn.automations import repository, rules
from cairn.automations.messages import RunAutomation, RunChanged
from cairn.automations.models import State
from cairn.automations.repository import Begun
from cairn.platform.runtime import Runtime

log = structlog.get_logger()

AT_ONCE = 100
POLL_SECONDS = 2.0


async def tick(runtime: Runtime) -> int:
    """Begin what is due: claim it, write its run and queue it in one transaction.

    Returns:
        How many were due.
    """
    async with runtime.system() as work:
        due = await repository.claim(work, AT_ONCE)
        if not due:
            return 0
        for made in await repository.begin(work, [_due(row, work.now) for row in due]):
            work.enqueue(RunAutomation(user_id=made.user_id, run_id=made.id))
            changed = RunChanged(automation_id=made.automation_id, run_id=made.id, state=State.WAITING)
            await work.publish(changed, to=made.user_id)
        return len(due)


def _due(row: Any, now: datetime) -> Begun:
    """One that can't be reckoned with runs once and must not hold up the others."""
    try:
        times = rules.series(row.rrule, row.first_local, ZoneInfo(row.zone))
        due = rules.due(row.due_at, times, now)
        return Begun(row.id, row.user_id, due.scheduled_for, due.following)
    except (ValueError, KeyError, OverflowError) as error:
        log.error("automation.unreckonable", automation_id=str(row.id), reason=type(error).__name__)
        return Begun(row.id, row.user_id, row.due_at, None)
