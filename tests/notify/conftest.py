"""A mail server that the runtime delivers to."""

from collections.abc import AsyncIterator

import pytest

from cairn.mail.provider import Mailer
from cairn.platform.runtime import Runtime
from tests.mail import mail_server
from tests.mail.mail_server import MailServer, mailer_for


@pytest.fixture
async def carrier(runtime: Runtime) -> AsyncIterator[MailServer]:
    async with mail_server.running() as server:
        runtime.provide(Mailer, mailer_for(server, runtime.clock))
        yield server
