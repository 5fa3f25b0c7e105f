"""Logs as JSON with the ids that tie them together, and the process's own figures."""

import logging
import re
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import structlog
from prometheus_client import Counter, Histogram

from cairn.platform import masks

REQUEST_SECONDS = Histogram(
    "cairn_request_seconds",
    "Time to answer a request.",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
JOB_SECONDS = Histogram("cairn_job_seconds", "Time to do a job.", ["job"])
JOB_FAILURES = Counter("cairn_job_failures_total", "Attempts of jobs that failed.", ["job"])

_SECRET = re.compile(r"password|secret|token|cookie|authorization|api_key|email", re.IGNORECASE)
# How pydantic and FastAPI show the value that didn't fit.
_CHECKED = re.compile(r"(?<=input_value=).*?(?=, input_type=)|(?<='input': )[^\n]*", re.DOTALL)


def hide_secrets(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blank the value of every key that names a secret or an address, whoever logged it."""
    for key in entry:
        if _SECRET.search(key):
            entry[key] = "(hidden)"
    return entry


def hide_words(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take out what others put into their messages and errors: addresses, numbers, the values that failed a check."""
    told = entry.get("exception")
    if isinstance(told, str):
        entry["exception"] = _CHECKED.sub("(hidden)", told)
    for key, value in entry.items():
        if not key.startswith("_"):  # those are structlog's own, and are never written
            entry[key] = _blanked(value)
    return entry


def _blanked(value: Any) -> Any:
    if isinstance(value, str):
        return masks.blank(value)
    if isinstance(value, Mapping):
        return {key: _blanked(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_blanked(one) for one in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    # What is not plain is written as its words, in which an address may stand.
    return masks.blank(str(value))


def configure_logging(level: str) -> None:
    """JSON lines on standard error, also for what libraries log."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        hide_secrets,
        structlog.processors.format_exc_info,
        hide_words,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processor=structlog.processors.JSONRenderer(), foreign_pre_chain=shared)
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    logging.getLogger("procrastinate").setLevel("WARNING")
    logging.getLogger("uvicorn.access").disabled = True


@contextmanager
def job_context(name: str, job_id: int | None, user_id: UUID | None) -> Iterator[None]:
    """Every line logged inside carries the job and the person; a failure is counted."""
    ids = {"job": name, "job_id": job_id, "user_id": str(user_id) if user_id else None}
    with structlog.contextvars.bound_contextvars(**ids):
        try:
            yield
        except Exception:
            JOB_FAILURES.labels(name).inc()
            raise
