"""The two kinds of processes: one answers, one works. Each refuses to run with more rights than it needs."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import structlog
import uvicorn
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from cairn.app import assemble
from cairn.app.build import create_api
from cairn.app.environment import Environment
from cairn.app.errors import SetupError
from cairn.platform.clients import is_loopback
from cairn.platform.feature import Loop
from cairn.platform.place import Place
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime

log = structlog.get_logger()

FIRST_DELAY = 0.5
LONGEST_DELAY = 5.0
HEALTHY_AFTER = 30.0
"""A loop that has run for so many seconds was well; its earlier failures no longer count."""

_RIGHTS = text(
    "select r.rolsuper or r.rolbypassrls as above, exists (select from pg_class c join pg_namespace n"
    " on n.oid = c.relnamespace where n.nspname = 'public' and c.relowner = r.oid) as owns"
    " from pg_roles r where r.rolname = current_user"
)


async def refuse_too_many_rights(engine: AsyncEngine) -> None:
    """Row-level security doesn't hold an owner or a superuser, so none may serve people.

    Raises:
        SetupError: this login is one of them.
    """
    async with engine.connect() as connection:
        rights = (await connection.execute(_RIGHTS)).one()
    if rights.above or rights.owns:
        raise SetupError(
            "This database login is a superuser or owns the tables, so it could see everybody's rows. "
            "Set CAIRN_DATABASE_APP_URL to a login of the role cairn_app."
        )


def refuse_unlimited(environment: Environment, protection: Protection) -> None:
    """Without limits nobody but this machine may be served.

    Raises:
        SetupError: others could reach it.
    """
    if protection.rate_limits == "on":
        return
    if not (environment.host == "localhost" or is_loopback(environment.host)) or protection.trusted_proxies:
        raise SetupError(
            "CAIRN_RATE_LIMITS=off is for measurements on this machine alone. Set CAIRN_HOST to 127.0.0.1 and leave "
            "CAIRN_TRUSTED_PROXIES empty, or let the limits be on."
        )


def run_api(environment: Environment, *, on_ready: Callable[[], None] | None = None) -> None:
    """Answer requests until told to stop.

    Raises:
        SetupError: a setting can't be used, limits are off where others come, or the login has too many rights.
    """
    runtime = assemble.runtime(environment)
    refuse_unlimited(environment, runtime.settings.of(Protection))
    _say_if_root()

    async def serve() -> None:
        await refuse_too_many_rights(runtime.engine)
        await refuse_too_many_rights(runtime.system_engine)
        await uvicorn.Server(server_config(environment, create_api(runtime))).serve()

    asyncio.run(serve())


def server_config(environment: Environment, app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=environment.host,
        port=environment.port,
        log_config=None,
        access_log=False,
        server_header=False,
        # Open streams would hold a shutdown up.
        timeout_graceful_shutdown=2,
        # Whose word about clients counts is our own setting (CAIRN_TRUSTED_PROXIES): the library believes by default
        # whoever connects from this machine, and FORWARDED_ALLOW_IPS could widen that.
        proxy_headers=False,
    )


def run_worker(environment: Environment) -> None:
    """Do jobs and run the features' loops until told to stop."""
    runtime = assemble.runtime(environment)
    _say_if_root()
    asyncio.run(work(runtime))


def _say_if_root() -> None:
    if os.geteuid() == 0:
        log.warning("process.runs_as_root", hint="`cairn up` runs it as a system user of its own")


async def work(runtime: Runtime) -> None:
    """A worker's whole life: everything is started again when it fails, until this is cancelled or told to stop."""
    await refuse_too_many_rights(runtime.engine)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await runtime.start()
    runtime.queue.attach(runtime)
    tasks = [asyncio.create_task(kept_up("queue", lambda: _run_queue(runtime)))]
    for feature in runtime.features:
        tasks += [asyncio.create_task(kept_up(name, _bound(run, runtime))) for name, run in feature.loops.items()]
    try:
        await stop.wait()
    finally:
        for task in tasks:
            task.cancel()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 3)
        await runtime.stop()


def _bound(run: Loop, runtime: Runtime) -> Callable[[], Awaitable[None]]:
    return lambda: run(runtime)


async def _run_queue(runtime: Runtime) -> None:
    await runtime.queue.app.run_worker_async(
        concurrency=runtime.settings.of(Place).job_concurrency,
        fetch_job_polling_interval=1,
        install_signal_handlers=False,
        update_heartbeat_interval=2,
        stalled_worker_timeout=8,
        shutdown_graceful_timeout=1.5,
    )


async def kept_up(name: str, run: Callable[[], Awaitable[None]], *, first_delay: float = FIRST_DELAY) -> None:
    """Run something that should never end; when it does, say so and begin again, later each time."""
    course = Course(first_delay)
    while True:
        began = time.monotonic()
        try:
            await run()
            if course.is_news("ended", time.monotonic() - began):
                log.warning("loop.ended", loop=name)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # whatever it was, it is logged, and reminders must go on
            if course.is_news(repr(error), time.monotonic() - began):
                log.exception("loop.failed", loop=name)
        await asyncio.sleep(course.delay)


@dataclass(slots=True)
class Course:
    """How a loop has fared: what it ended with last, and how long was waited then.

    Args:
        first_delay: Seconds after the first end; twice as long after each that follows.
        delay: Seconds to wait before it begins again.
    """

    first_delay: float = FIRST_DELAY
    reason: str = ""
    delay: float = 0.0

    def is_news(self, reason: str, ran: float) -> bool:
        """Note that it ended, and how long to wait now, never so long that a reminder suffers; and whether to tell of
        it: what ends alike hundreds of times an hour is told once.

        Args:
            ran: For so many seconds.
        """
        well = ran > HEALTHY_AFTER
        news = well or reason != self.reason
        self.reason = reason
        self.delay = self.first_delay if well or not self.delay else min(LONGEST_DELAY, 2 * self.delay)
        return news
