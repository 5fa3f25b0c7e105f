"""Stalled jobs are rescued, and what is over is cleared away."""

import asyncio
from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

import pytest
from sqlalchemy import text

from cairn.memory.messages import EmbedMemories
from cairn.operations import upkeep
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.messages import Event
from cairn.platform.runtime import Runtime
from tests.conftest import RunJobs

SILENT = "now() - interval '20 seconds'"
ALIVE = "now()"


class Happened(Event):
    """Something happened to somebody in a test."""

    kind: ClassVar[str] = "test.happened"


async def sql(runtime: Runtime, statement: str, **values: Any) -> list[Any]:
    async with runtime.system() as work:
        result = await work.session.execute(text(statement), values)
        return list(result) if "select" in statement or "returning" in statement else []


async def queued(actor: Actor) -> int:
    """A job of a person in the queue; its id."""
    async with actor.work() as work:
        work.enqueue(EmbedMemories(user_id=actor.user_id))
    rows = await sql(
        actor.runtime,
        "select max(id) as id from procrastinate_jobs where args ->> 'user_id' = :user",
        user=str(actor.user_id),
    )
    return int(rows[0].id)


async def taken(runtime: Runtime, job_id: int, *, heartbeat: str | None, attempts: int = 0) -> None:
    """As a worker leaves a job that it has begun; no heartbeat: the worker's row is gone."""
    worker = None
    if heartbeat is not None:
        rows = await sql(
            runtime, f"insert into procrastinate_workers (last_heartbeat) values ({heartbeat}) returning id"
        )
        worker = rows[0].id
    await sql(
        runtime,
        "update procrastinate_jobs set status = 'doing', worker_id = :worker, attempts = :attempts where id = :id",
        id=job_id,
        worker=worker,
        attempts=attempts,
    )


async def job(runtime: Runtime, job_id: int) -> tuple[str, int]:
    rows = await sql(
        runtime,
        "select cast(status as text) as state, attempts from procrastinate_jobs where id = :id",
        id=job_id,
    )
    return (rows[0].state, rows[0].attempts) if rows else ("gone", 0)


@pytest.mark.parametrize("heartbeat", [SILENT, None])
async def test_a_job_of_a_worker_that_is_gone_is_queued_again(actor: Actor, heartbeat: str | None) -> None:
    job_id = await queued(actor)
    await taken(actor.runtime, job_id, heartbeat=heartbeat)

    await upkeep.rescue(actor.runtime)

    assert await job(actor.runtime, job_id) == ("todo", 1)


async def test_a_rescued_job_is_done(actor: Actor, run_jobs: RunJobs) -> None:
    job_id = await queued(actor)
    await taken(actor.runtime, job_id, heartbeat=SILENT)

    await upkeep.rescue(actor.runtime)
    await run_jobs()

    assert (await job(actor.runtime, job_id))[0] == "succeeded"


async def test_a_job_of_a_living_worker_is_left_alone(actor: Actor) -> None:
    job_id = await queued(actor)
    await taken(actor.runtime, job_id, heartbeat=ALIVE)

    await upkeep.rescue(actor.runtime)

    assert await job(actor.runtime, job_id) == ("doing", 0)


async def test_a_job_that_killed_its_worker_too_often_is_laid_aside(actor: Actor) -> None:
    job_id = await queued(actor)
    cap = actor.runtime.queue.attempts[EmbedMemories.name]
    await taken(actor.runtime, job_id, heartbeat=SILENT, attempts=cap - 1)

    await upkeep.rescue(actor.runtime)

    assert await job(actor.runtime, job_id) == ("failed", cap)


async def test_many_rescuers_take_a_job_once(actor: Actor) -> None:
    job_id = await queued(actor)
    await taken(actor.runtime, job_id, heartbeat=SILENT)

    await asyncio.gather(*(upkeep.rescue(actor.runtime) for _ in range(5)))

    assert await job(actor.runtime, job_id) == ("todo", 1)


async def test_periodic_work_that_waits_already_is_not_queued_beside_itself(runtime: Runtime) -> None:
    lock = f"test.{uuid4()}"
    add = (
        "insert into procrastinate_jobs (queue_name, task_name, queueing_lock, status)"
        " values ('default', 'operations.nothing', :lock, cast(:state as procrastinate_job_status)) returning id"
    )
    stalled = (await sql(runtime, add, lock=lock, state="doing"))[0].id
    waiting = (await sql(runtime, add, lock=lock, state="todo"))[0].id

    await upkeep.rescue(runtime)

    assert (await job(runtime, stalled))[0] == "aborted"
    assert (await job(runtime, waiting))[0] == "todo"
    await sql(runtime, "delete from procrastinate_jobs where id = :id", id=waiting)


async def test_finished_jobs_go_after_a_day_and_laid_aside_ones_stay(actor: Actor) -> None:
    runtime = actor.runtime
    ids = {}
    for state, age in (("succeeded", "25 hours"), ("succeeded", "23 hours"), ("failed", "25 hours")):
        job_id = ids[state, age] = await queued(actor)
        await sql(runtime, f"update procrastinate_jobs set status = '{state}' where id = :id", id=job_id)
        await sql(
            runtime, f"update procrastinate_events set at = now() - interval '{age}' where job_id = :id", id=job_id
        )

    await upkeep.clear_away(runtime)

    left = {key: (await job(runtime, job_id))[0] for key, job_id in ids.items()}
    assert left == {
        ("succeeded", "25 hours"): "gone",
        ("succeeded", "23 hours"): "succeeded",
        ("failed", "25 hours"): "failed",
    }


async def test_old_events_go_and_who_resumes_from_before_is_told_to_reset(actor: Actor, clock: StillClock) -> None:
    runtime = actor.runtime

    async def happen() -> int:
        async with actor.work() as work:
            await work.publish(Happened())
        async with actor.work() as work:
            return int(await work.session.scalar(text("select max(id) from events")) or 0)

    old = await happen()
    clock.forward(timedelta(days=7, minutes=1))
    new = await happen()

    await upkeep.clear_away(runtime)

    async with actor.work() as work:
        left = list(await work.session.scalars(text("select id from events where user_id = :u"), {"u": work.user_id}))
        trimmed = await work.session.scalar(text("select last_id from events_trimmed"))
    assert left == [new]
    assert trimmed is not None
    assert old <= trimmed < new

    await upkeep.clear_away(runtime)
    assert (await sql(runtime, "select last_id from events_trimmed"))[0].last_id == trimmed


async def test_kept_answers_go_after_a_day(actor: Actor, clock: StillClock) -> None:
    async with actor.work() as work:
        for key, age in (("old", timedelta(hours=25)), ("new", timedelta(hours=23))):
            await work.session.execute(
                text(
                    "insert into idempotent_answers (user_id, key, fingerprint, status, headers, body, created_at)"
                    " values (:user, :key, '', 200, '{}', '', :at)"
                ),
                {"user": work.user_id, "key": key, "at": clock.now() - age},
            )

    await upkeep.clear_away(actor.runtime)

    async with actor.work() as work:
        assert list(await work.session.scalars(text("select key from idempotent_answers"))) == ["new"]
