"""What a file is, told by what stands in it, and what was said in it. Pure."""

from collections.abc import Iterator
from datetime import UTC, tzinfo
from itertools import chain, islice
from typing import Any, Literal

from cairn.memory.imports import chatgpt, claude, markdown, mem0, own
from cairn.memory.imports.archive import Archive, Limits, is_zip
from cairn.memory.imports.errors import NotAnExport, Unreadable
from cairn.memory.imports.items import Imported, Skipped
from cairn.memory.imports.json_text import JsonText
from cairn.memory.imports.records import Record

Format = Literal["chatgpt", "claude", "mem0", "markdown", "cairn"]

Read = Imported | Skipped | Record
"""One thing out of a file: something said, something that couldn't be read, or a record of our own export."""

_READABLE = (
    "Cairn reads the exports of ChatGPT, Claude, mem0 and its own, as JSON or in a zip file, and zipped Markdown."
)
_PACKED_TWICE = "There are packed files inside it: unpack it, then send the one that you mean."

_TRIED = 20
"""Elements of a list that are looked at to tell what it is a list of."""


def read(data: bytes, zone: tzinfo = UTC, limits: Limits | None = None) -> Iterator[tuple[Format, Read]]:
    """Everything in a file, in its order. The same bytes give the same again, so they can be checked first.

    Args:
        zone: Where a day or a time without a zone was written.

    Raises:
        NotAnExport, Unreadable, BrokenArchive, UnpacksTooLarge, BadRecord: it can't be read to its end.
    """
    if is_zip(data):
        yield from _unpacked(Archive(data, limits), zone)
        return
    document = JsonText(data) if data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] in (b"[", b"{") else None
    format_ = _format(document) if document else None
    if document is None or format_ is None:
        raise NotAnExport(f"{NotAnExport.title()} {_READABLE}")
    yield from _items(document, format_, zone)


def _unpacked(archive: Archive, zone: tzinfo) -> Iterator[tuple[Format, Read]]:
    """Every JSON file that is an export; if there is none, the notes."""
    found = False
    for _, content in archive.json_files():
        document, format_ = _looked_at(content)
        if document and format_:
            found = True
            yield from _items(document, format_, zone)
    if found:
        return
    for path, content in archive.markdown_files():
        found = True
        for item in markdown.items(path, content, zone):
            yield "markdown", item
    if not found:
        raise NotAnExport(f"{NotAnExport.title()} {_PACKED_TWICE if archive.holds_archives() else _READABLE}")


def _looked_at(content: bytes) -> tuple[JsonText | None, Format | None]:
    """A JSON file of an archive and what it is. Settings and lists that are no export, broken or not, are let be."""
    try:
        document = JsonText(content)
        return document, _format(document)
    except Unreadable:
        return None, None


def _format(document: JsonText) -> Format | None:
    if own.is_own(document):
        return "cairn"
    for value in islice(_values(document), _TRIED):
        if chatgpt.is_conversation(value):
            return "chatgpt"
        if claude.is_conversation(value):
            return "claude"
        if mem0.is_memory(value):
            return "mem0"
    return None


def _values(document: JsonText) -> Iterator[Any]:
    """What a document lists: its elements, mem0's `results`, or itself, if somebody saved one conversation alone."""
    if document.is_array:
        return document.elements()
    if "mapping" in document.members or "chat_messages" in document.members:
        return iter([document.whole()])
    return chain(document.elements("results"), document.elements("memories"))


def _items(document: JsonText, format_: Format, zone: tzinfo) -> Iterator[tuple[Format, Read]]:
    if format_ == "cairn":
        for record in own.records(document):
            yield format_, record
        return
    for number, value in enumerate(_values(document), 1):
        for item in _of(format_, value, number, zone):
            yield format_, item


def _of(format_: Format, value: Any, number: int, zone: tzinfo) -> Iterator[Imported | Skipped]:
    if format_ == "chatgpt" and chatgpt.is_conversation(value):
        return chatgpt.items(value)
    if format_ == "claude" and claude.is_conversation(value):
        return claude.items(value)
    if format_ == "mem0" and mem0.is_memory(value):
        return mem0.items(value, zone)
    return iter([Skipped(f"{format_}:{number}")])
