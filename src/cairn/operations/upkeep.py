"""What keeps the queue going and the tables small: the rescue of stalled jobs, and clearing away."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from prometheus_client import Counter, start_http_server

from cairn.operations import repository
from cairn.operations.settings import OperationsSettings
from cairn.platform.runtime import Runtime

log = structlog.get_logger()

SILENT_SECONDS = 8
"""A worker gives a sign of life every two seconds; after so long without one its jobs are another's."""

LOOK_EVERY_SECONDS = 5
USUAL_ATTEMPTS = 3
"""For what is done by the clock, which has no attempts of its own."""

AT_ONCE = 100
BATCH = 10_000

JOBS_KEPT = timedelta(days=1)
EVENTS_KEPT = timedelta(days=7)
ANSWERS_KEPT = timedelta(hours=24)

RESCUED = Counter("cairn_jobs_rescued_total", "Jobs taken from workers that were gone.", ["job"])


async def rescue_forever(runtime: Runtime) -> None:
    """Look for stalled jobs every five seconds."""
    while True:
        await rescue(runtime)
        await asyncio.sleep(LOOK_EVERY_SECONDS)


async def rescue(runtime: Runtime) -> int:
    """Queue again what a worker that is gone was doing; what was tried often enough is laid aside.

    Returns:
        How many jobs were taken.
    """
    async with runtime.system() as work:
        taken = await repository.stalled(work, SILENT_SECONDS, AT_ONCE)
        for job in taken:
            made = job.attempts + 1
            if made >= runtime.queue.attempts.get(job.name, USUAL_ATTEMPTS):
                await repository.lay_aside(work, job.id, "failed")
                log.error("job.laid_aside", job=job.name, job_id=job.id, attempts=made)
            elif await repository.same_waits(work, job.queueing_lock):
                await repository.lay_aside(work, job.id, "aborted")
            else:
                await repository.retry(work, job.id)
                log.warning("job.rescued", job=job.name, job_id=job.id, attempts=made)
            RESCUED.labels(job.name).inc()
    return len(taken)


async def clear_away(runtime: Runtime) -> None:
    """Delete finished jobs, live events and kept answers whose time is over. Laid-aside jobs stay."""
    now = runtime.clock.now()

    async def jobs() -> int:
        async with runtime.system() as work:
            return await repository.delete_finished(work, JOBS_KEPT.total_seconds(), BATCH)

    async def events() -> int:
        async with runtime.system() as work:
            return await repository.delete_events(work, now - EVENTS_KEPT, BATCH)

    async def answers() -> int:
        async with runtime.system() as work:
            return await repository.delete_answers(work, now - ANSWERS_KEPT, BATCH)

    gone = {"jobs": await _all(jobs), "events": await _all(events), "answers": await _all(answers)}
    log.info("operations.cleared", **gone)


async def _all(delete: Callable[[], Awaitable[int]]) -> int:
    """Delete in short transactions until nothing is left."""
    total = 0
    while True:
        gone = await delete()
        total += gone
        if gone < BATCH:
            return total


async def show_figures(runtime: Runtime) -> None:
    """A worker's own figures, on this machine only, if a port was chosen for them."""
    port = runtime.settings.of(OperationsSettings).metrics_worker_port
    if port is None:
        await asyncio.Event().wait()
        return
    server, thread = start_http_server(port, addr="127.0.0.1")
    try:
        await asyncio.Event().wait()
    finally:
        server.shutdown()
        thread.join()
