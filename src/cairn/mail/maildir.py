"""Letters in a Maildir: each written whole under `tmp`, then moved to `new` in one step."""

import asyncio
import os
from collections.abc import Sequence
from email import message_from_bytes
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import Path

from cairn.mail import rules
from cairn.mail.errors import MailNotTaken
from cairn.mail.schemas import Letter, SentMail
from cairn.mail.settings import MailSettings
from cairn.platform.clock import Clock


class Maildir:
    """A Maildir that any mail program opens. The same letter is there once, however often it is sent."""

    outside = False

    def __init__(self, folder: Path, settings: MailSettings, clock: Clock) -> None:
        self.folder = folder
        self._sender = settings.sender
        self._clock = clock

    async def send(self, letter: Letter) -> SentMail:
        message = rules.written(letter, self._sender, self._clock.now())
        message_id = rules.full_message_id(letter, self._sender)
        try:
            await asyncio.to_thread(self._write, rules.file_name(message_id), message.as_bytes())
        except OSError as error:
            raise MailNotTaken(f"The mail folder can't be written: {error.strerror}.") from error
        return SentMail(message_id, "kept in the mail folder", kept=True)

    async def read(self, message_ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
        return await asyncio.to_thread(self._read_all, list(message_ids))

    async def remove(self, message_ids: Sequence[str]) -> None:
        await asyncio.to_thread(self._remove_all, list(message_ids))

    async def remove_to(self, address: str) -> None:
        await asyncio.to_thread(self._remove_to, address.lower())

    def _write(self, name: str, body: bytes) -> None:
        for place in ("tmp", "new", "cur"):
            (self.folder / place).mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._find(name) is not None:
            return
        # Two processes may write the same letter at once: each has its own draft, and either move is whole.
        draft = self.folder / "tmp" / f"{name}.{os.getpid()}.{id(body)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / "new" / name)

    def _find(self, name: str) -> Path | None:
        """An unopened letter lies in `new`; a mail program moves it to `cur` and adds marks to its name."""
        fresh = self.folder / "new" / name
        if fresh.exists():
            return fresh
        return next((self.folder / "cur").glob(f"{name}*"), None)

    def _read_all(self, message_ids: list[str]) -> dict[str, tuple[str, str, str]]:
        found = {}
        for message_id in message_ids:
            path = self._find(rules.file_name(message_id))
            if path is None:
                continue
            message = message_from_bytes(path.read_bytes(), policy=default)
            body = message.get_body(("plain",))
            text = body.get_content() if body is not None else ""
            found[message_id] = (str(message["To"]), str(message["Subject"]), text)
        return found

    def _remove_to(self, address: str) -> None:
        for path in (*self.folder.glob("new/*"), *self.folder.glob("cur/*")):
            try:
                with path.open("rb") as file:
                    head = BytesHeaderParser(policy=default).parse(file)
            except FileNotFoundError:  # a mail program moved it, or somebody else removed it
                continue
            if str(head["To"]).lower() == address:
                path.unlink(missing_ok=True)

    def _remove_all(self, message_ids: list[str]) -> None:
        for message_id in message_ids:
            path = self._find(rules.file_name(message_id))
            if path is not None:
                path.unlink(missing_ok=True)
