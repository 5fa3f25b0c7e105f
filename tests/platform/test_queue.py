"""Jobs: queued with the change, tried again with patience, laid aside when trying can't help."""

from datetime import timedelta
from typing import ClassVar

import pytest
from procrastinate.jobs import Job as QueuedJob
from sqlalchemy import text

from cairn.platform.actor import Actor
from cairn.platform.errors import Invalid, Unavailable
from cairn.platform.messages import Job
from cairn.platform.queue import LONGEST_WAIT, Backoff, wait_before
from cairn.platform.runtime import Runtime


class Ring(Job):
    name: ClassVar[str] = "test.ring"

    number: int


async def queued(runtime: Runtime, actor: Actor) -> int:
    async with runtime.system() as work:
        found = await work.session.scalar(
            text("select count(*) from procrastinate_jobs where task_name = 'test.ring' and args->>'user_id' = :id"),
            {"id": str(actor.user_id)},
        )
    return found or 0


async def test_a_job_is_queued_with_its_change_or_not_at_all(runtime: Runtime, actor: Actor) -> None:
    async with actor.work() as work:
        work.enqueue(Ring(user_id=actor.user_id, number=1))
        work.enqueue(Ring(user_id=actor.user_id, number=2), at=work.now + timedelta(days=1))
    with pytest.raises(LookupError):
        await _queued_then_failed(actor)

    assert await queued(runtime, actor) == 2


async def _queued_then_failed(actor: Actor) -> None:
    async with actor.work() as work:
        work.enqueue(Ring(user_id=actor.user_id, number=3))
        raise LookupError


def test_waiting_grows_is_capped_and_scattered() -> None:
    waits = [[wait_before(attempt) for _ in range(200)] for attempt in range(1, 30)]

    assert all(wait <= LONGEST_WAIT for waits_ in waits for wait in waits_)
    assert all(len(set(waits_)) > 100 for waits_ in waits)
    assert max(waits[0]) < min(waits[2])
    assert min(waits[-1]) >= LONGEST_WAIT / 2


def made(attempts: int) -> QueuedJob:
    return QueuedJob(id=1, queue="default", lock=None, queueing_lock=None, task_name="test.ring", attempts=attempts)


def test_attempts_are_capped_and_hopeless_errors_are_not_tried_again() -> None:
    backoff = Backoff(attempts=3)

    assert backoff.get_retry_decision(exception=ConnectionError(), job=made(0)) is not None
    assert backoff.get_retry_decision(exception=Unavailable(), job=made(1)) is not None
    assert backoff.get_retry_decision(exception=ConnectionError(), job=made(2)) is None
    assert backoff.get_retry_decision(exception=Invalid(), job=made(0)) is None
