"""How entries are written into a table."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from cairn.audit.schemas import EntryOut, Format

COLUMNS = (
    "at",
    "action",
    "says",
    "outcome",
    "times",
    "user_id",
    "actor_id",
    "credential",
    "credential_id",
    "subject_kind",
    "subject_id",
    "address",
    "agent",
    "request_id",
    "detail",
    "changes",
    "id",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def header(form: Format) -> str:
    """What stands before all entries."""
    return _lines([COLUMNS]) if form is Format.CSV else ""


def table(entries: Iterable[EntryOut], form: Format) -> str:
    """Entries as lines, of a table or of JSON objects."""
    if form is Format.JSONL:
        return "".join(f"{entry.model_dump_json()}\n" for entry in entries)
    return _lines([_row(entry) for entry in entries])


def defused(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(entry: EntryOut) -> list[str]:
    told = entry.model_dump(mode="json")
    return [defused(_cell(told[column])) for column in COLUMNS]


def _cell(value: object) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if isinstance(value, dict) else str(value)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    told = io.StringIO()
    csv.writer(told).writerows(rows)
    return told.getvalue()
