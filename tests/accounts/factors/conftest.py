"""Ana, somebody who is signed in nowhere yet, and a mail server."""

from collections.abc import AsyncIterator

import pytest

from cairn.mail.provider import Mailer
from cairn.platform.runtime import Runtime
from tests.accounts.people import Somebody, somebody
from tests.conftest import ClientFor, NewPerson
from tests.mail import mail_server
from tests.mail.mail_server import MailServer, mailer_for


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for)


@pytest.fixture
async def carrier(runtime: Runtime) -> AsyncIterator[MailServer]:
    async with mail_server.running() as server:
        runtime.provide(Mailer, mailer_for(server, runtime.clock))
        yield server
