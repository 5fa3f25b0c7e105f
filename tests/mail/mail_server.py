"""A real mail server on loopback, which does what a test tells it to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Literal, cast

from aiosmtpd.smtp import SMTP, Envelope, Session

from cairn.mail.settings import MailSettings
from cairn.mail.smtp import SmtpMailer
from cairn.platform.clock import Clock

Answer = str | Literal["cut"]
"""What is said to a letter; `cut` closes the connection once the letter is there, without a word."""


class MailServer:
    """Takes letters; what it says to the next ones can be set beforehand."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.answers: list[Answer] = []
        self.to_senders: list[str] = []
        self.connections = 0
        self.port = 0

    async def handle_MAIL(  # noqa: N802  # aiosmtpd's own name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to_senders:
            return self.to_senders.pop(0)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 2.0.0 kept as 1"
        if answer == "cut" or answer.startswith("2"):
            content = cast(bytes, envelope.content)
            self.letters.append(message_from_bytes(content, policy=default))
        if answer == "cut":
            cast(asyncio.Transport, server.transport).abort()
        return answer

    def session(self) -> SMTP:
        self.connections += 1
        return SMTP(self, enable_SMTPUTF8=True, hostname="mail.test")


@asynccontextmanager
async def running() -> AsyncIterator[MailServer]:
    server = MailServer()
    listening = await asyncio.get_running_loop().create_server(server.session, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


def mailer_for(server: MailServer, clock: Clock) -> SmtpMailer:
    settings = MailSettings(_env_file=None, mail_timeout_seconds=5)
    return SmtpMailer(f"smtp://127.0.0.1:{server.port}", settings, clock)
