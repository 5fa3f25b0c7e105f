"""Whether this process can serve people: the database, its shape, the queue, and a worker behind it."""

import asyncio

import structlog
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Row, text
from sqlalchemy.exc import InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnection

from cairn.operations.schemas import Component, Readiness
from cairn.platform.runtime import Runtime
from cairn.platform.shape import newest_migration

log = structlog.get_logger()

PATIENCE_SECONDS = 3
SILENT_SECONDS = 15
"""After so long without a sign of life no worker counts as there; one gives a sign every two."""

_SHAPE = text("select version_num from alembic_version")
_QUEUE = text(
    "select count(*) filter (where status = 'todo' and coalesce(scheduled_at, now()) <= now()) as waiting,"
    " (select coalesce(max(last_heartbeat) > now() - make_interval(secs => :silent), false)"
    "  from procrastinate_workers) as worker from procrastinate_jobs where status = 'todo'"
)


async def check(runtime: Runtime) -> Readiness:
    """Ask everything that is needed, within three seconds."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), runtime.system() as work:
            shape = await work.session.scalar(_SHAPE)
            queue = (await work.session.execute(_QUEUE, {"silent": SILENT_SECONDS})).one()
    except ProgrammingError as error:
        if isinstance(error.orig, InsufficientPrivilege):
            log.warning("ready.right_missing", said=error.orig.diag.message_primary)
            refused = "It refuses cairn_system a right that Cairn needs; the log names it. Grant it again."
            components = [Component(name="database", ok=False, needed=True, detail=refused)]
            return Readiness(ready=False, components=components)
        # Tables or columns that are asked for aren't there.
        components = [Component(name="database", ok=True, needed=True), _shape(None)]
    except (OperationalError, InterfaceError, NoConnection, OSError, TimeoutError) as error:
        log.warning("ready.database_away", reason=type(error).__name__)
        away = "It doesn't answer. Look at its log, and at CAIRN_DATABASE_URL."
        components = [Component(name="database", ok=False, needed=True, detail=away)]
    else:
        components = _components(shape, queue)
    return Readiness(ready=all(one.ok or not one.needed for one in components), components=components)


def _components(shape: str | None, queue: Row[tuple[int, bool]]) -> list[Component]:
    worker = bool(queue.worker)
    return [
        Component(name="database", ok=True, needed=True),
        _shape(shape),
        Component(name="queue", ok=True, needed=True, detail=f"{queue.waiting} jobs wait." if queue.waiting else ""),
        Component(
            name="worker",
            ok=worker,
            needed=False,
            detail="" if worker else "None was seen lately, so reminders wait. Start one with `cairn worker`.",
        ),
    ]


def _shape(shape: str | None) -> Component:
    wanted = newest_migration()
    told = f"The database is at {shape or 'no migration'}, not {wanted}. Run `cairn migrate`."
    return Component(name="migrations", ok=shape == wanted, needed=True, detail="" if shape == wanted else told)
