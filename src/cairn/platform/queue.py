"""The durable queue (Procrastinate), fed inside the transaction that makes a job necessary."""

import json
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import procrastinate
from procrastinate import JobContext
from procrastinate.jobs import Job as QueuedJob
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from cairn.platform.actor import Actor
from cairn.platform.errors import CairnError
from cairn.platform.messages import Job
from cairn.platform.telemetry import JOB_SECONDS, job_context

if TYPE_CHECKING:
    from cairn.platform.runtime import Runtime

J = TypeVar("J", bound=Job)
Handler = Callable[[Actor, Any], Awaitable[None]]
Scheduled = Callable[["Runtime"], Awaitable[None]]

_FORGET = text("delete from procrastinate_jobs where position(:id in args::text) > 0 and status <> 'doing'")

LONGEST_WAIT = timedelta(minutes=10)


def wait_before(attempt: int, *, longest: timedelta = LONGEST_WAIT) -> timedelta:
    """Capped exponential back-off with full jitter over its upper half.

    Args:
        attempt: How many attempts were made, 1 after the first.
    """
    ceiling = min(longest, timedelta(seconds=2 ** min(attempt, 20)))
    return ceiling * random.uniform(0.5, 1)  # jitter, not a secret


class Backoff(procrastinate.BaseRetryStrategy):
    """Try again later, up to a number of attempts; never what trying again can't mend."""

    def __init__(self, attempts: int) -> None:
        self.attempts = attempts

    def get_retry_decision(self, *, exception: BaseException, job: QueuedJob) -> procrastinate.RetryDecision | None:
        if isinstance(exception, CairnError) and not exception.retryable:
            return None
        made = job.attempts + 1
        if made >= self.attempts:
            return None
        return procrastinate.RetryDecision(retry_at=datetime.now(UTC) + wait_before(made))


@dataclass(frozen=True, slots=True)
class Handled:
    """A kind of job with what does it."""

    job: type[Job]
    handler: Handler
    attempts: int


@dataclass(frozen=True, slots=True)
class Periodic:
    """Something done by the clock, once however many workers run."""

    name: str
    cron: str
    handler: Scheduled


class Jobs:
    """The jobs of one feature."""

    def __init__(self) -> None:
        self.handled: list[Handled] = []
        self.periodic: list[Periodic] = []

    def handles(self, job: type[J], *, attempts: int = 5) -> Callable[[Callable[[Actor, J], Awaitable[None]]], Any]:
        """Mark what does a kind of job.

        Args:
            attempts: How often it is tried before it is laid aside as a dead letter.
        """

        def register(handler: Callable[[Actor, J], Awaitable[None]]) -> Callable[[Actor, J], Awaitable[None]]:
            self.handled.append(Handled(job, handler, attempts))
            return handler

        return register

    def include(self, others: "Jobs") -> None:
        """Take in those of a folder within the feature."""
        self.handled.extend(others.handled)
        self.periodic.extend(others.periodic)

    def every(self, cron: str, *, name: str) -> Callable[[Scheduled], Scheduled]:
        """Mark what is done by the clock. Six fields put seconds last."""

        def register(handler: Scheduled) -> Scheduled:
            self.periodic.append(Periodic(name, cron, handler))
            return handler

        return register


class Queue:
    """The queue of one process: it defers in a caller's transaction and, in a worker, runs what it finds."""

    def __init__(self, url: str, features: Iterable[Jobs]) -> None:
        self._jobs = list(features)
        # Only a worker asks by itself: who defers does so in a caller's transaction, and needs no connection here.
        self.app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url, min_size=0, max_size=4))
        self.attempts = {h.job.name: h.attempts for jobs in self._jobs for h in jobs.handled}

    def attach(self, runtime: "Runtime") -> None:
        """Give every job its handler; a worker does this before it starts."""
        for jobs in self._jobs:
            for handled in jobs.handled:
                self._attach(runtime, handled)
            for periodic in jobs.periodic:
                self._attach_periodic(runtime, periodic)

    def _attach(self, runtime: "Runtime", handled: Handled) -> None:
        async def run(context: JobContext, /, **arguments: Any) -> None:
            job = handled.job.model_validate(arguments)
            with (
                job_context(handled.job.name, context.job.id, job.user_id),
                JOB_SECONDS.labels(job.name).time(),
            ):
                actor = await runtime.person(job.user_id)
                if actor is not None:  # an erased person's jobs have nothing left to do
                    await handled.handler(actor, job)

        self.app.task(name=handled.job.name, pass_context=True, retry=Backoff(handled.attempts))(run)

    def _attach_periodic(self, runtime: "Runtime", periodic: Periodic) -> None:
        async def run(timestamp: int) -> None:
            with job_context(periodic.name, None, None), JOB_SECONDS.labels(periodic.name).time():
                await periodic.handler(runtime)

        task = self.app.task(name=periodic.name, retry=Backoff(3), queueing_lock=periodic.name)(run)
        self.app.periodic(cron=periodic.cron)(task)

    async def forget(self, connection: AsyncConnection, user_id: UUID) -> None:
        """Take out of the queue what names a person, done or waiting, but for what runs at this moment."""
        await connection.execute(_FORGET, {"id": str(user_id)})

    async def defer(self, connection: AsyncConnection, jobs: Sequence[tuple[Job, datetime | None]]) -> None:
        """Insert jobs on the caller's connection, one statement for each kind and moment."""
        raw = (await connection.get_raw_connection()).driver_connection
        groups: dict[tuple[str, int, datetime | None], list[dict[str, Any]]] = defaultdict(list)
        for job, at in jobs:
            groups[job.name, job.priority, at].append(json.loads(job.model_dump_json()))
        for (name, priority, at), arguments in groups.items():
            deferrer = self.app.configure_task(
                name=name, allow_unknown=True, priority=priority, schedule_at=at, connection=raw
            )
            await deferrer.batch_defer_async(*arguments)
