"""Zip files from anywhere, opened without believing what they say of themselves. Pure."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cairn.memory.imports.errors import BrokenArchive, UnpacksTooLarge

MOST_ENTRIES: Final = 50_000
MOST_BYTES: Final = 256 * 1024 * 1024
MOST_RATIO: Final = 200
"""How many times its packed size an entry may be. Chats in JSON reach 20; a bomb begins at 1,000."""

RATIO_FROM: Final = 1024 * 1024
"""A small entry may repeat itself as it likes."""

_ENTRY: Final = b"PK\x01\x02"
"""Begins each entry in a zip file's list."""

# A RuntimeError is how zipfile says that a password is needed, or a way of packing that it doesn't know.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
)
_CHUNK: Final = 1024 * 1024
_JSON: Final = (".json",)
_MARKDOWN: Final = (".md", ".markdown")
_ARCHIVES: Final = (".zip", ".7z", ".rar", ".gz", ".tgz", ".tar")


def is_zip(data: bytes) -> bool:
    """Whether bytes begin as a zip file does, one with nothing in it included."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an archive is taken.

    Args:
        entries: Files and folders in it.
        unpacked: Bytes of all that is read from it.
        ratio: Times its packed size, for an entry of more than a megabyte.
    """

    entries: int = MOST_ENTRIES
    unpacked: int = MOST_BYTES
    ratio: int = MOST_RATIO


class Archive:
    """A zip file. Pictures and whatever else nobody asks for stay packed; archives in it are not opened.

    Raises:
        BrokenArchive: it can't be unpacked.
        UnpacksTooLarge: it holds more than the limits allow. Counted while unpacking, whatever it announced.
    """

    def __init__(self, data: bytes, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        # Counted in the bytes: the list itself would already be too much.
        if data.count(_ENTRY) > self._limits.entries:
            raise UnpacksTooLarge
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise BrokenArchive from error
        self._entries = [entry for entry in self._zip.infolist() if not entry.is_dir() and not _hidden(entry.filename)]

    def holds_archives(self) -> bool:
        return any(entry.filename.lower().endswith(_ARCHIVES) for entry in self._entries)

    def json_files(self) -> Iterator[tuple[str, bytes]]:
        yield from self._read(_JSON)

    def markdown_files(self) -> Iterator[tuple[str, bytes]]:
        yield from self._read(_MARKDOWN)

    def _read(self, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        left = self._limits.unpacked
        for entry in self._entries:
            if entry.filename.lower().endswith(endings):
                content = self._unpacked(entry, left)
                left -= len(content)
                yield entry.filename, content

    def _unpacked(self, entry: zipfile.ZipInfo, left: int) -> bytes:
        most = min(left, max(entry.compress_size * self._limits.ratio, RATIO_FROM))
        if entry.file_size > most:
            raise UnpacksTooLarge
        content = bytearray()
        try:
            with self._zip.open(entry) as packed:
                while chunk := packed.read(_CHUNK):
                    content += chunk
                    if len(content) > most:
                        raise UnpacksTooLarge
        except _BROKEN as error:
            raise BrokenArchive from error
        return bytes(content)


def _hidden(name: str) -> bool:
    """What programs keep for themselves: `.obsidian/`, `__MACOSX/`, `.trash/`."""
    return any(
        (part.startswith(".") and part != ".") or part == "__MACOSX" for part in name.replace("\\", "/").split("/")
    )
