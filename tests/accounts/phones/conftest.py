"""A carrier on loopback for codes, and no number that was texted before."""

from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import text

from cairn.platform.runtime import Runtime
from cairn.sms.provider import SmsCarrier
from tests.sms.twilio_server import TwilioServer


@pytest.fixture
def twilio() -> Iterator[TwilioServer]:
    with TwilioServer().running() as server:
        yield server


@pytest.fixture(autouse=True)
async def _carrier(request: pytest.FixtureRequest, runtime: Runtime) -> AsyncIterator[None]:
    """The loopback account carries the texts of every test that asks for it."""
    if "twilio" not in request.fixturenames:
        yield
        return
    carrier = request.getfixturevalue("twilio").carrier()
    runtime.provide(SmsCarrier, carrier)
    yield
    await carrier.aclose()


@pytest.fixture(autouse=True)
async def _nobody_was_texted(runtime: Runtime) -> None:
    """Tests share their numbers, and a number's texts are counted whoever asked for them."""
    async with runtime.system() as work:
        await work.session.execute(text("delete from number_texts"))
