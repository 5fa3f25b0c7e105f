"""Notes in Markdown, in pieces that each say one thing. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from cairn.memory.imports.items import ME, Imported, Skipped, moment, said, storable
from cairn.memory.imports.pieces import pieces

PIECE: Final = 1_500
"""Characters that still are one thought: a few paragraphs."""

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD: Final = re.compile(r"(\w[\w -]*?)[ \t]*:[ \t]*(.*)")
_FRONT_LINE: Final = re.compile(r"\s*(?:$|#|-\s|[\w\"'][\w \"'-]*:|[ \t])")
_ENTRY: Final = re.compile(r"[ \t]*-[ \t]+(.*)")
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_BLANK: Final = re.compile(r"\n[^\S\n]*\n")
_DAY: Final = re.compile(r"(?<!\d)((?:19|20|21)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_TIMES: Final = ("date", "created", "created_at", "datetime")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Front:
    """What a note says of itself above its text."""

    at: datetime | None
    title: str
    tags: tuple[str, ...]


def items(path: str, data: bytes, zone: tzinfo) -> Iterator[Imported | Skipped]:
    """The pieces of one note, each numbered in it.

    Args:
        path: Its place in the folder; with the number it names a piece for ever.
        zone: Where it was written: a date in it or in its name is that day there.
    """
    place = unicodedata.normalize("NFC", path.replace("\\", "/"))
    text = _decoded(data)
    if text is None:
        yield Skipped(f"markdown:{place}")
        return
    front, body = _parted(text.replace("\r\n", "\n").replace("\r", "\n"), zone)
    at = front.at or _day_in(place, zone)
    parts = (piece for part in _pieces(_head(front, body), body) for piece in pieces(storable(part), PIECE))
    for number, part in enumerate(parts, 1):
        ref = f"markdown:{place}#{number}"
        yield from said(part, at=at, speaker=ME, conversation=f"markdown:{place}", ref=ref, kind="note")


def _decoded(data: bytes) -> str | None:
    """Text in UTF-8, in UTF-16 that says so, or as Windows wrote it before; `None` for what is no text."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ["utf-16"] if marked else ["utf-8-sig", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _CONTROLS.search(text) else text
    return None


def _parted(text: str, zone: tzinfo) -> tuple[Front, str]:
    """What stands above the text, and the text."""
    found = _FRONT.match(text)
    if found and not all(_FRONT_LINE.match(line) for line in found[1].split("\n")):
        found = None  # A rule drawn above the text, and another below it.
    fields = _fields(found[1]) if found else {}
    at = next((read for name in _TIMES for word in fields.get(name, [])[:1] if (read := moment(word, zone))), None)
    title = " ".join(fields.get("title", []))
    tags = tuple(tag.lstrip("#") for tag in fields.get("tags", []) if tag.strip("#"))
    return Front(at, title, tags), text[found.end() :] if found else text


def _fields(lines: str) -> dict[str, list[str]]:
    """The fields that matter here of what is mostly YAML: words, `[lists, of, words]` and lists line by line."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in lines.split("\n"):
        if found := _FIELD.fullmatch(line.rstrip()):
            name, value = found[1].lower(), found[2].strip()
            several = name == "tags" or value.startswith("[")
            words = re.split(r"[,\[\]]" if several else r"\n", value)
            fields[name] = [word for one in words if (word := one.strip().strip("\"'"))]
        elif name and (found := _ENTRY.fullmatch(line.rstrip())):
            fields[name].append(found[1].strip().strip("\"'"))
    return fields


def _head(front: Front, body: str) -> str:
    """What goes above the text: its tags, and its title unless the text begins with it anyway."""
    begins = body.lstrip("# \n").startswith(front.title)
    tags = " ".join(f"#{tag}" for tag in front.tags)
    return "\n\n".join(part for part in ("" if begins else front.title, tags) if part)


def _day_in(path: str, zone: tzinfo) -> datetime | None:
    found = _DAY.search(path.rsplit("/", 1)[-1])
    return moment("-".join(found.groups()), zone) if found else None


def _pieces(head: str, text: str) -> Iterator[str]:
    """Sections by their headings; a long one by its paragraphs, as many together as make a piece."""
    for section in _sections(text):
        gathered, head = head, ""
        for paragraph in _BLANK.split(section.strip("\n")):
            if gathered and len(gathered) + len(paragraph) + 2 > PIECE:
                yield gathered
                gathered = ""
            gathered = f"{gathered}\n\n{paragraph}" if gathered else paragraph
        yield gathered


def _sections(text: str) -> Iterator[str]:
    """Text from one heading to the next. A heading with nothing below it goes with the one that follows."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and (not fence or found[1] == fence):
            fence = "" if fence else found[1]
        if not fence and _HEADING.match(line) and any(one.strip() and not _HEADING.match(one) for one in lines):
            yield "\n".join(lines)
            lines = []
        lines.append(line)
    yield "\n".join(lines)
