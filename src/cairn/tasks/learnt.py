"""What tasks really took somebody, kept and looked up."""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from cairn.platform.driver import tuples
from cairn.platform.work import UnitOfWork
from cairn.tasks.estimates import LONGEST, Learnt, Took, learn
from cairn.tasks.models import EstimateSample, Task

MOST = 200
"""Samples that are looked at, the latest: people change."""
_KNOWN = "tasks.learnt"
_LATEST = (
    "select kind, estimated_minutes, actual_minutes from estimate_samples where user_id = %(user_id)s"
    " order by at desc, id desc limit %(most)s"
)


async def known(work: UnitOfWork) -> Learnt | None:
    """What is known of how long this person's things take; read once in a unit of work."""
    kept = work.session.info
    if _KNOWN not in kept:
        found = await tuples(work, _LATEST, {"user_id": work.user_id, "most": MOST})
        kept[_KNOWN] = learn([Took(*row) for row in found])
    learnt: Learnt | None = kept[_KNOWN]
    return learnt


async def knowing(work: UnitOfWork, tasks: Sequence[Task]) -> Sequence[Task]:
    """The same tasks, each able to say how long it usually takes this person."""
    if tasks:
        learnt = await known(work)
        for task in tasks:
            task.learnt = learnt
    return tasks


async def took(work: UnitOfWork, task: Task, minutes: int) -> bool:
    """Keep what a task really took, once for each task; whether anything was said to measure it by."""
    said = task.said_minutes
    if said is None:
        return False
    measured = {
        "kind": task.kind,
        "estimated_minutes": min(said, LONGEST),
        "actual_minutes": max(1, min(minutes, LONGEST)),
        "at": work.now,
    }
    sample = insert(EstimateSample).values(id=work.runtime.new_id(), user_id=work.user_id, task_id=task.id, **measured)
    await work.session.execute(
        sample.on_conflict_do_update(index_elements=[EstimateSample.user_id, EstimateSample.task_id], set_=measured)
    )
    work.session.info.pop(_KNOWN, None)
    return True


async def forget(work: UnitOfWork, task: Task) -> None:
    """It isn't done after all, so nobody knows yet what it takes."""
    mine = (EstimateSample.user_id == work.user_id, EstimateSample.task_id == task.id)
    await work.session.execute(delete(EstimateSample).where(*mine))
    work.session.info.pop(_KNOWN, None)
