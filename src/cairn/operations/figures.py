"""Figures for a monitoring system, as Prometheus reads them. Numbers only: nobody's name, words or id is in them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar

import structlog
from prometheus_client import REGISTRY, CollectorRegistry, Gauge, generate_latest
from sqlalchemy import Row, text
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnection

from cairn.audit import service as audit
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()

FRESH_SECONDS = 5
"""The database is asked at most this often, however many ask for figures."""

_QUEUE = text(
    "select task_name as job, cast(status as text) as state, count(*) as jobs,"
    " coalesce(extract(epoch from max(now() - e.at)"
    "  filter (where coalesce(scheduled_at, now()) <= now())), 0) as oldest"
    " from procrastinate_jobs j left join lateral ("
    "  select max(at) as at from procrastinate_events where job_id = j.id and j.status = 'todo') e on true"
    " where status in ('todo', 'doing', 'failed') group by task_name, status"
)
# The ledger is notify's; what is told of it here is only how many, of the last day, so that it costs little.
_DELIVERIES = text(
    "select channel, state, count(*) as deliveries, sum(possible_duplicates) as duplicates from deliveries"
    " where queued_at > cast(:since as timestamptz) - interval '1 day' group by channel, state"
)


Jobs = Sequence[Row[tuple[str, str, int, float]]]
Deliveries = Sequence[Row[tuple[str, str, int, int]]]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the database said. What it didn't answer or refused is None, and no figure."""

    up: bool
    lag: audit.Lag | None = None
    jobs: Jobs | None = None
    deliveries: Deliveries | None = None


class Figures:
    """The figures of one process and of the database behind it."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._one_at_a_time = asyncio.Lock()
        self._taken_at = float("-inf")
        self._snapshot = Snapshot(up=False)
        self._refused: set[str] = set()

    async def render(self) -> bytes:
        """All figures in Prometheus's text format."""
        async with self._one_at_a_time:
            if monotonic() - self._taken_at >= FRESH_SECONDS:
                self._snapshot = await self._ask()
                self._taken_at = monotonic()
        return generate_latest(REGISTRY) + generate_latest(self._gauges(self._snapshot))

    async def _ask(self) -> Snapshot:
        try:
            async with self._runtime.system() as work:
                jobs = await self._had(work, "queue", _jobs)
                deliveries = await self._had(work, "deliveries", _deliveries)
                lag = await self._had(work, "audit", audit.lag)
        except (OperationalError, InterfaceError, NoConnection, OSError) as error:
            log.warning("metrics.database_away", reason=type(error).__name__)
            return Snapshot(up=False)
        return Snapshot(True, lag, jobs, deliveries)

    async def _had(self, work: UnitOfWork, name: str, ask: Callable[[UnitOfWork], Awaitable[Answer]]) -> Answer | None:
        """What the database answers; None where it refuses, or lacks what is asked for. That is told once."""
        try:
            async with work.session.begin_nested():
                answer = await ask(work)
        except ProgrammingError as error:
            if name not in self._refused:
                log.warning("metrics.refused", figures=name, reason=type(error.orig).__name__)
            self._refused.add(name)
            return None
        self._refused.discard(name)
        return answer

    def _gauges(self, snapshot: Snapshot) -> CollectorRegistry:
        registry = CollectorRegistry()

        def gauge(name: str, says: str, labels: Sequence[str] = ()) -> Gauge:
            return Gauge(name, says, labels, registry=registry)

        gauge("cairn_database_up", "Whether the database answered.").set(snapshot.up)
        gauge("cairn_open_streams", "Live streams this process holds open.").set(self._runtime.live.open_streams)
        if snapshot.lag is not None:
            unlinked = gauge("cairn_audit_unlinked", "Entries of the audit trail without a link yet.")
            unlinked.set(snapshot.lag.entries)
            gauge("cairn_audit_lag_seconds", "Age of the oldest of them.").set(snapshot.lag.seconds)
        if snapshot.jobs is not None:
            depth = gauge("cairn_queue_jobs", "Jobs in the queue; failed ones were laid aside.", ["job", "state"])
            oldest = gauge("cairn_queue_oldest_seconds", "How long the job that waits longest could have begun.")
            for row in snapshot.jobs:
                depth.labels(row.job, row.state).set(row.jobs)
            oldest.set(max((float(row.oldest) for row in snapshot.jobs), default=0))
        if snapshot.deliveries is not None:
            sent = gauge("cairn_deliveries", "Deliveries of the last day.", ["channel", "state"])
            double = gauge(
                "cairn_deliveries_possibly_double", "Those of them that may have arrived twice.", ["channel"]
            )
            duplicates: dict[str, int] = {}
            for delivery in snapshot.deliveries:
                sent.labels(delivery.channel, delivery.state).set(delivery.deliveries)
                duplicates[delivery.channel] = duplicates.get(delivery.channel, 0) + int(delivery.duplicates)
            for channel, count in duplicates.items():
                double.labels(channel).set(count)
        return registry


async def _jobs(work: UnitOfWork) -> Jobs:
    return (await work.session.execute(_QUEUE)).all()


async def _deliveries(work: UnitOfWork) -> Deliveries:
    return (await work.session.execute(_DELIVERIES, {"since": work.now})).all()
