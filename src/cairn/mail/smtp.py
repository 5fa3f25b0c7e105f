"""Letters by SMTP, with what became of each told apart: taken, refused, not taken yet, or unknown."""

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from cairn.mail import rules
from cairn.mail.connections import Connections
from cairn.mail.errors import MailNotTaken, MailRefused, MailUnanswered
from cairn.mail.schemas import Letter, SentMail
from cairn.mail.settings import MailSettings, Server
from cairn.platform.clock import Clock
from cairn.platform.transactions import outside

LONGEST_ANSWER = 300


class SmtpMailer:
    """A mail server."""

    outside = True

    def __init__(self, url: str, settings: MailSettings, clock: Clock) -> None:
        self._sender = settings.sender
        self._clock = clock
        self._connections = Connections(Server(url), settings)

    async def send(self, letter: Letter) -> SentMail:
        outside()
        message = rules.written(letter, self._sender, self._clock.now())
        message_id = rules.full_message_id(letter, self._sender)
        body = message.as_bytes()
        welcome = False
        handing_over = False
        try:
            async with self._connections.borrow() as server:
                options, encoding = self._spoken(server, letter)
                await server.mail(self._sender.addr_spec, options=options, encoding=encoding)
                welcome = True
                await server.rcpt(letter.to, encoding=encoding)
                handing_over = True
                response = await server.data(body)
        except SMTPResponseException as error:
            # A password or a sender that is refused can be set right; a letter that is refused can't.
            if error.code >= 500 and welcome:
                raise MailRefused(f"The mail server refused it: {_told(error)}") from error
            raise MailNotTaken(f"The mail server won't take it now: {_told(error)}") from error
        except (SMTPException, OSError) as error:
            if handing_over:
                raise MailUnanswered from error
            raise MailNotTaken(f"The mail server can't be reached ({type(error).__name__}).") from error
        return SentMail(message_id, f"{response.code} {response.message}"[:LONGEST_ANSWER])

    async def aclose(self) -> None:
        await self._connections.aclose()

    @staticmethod
    def _spoken(server: SMTP, letter: Letter) -> tuple[list[str], str]:
        """How the envelope is written: plain, or as RFC 6531 has it for an address outside of ASCII."""
        if letter.to.isascii():
            return [], "ascii"
        if not server.supports_extension("smtputf8"):
            raise MailRefused("The mail server can't take an address with such letters in it.")
        return ["SMTPUTF8"], "utf-8"


def _told(error: SMTPResponseException) -> str:
    """The server's words on one line, safe to show."""
    words = " ".join(f"{error.code} {error.message}".split())
    return "".join(c for c in words if c.isprintable())[:LONGEST_ANSWER]
