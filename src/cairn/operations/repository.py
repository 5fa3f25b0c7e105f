"""The queue's own tables, and what is cleared away. The system's work only; the queue keeps the database's time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text

from cairn.platform.http import PageQuery
from cairn.platform.http.page import BadCursor, Cursor
from cairn.platform.work import UnitOfWork

_JOB = (
    "select j.id, j.task_name as name, cast(j.status as text) as state, j.attempts, j.args ->> 'user_id' as user_id,"
    " j.scheduled_at, (select max(e.at) from procrastinate_events e where e.job_id = j.id) as changed_at,"
    " j.queueing_lock from procrastinate_jobs j"
)
_PAGE = text(
    f"{_JOB} where cast(j.status as text) = :state and (cast(:before as bigint) is null or j.id < :before)"
    " order by j.id desc limit :most"
)
_ONE = text(f"{_JOB} where j.id = :id for update of j")
_SAME_WAITS = text("select exists (select from procrastinate_jobs where queueing_lock = :lock and status = 'todo')")
# The queue's own functions: its triggers write the history and wake the workers.
_RETRY = text("select procrastinate_retry_job_v2(:id, now(), null, null, null)")
_LAY_ASIDE = text("select procrastinate_finish_job_v1(:id, cast(:state as procrastinate_job_status), false)")

# Only what nobody else is looking at: of two workers that find the same stalled job one takes it, and a job that
# was taken up again since isn't stalled any more.
_STALLED = text(
    "select j.id, j.task_name as name, j.attempts, j.queueing_lock from procrastinate_jobs j"
    " where j.status = 'doing' and not exists ("
    "  select from procrastinate_workers w where w.id = j.worker_id"
    "  and w.last_heartbeat >= now() - make_interval(secs => :silent))"
    " order by j.id limit :most for update of j skip locked"
)

_FINISHED = text(
    "delete from procrastinate_jobs where id in ("
    " select j.id from procrastinate_jobs j where j.status in ('succeeded', 'cancelled', 'aborted')"
    " and not exists (select from procrastinate_events e where e.job_id = j.id"
    "  and e.at > now() - make_interval(secs => :seconds))"
    " order by j.id limit :most)"
)
_EVENTS = text(
    "with gone as (delete from events where id in ("
    "  select id from events where at < :before order by id limit :most) returning id),"
    " trimmed as (update events_trimmed set last_id = greatest(last_id, coalesce((select max(id) from gone), 0)))"
    " select count(*) from gone"
)
_ANSWERS = text(
    "delete from idempotent_answers where (user_id, key) in ("
    " select user_id, key from idempotent_answers where created_at < :before limit :most)"
)


async def page(work: UnitOfWork, page: PageQuery, state: str) -> tuple[Sequence[Row[Any]], str | None]:
    """Jobs in one state, newest first."""
    before = _job_id(Cursor.decode(page.cursor, 1).after[0]) if page.cursor else None
    found = await work.session.execute(_PAGE, {"state": state, "before": before, "most": page.limit + 1})
    rows = found.all()
    if len(rows) <= page.limit:
        return rows, None
    rows = rows[: page.limit]
    return rows, Cursor(after=[rows[-1].id]).encode()


def _job_id(value: Any) -> int:
    if type(value) is not int or not 0 < value < 2**63:
        raise BadCursor(field="cursor")
    return value


async def get(work: UnitOfWork, job_id: int) -> Row[Any] | None:
    """One job, locked."""
    return (await work.session.execute(_ONE, {"id": job_id})).first()


async def same_waits(work: UnitOfWork, lock: str | None) -> bool:
    """Whether the same periodic work waits already, which the queue allows once."""
    return lock is not None and bool(await work.session.scalar(_SAME_WAITS, {"lock": lock}))


async def retry(work: UnitOfWork, job_id: int) -> None:
    await work.session.execute(_RETRY, {"id": job_id})


async def lay_aside(work: UnitOfWork, job_id: int, state: str) -> None:
    await work.session.execute(_LAY_ASIDE, {"id": job_id, "state": state})


async def stalled(work: UnitOfWork, silent_seconds: float, most: int) -> Sequence[Row[Any]]:
    """Jobs in the hands of workers that are gone or silent, locked."""
    return (await work.session.execute(_STALLED, {"silent": silent_seconds, "most": most})).all()


async def delete_finished(work: UnitOfWork, older_than_seconds: float, most: int) -> int:
    return _count(await work.session.execute(_FINISHED, {"seconds": older_than_seconds, "most": most}))


async def delete_events(work: UnitOfWork, before: datetime, most: int) -> int:
    """Delete live events, and remember up to which id: who resumes from before it must load everything again."""
    return int(await work.session.scalar(_EVENTS, {"before": before, "most": most}) or 0)


async def delete_answers(work: UnitOfWork, before: datetime, most: int) -> int:
    return _count(await work.session.execute(_ANSWERS, {"before": before, "most": most}))


def _count(result: Any) -> int:
    return int(result.rowcount)
