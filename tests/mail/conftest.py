"""A mail server for the tests of letters."""

from collections.abc import AsyncIterator

import pytest

from tests.mail import mail_server
from tests.mail.mail_server import MailServer


@pytest.fixture
async def carrier() -> AsyncIterator[MailServer]:
    async with mail_server.running() as server:
        yield server
