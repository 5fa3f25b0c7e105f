"""A push service on loopback, allowed although it lies inside."""

from collections.abc import AsyncIterator

import pytest

from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.push.provider import PushCarrier
from cairn.push.settings import PushSettings
from cairn.push.webpush import WebPush
from tests.push.push_server import PushServer

__all__ = ["carrier_for"]


def carrier_for(runtime: Runtime, server: PushServer | None = None) -> WebPush:
    """A carrier that may reach a push service on loopback."""
    inside = (server.url,) if server else ()
    settings = PushSettings(_env_file=None, push_inside=inside, push_timeout_seconds=5)
    known = runtime.settings
    runtime.settings = Settings([settings, *(one for one in known.sections() if not isinstance(one, PushSettings))])
    try:
        return WebPush(runtime)
    finally:
        runtime.settings = known


@pytest.fixture
async def push_service(runtime: Runtime) -> AsyncIterator[PushServer]:
    """The push service that this runtime's carrier may reach."""
    with PushServer().running() as server:
        carrier = carrier_for(runtime, server)
        runtime.provide(PushCarrier, carrier)
        yield server
        await carrier.aclose()
        assert server.faults == []
