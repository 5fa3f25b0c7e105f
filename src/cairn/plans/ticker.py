"""The ticker: takes what has come. Several may tick at once; each moment has one job, and one row of its plan."""

from cairn.plans import repository
from cairn.plans.messages import BeginPlan
from cairn.platform.runtime import Runtime

AT_ONCE = 100
POLL_SECONDS = 1.0


async def tick(runtime: Runtime) -> int:
    """Take every plan whose time has come, and queue that it is told, in one transaction.

    Returns:
        How many there were.
    """
    async with runtime.system() as work:
        come = await repository.claim(work, AT_ONCE)
        for one in come:
            work.enqueue(BeginPlan(user_id=one.user_id, plan_id=one.id, due_at=one.due_at))
        return len(come)
