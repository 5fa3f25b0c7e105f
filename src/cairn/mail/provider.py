"""Who takes letters: a mail server, or a folder that stands in for one."""

from collections.abc import Sequence
from typing import Protocol

from cairn.mail.schemas import Letter, SentMail


class Mailer(Protocol):
    """Takes letters on their way."""

    @property
    def outside(self) -> bool:
        """Whether letters leave this machine."""
        ...

    async def send(self, letter: Letter) -> SentMail:
        """Hand a letter over.

        Raises:
            BadLetter: it can't be written.
            MailRefused: refused for good.
            MailNotTaken: not now; nothing was handed over.
            MailUnanswered: handed over, and the answer was lost.
        """
        ...


class Letterbox(Protocol):
    """Keeps letters while there is no mail server."""

    async def read(self, message_ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        """To, subject and text of those letters that are still there."""
        ...

    async def remove(self, message_ids: Sequence[str]) -> None: ...

    async def remove_to(self, address: str) -> None:
        """Remove every letter to an address, whoever's it was."""
        ...
