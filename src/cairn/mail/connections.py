"""Connections to the mail server, kept open between letters: opening one costs more than sending one."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from aiosmtplib import SMTP, SMTPException

from cairn.mail.settings import MailSettings, Server

IDLE_SECONDS = 20


class Connections:
    """At most so many at once; the one used last is used next, and those left idle are closed."""

    def __init__(self, server: Server, settings: MailSettings) -> None:
        self._server = server
        self._settings = settings
        self._places = asyncio.Semaphore(settings.mail_connections)
        self._idle: list[tuple[SMTP, float]] = []

    @asynccontextmanager
    async def borrow(self) -> AsyncIterator[SMTP]:
        """A connection ready for a letter. One in whose use something failed isn't used again."""
        async with self._places:
            connection = self._take() or await self._open()
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            self._idle.append((connection, monotonic()))

    async def aclose(self) -> None:
        while self._idle:
            connection, _ = self._idle.pop()
            try:
                await connection.quit(timeout=1)
            except (SMTPException, OSError):
                connection.close()

    def _take(self) -> SMTP | None:
        oldest = monotonic() - IDLE_SECONDS
        while self._idle and self._idle[0][1] < oldest:
            self._idle.pop(0)[0].close()
        while self._idle:
            connection, _ = self._idle.pop()
            if connection.is_connected:
                return connection
        return None

    async def _open(self) -> SMTP:
        connection = SMTP(
            hostname=self._server.host,
            port=self._server.port,
            username=self._server.user,
            password=self._server.password,
            use_tls=self._server.encrypted,
            tls_context=None if self._settings.mail_check_certificate else _unchecked(),
            timeout=self._settings.mail_timeout_seconds,
        )
        await connection.connect()
        return connection


def _unchecked() -> ssl.SSLContext:
    """Encryption with a server whose certificate nobody here vouches for, as the person asked."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
