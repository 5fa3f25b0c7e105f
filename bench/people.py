"""What benchmarks that run in one process share: a runtime on a server of their own, and people in it."""

import asyncio
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from cairn.accounts import service as accounts
from cairn.accounts.schemas import Register
from cairn.app import assemble, migrate
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.memory import making, service
from cairn.memory.facts import learning
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from cairn.platform.clock import SystemClock
from cairn.platform.place import Place
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings

AT_ONCE = 500
"""Memories in one batch; the route takes 1,000."""


def on_a_server(measure: Callable[[Runtime, EmbeddedPostgres], Awaitable[None]]) -> None:
    """Measure something on a server that lives as long as that takes."""
    place = Path(tempfile.mkdtemp(prefix="cairn-bench-"))
    place.chmod(0o755)  # the server's own system user must get through

    async def measured(server: EmbeddedPostgres) -> None:
        async with embedded(server, place) as runtime:
            await measure(runtime, server)

    try:
        with EmbeddedPostgres(place / "data") as server:
            asyncio.run(measured(server))
    finally:
        shutil.rmtree(place, ignore_errors=True)


@asynccontextmanager
async def embedded(server: EmbeddedPostgres, place: Path) -> AsyncIterator[Runtime]:
    """A runtime on the server's own database, migrated, with every setting as it comes but limits, which are off."""
    urls = server.urls()
    migrate.upgrade(urls.owner)
    sections = sections_of(FEATURES)
    own = {Place: Place(data=place / "data"), Protection: Protection(rate_limits="off", _env_file=None)}
    settings = Settings(own.get(one) or one(_env_file=None) for one in sections)
    runtime = assemble.build(settings, server.secrets, urls, clock=SystemClock())
    await runtime.start()
    try:
        yield runtime
    finally:
        await runtime.stop()


async def person(runtime: Runtime, number: int, language: str = "en") -> Actor:
    """A new person."""
    words = Register(
        email=f"bench{number}@example.org",
        password=secrets.token_hex(8),
        time_zone="Europe/Lisbon",
        locale=language,
    )
    user = await accounts.create(runtime, await accounts.checked(words))
    actor = await runtime.person(user.id)
    assert actor is not None
    return actor


async def remember(actor: Actor, items: Sequence[NewMemory]) -> None:
    """Keep memories as an import does, batch by batch."""
    for start in range(0, len(items), AT_ONCE):
        async with actor.work() as work:
            await service.remember_all(work, items[start : start + AT_ONCE])


async def run_jobs(actor: Actor) -> None:
    """All that is made of memories behind the scenes, to the end."""
    for make in (making.vectors, making.tokens, learning.learn):
        while await make(actor):
            pass


def quantile(values: Sequence[float], q: float) -> float:
    """A value of the sample: the smallest that so many are not above."""
    return sorted(values)[min(len(values) - 1, int(len(values) * q))]
