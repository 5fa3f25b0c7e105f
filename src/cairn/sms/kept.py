"""Texts that nobody carries: written to the log, and kept in a folder. For development."""

import asyncio
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

import structlog

from cairn.sms import rules
from cairn.sms.errors import NoCarrier, NotTheCarrier, SmsNotTaken
from cairn.sms.schemas import Report, SentText, State, Text

log = structlog.get_logger()


class Folder:
    """Texts as files, each closed to others. The same text is there once, however often it is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def write(self, name: str, text: Text) -> None:
        body = json.dumps({"to": text.to, "text": text.body}, ensure_ascii=False)
        try:
            await asyncio.to_thread(self._write, name, body.encode())
        except OSError as error:
            raise SmsNotTaken(f"The folder of texts can't be written: {error.strerror}.") from error

    async def read(self, names: Sequence[str]) -> dict[str, tuple[str, str]]:
        return await asyncio.to_thread(self._read_all, list(names))

    async def remove(self, names: Sequence[str]) -> None:
        await asyncio.to_thread(self._remove_all, list(names))

    def _write(self, name: str, body: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Two processes may write the same text at once: each has its own draft, and either move is whole.
        draft = self.folder / f".{name}.{os.getpid()}.{id(body)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.folder / name)

    def _read_all(self, names: list[str]) -> dict[str, tuple[str, str]]:
        found = {}
        for name in names:
            path = self.folder / name
            if path.exists():
                content = json.loads(path.read_bytes())
                found[name] = (content["to"], content["text"])
        return found

    def _remove_all(self, names: list[str]) -> None:
        for name in names:
            (self.folder / name).unlink(missing_ok=True)


class LogCarrier:
    """Writes texts to the log, words and all: it was asked for by `CAIRN_SMS_PROVIDER=log`."""

    ready = True
    outside = False

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    async def send(self, text: Text, text_id: UUID) -> SentText:
        rules.sendable(text)
        name = rules.file_name(str(text.user_id), text.key)
        await self._folder.write(name, text)
        log.info("sms.kept", to=rules.masked(text.to), text=text.body)
        return SentText(name, State.SENT, kept=True)

    def report(self, text_id: str, fields: Mapping[str, Sequence[str]], signature: str) -> Report | None:
        raise NotTheCarrier


class NoneSet:
    """What stands there while no carrier is set."""

    ready = False
    outside = False

    async def send(self, text: Text, text_id: UUID) -> SentText:
        raise NoCarrier

    def report(self, text_id: str, fields: Mapping[str, Sequence[str]], signature: str) -> Report | None:
        raise NotTheCarrier
