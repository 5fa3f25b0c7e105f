"""The queue as administrators see it."""

from cairn.operations import repository
from cairn.operations.errors import NotLaidAside, WaitsAlready
from cairn.operations.schemas import JobOut, JobState
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork


async def jobs(work: UnitOfWork, page: PageQuery, state: JobState) -> Page[JobOut]:
    """Jobs in one state, newest first. The caller has checked that an administrator asks."""
    async with work.runtime.system() as system:
        rows, following = await repository.page(system, page, state)
    return Page(items=[JobOut.model_validate(row) for row in rows], next_cursor=following)


async def retry(work: UnitOfWork, job_id: int) -> JobOut:
    """Let a job that was laid aside be tried again, once more. The caller has checked that an administrator asks.

    Raises:
        NotFound: there is none with that id.
        NotLaidAside: it waits, runs or is done.
        WaitsAlready: the same periodic work waits.
    """
    async with work.runtime.system(by=work.actor) as system:
        job = await repository.get(system, job_id)
        if job is None:
            raise NotFound
        if job.state != JobState.FAILED:
            raise NotLaidAside
        if await repository.same_waits(system, job.queueing_lock):
            raise WaitsAlready
        await repository.retry(system, job_id)
        await system.audit("job.retry", kind="job", detail={"job_id": job_id})
        return JobOut.model_validate(await repository.get(system, job_id))
