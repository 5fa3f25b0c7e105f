"""Cairn's own export of memory, written and read: `docs/memory-export.md` says what stands in it. Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from pydantic import ValidationError

from cairn.memory.imports.errors import BadRecord
from cairn.memory.imports.json_text import JsonText
from cairn.memory.imports.records import (
    ContradictionRecord,
    FactRecord,
    MemoryRecord,
    Record,
    TombstoneRecord,
    UpdateRecord,
)

FORMAT: Final = "cairn.memory"
VERSION: Final = 1

SECTIONS: Final[Mapping[str, type[Record]]] = {
    "memories": MemoryRecord,
    "facts": FactRecord,
    "tombstones": TombstoneRecord,
    "contradictions": ContradictionRecord,
    "updates": UpdateRecord,
}
"""What stands in the document, in this order: facts rest on memories, and the others on both."""

_SAFE: Final = "Nothing was imported."
_HEAD: Final = {"format", "version", "exported_at"}


class Writer:
    """Writes the document in parts, to be sent or saved one after the other: a record is a line.

    Sections come in the order of `SECTIONS`; those left out are written as empty.
    """

    def __init__(self) -> None:
        self._left = list(SECTIONS)
        self._open = False
        self._first = True

    def begin(self, exported_at: datetime) -> str:
        head = {"format": FORMAT, "version": VERSION, "exported_at": exported_at.isoformat()}
        return json.dumps(head, ensure_ascii=False)[:-1]

    def section(self, name: str) -> str:
        """Close the section before, and open this one."""
        parts = []
        while self._left:
            opened = self._left.pop(0)
            parts.append(f'{self._close()},\n"{opened}": [')
            self._open = self._first = True
            if opened == name:
                break
        return "".join(parts)

    def records(self, rows: Iterable[Mapping[str, Any]]) -> str:
        """Records of the open section."""
        lines = []
        for row in rows:
            known = {name: value for name, value in row.items() if value is not None}
            lines.append(("\n" if self._first else ",\n") + json.dumps(known, ensure_ascii=False, default=_plain))
            self._first = False
        return "".join(lines)

    def end(self) -> str:
        rest = self.section(self._left[-1]) if self._left else ""
        return f"{rest}{self._close()}\n}}\n"

    def _close(self) -> str:
        if not self._open:
            return ""
        return "]" if self._first else "\n]"


def written(exported_at: datetime, sections: Mapping[str, Iterable[Mapping[str, Any]]]) -> Iterator[str]:
    """The whole document, in parts."""
    writer = Writer()
    yield writer.begin(exported_at)
    for name in SECTIONS:
        yield writer.section(name)
        yield writer.records(sections.get(name, ()))
    yield writer.end()


def is_own(document: JsonText) -> bool:
    return document.is_object and document.member("format") == FORMAT


def records(document: JsonText) -> Iterator[Record]:
    """Every record, in the order of `SECTIONS`, however the document has them.

    Raises:
        BadRecord: it is of another version, has a field that isn't ours, or a value that can't be kept.
    """
    version = document.member("version")
    if version != VERSION or isinstance(version, bool):
        raise BadRecord(
            f"This Cairn reads version {VERSION} of its export, and this one says {_short(version)}. {_SAFE}"
        )
    unknown = sorted(set(document.members) - _HEAD - set(SECTIONS))
    if unknown:
        raise BadRecord(f"The export has a part that version {VERSION} doesn't know: {_short(unknown[0])}. {_SAFE}")
    for name, form in SECTIONS.items():
        if name in document.members and not document.is_array_at(name):
            raise BadRecord(f"{name} has to be a list. {_SAFE}")
        for number, value in enumerate(document.elements(name), 1):
            yield _checked(form, value, f"{name}, number {number}")


def _checked(form: type[Record], value: Any, place: str) -> Record:
    try:
        return form.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the record"
        message = first["msg"].removeprefix("Value error, ")
        raise BadRecord(f"{place}: {_short(field)}: {message}. {_SAFE}") from None


def _short(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:60]}…"


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
