"""A carrier for the tests of texts."""

from collections.abc import AsyncIterator, Iterator

import pytest

from cairn.platform.runtime import Runtime
from cairn.sms.provider import SmsCarrier
from cairn.sms.twilio import Twilio
from tests.sms.twilio_server import TwilioServer


@pytest.fixture
def twilio() -> Iterator[TwilioServer]:
    with TwilioServer().running() as server:
        yield server


@pytest.fixture
async def carrier(twilio: TwilioServer, runtime: Runtime) -> AsyncIterator[Twilio]:
    """The loopback account as this runtime's carrier."""
    carrier = twilio.carrier()
    runtime.provide(SmsCarrier, carrier)
    yield carrier
    await carrier.aclose()
