"""Letters of the mail folder, as their addressees read them; and a carrier that says it leaves the machine."""

import re
from collections.abc import Callable, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from cairn.mail.provider import Mailer
from cairn.mail.schemas import Letter, SentMail
from cairn.platform.runtime import Runtime

Letters = Callable[[str], Sequence[EmailMessage]]


def letters_in(folder: Path) -> Letters:
    """The letters to an address, in the order they were written."""

    def find(address: str) -> Sequence[EmailMessage]:
        files = sorted((folder / "new").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        found = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
        return [one for one in found if one["To"] == address]

    return find


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    found: str = body.get_content()
    return found


def secret_in(letter: EmailMessage, page: str) -> str:
    """The secret of the link to a page of the configured place."""
    found = re.search(rf"http://localhost:8000/{page}#(\S+)", text_of(letter))
    assert found, text_of(letter)
    return found[1]


class Post:
    """A mail server that keeps what it takes in the mail folder; to everybody else it is outside."""

    outside = True

    def __init__(self, folder: Mailer) -> None:
        self._folder = folder

    async def send(self, letter: Letter) -> SentMail:
        sent = await self._folder.send(letter)
        return SentMail(sent.message_id, "taken")


def with_mail(runtime: Runtime) -> None:
    """From here on registration, resend and reset work as where a mail server is set."""
    runtime.provide(Mailer, Post(runtime.provider(Mailer)))
