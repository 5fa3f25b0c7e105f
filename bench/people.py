"""What benchmarks that run in one process share: a runtime on a server of their own, and people in it."""

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from cairn.accounts import service as accounts
from cairn.accounts.schemas import Register
from cairn.app import assemble, migrate
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.platform.actor import Actor
from cairn.platform.clock import SystemClock
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings


@asynccontextmanager
async def embedded(server: EmbeddedPostgres, place: Path) -> AsyncIterator[Runtime]:
    """A runtime on the server's own database, migrated, with every setting as it comes."""
    urls = server.urls()
    migrate.upgrade(urls.owner)
    sections = sections_of(FEATURES)
    settings = Settings(Place(data=place / "data") if one is Place else one(_env_file=None) for one in sections)
    runtime = assemble.build(settings, server.secrets, urls, clock=SystemClock())
    await runtime.start()
    try:
        yield runtime
    finally:
        await runtime.stop()


async def person(runtime: Runtime, number: int) -> Actor:
    """A new person."""
    words = Register(email=f"bench{number}@example.org", password=secrets.token_hex(8), time_zone="Europe/Lisbon")
    user = await accounts.create(runtime, await accounts.checked(words))
    actor = await runtime.person(user.id)
    assert actor is not None
    return actor


def quantile(values: Sequence[float], q: float) -> float:
    """A value of the sample: the smallest that so many are not above."""
    return sorted(values)[min(len(values) - 1, int(len(values) * q))]
