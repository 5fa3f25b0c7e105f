"""What is brought in, the same whatever it comes from. Pure."""

import hashlib
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any, Literal

from cairn.memory.imports.pieces import pieces
from cairn.memory.schemas import EARLIEST, LATEST

ME = "me"
ASSISTANT = "assistant"

LONGEST_REF = 200
_MILLISECONDS_FROM = 10_000_000_000
"""A number of seconds that lies beyond the year 2200: such a one counts milliseconds."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Imported:
    """Something that was said or noted elsewhere.

    Args:
        text: The words, 1 to 10,000 characters.
        occurred_at: When; `None` if nobody knows, or it lies outside the years 1900 to 2200.
        speaker: `me`, or `assistant`.
        conversation: Names the thread, the same in every export of it.
        source_ref: Names this piece of it, the same in every export of it. At most 200 characters.
    """

    text: str
    occurred_at: datetime | None
    speaker: str
    conversation: str | None
    source_ref: str
    kind: Literal["episode", "note"] = "episode"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was to be read and could not be."""

    source_ref: str


def said(
    text: str,
    *,
    at: datetime | None,
    speaker: str,
    conversation: str | None,
    ref: str,
    kind: Literal["episode", "note"] = "episode",
) -> Iterator[Imported]:
    """One thing said, in numbered pieces if it is too long for one; nothing if there are no words in it."""
    parts = list(pieces(storable(text)))
    thread = named(conversation) if conversation else None
    for number, part in enumerate(parts, 1):
        source_ref = named(f"{ref}#{number}" if len(parts) > 1 else ref)
        yield Imported(part, at, speaker, thread, source_ref, kind)


def storable(text: str) -> str:
    """Text without the characters that PostgreSQL can't keep; a replacement sign stands in for each."""
    return _UNSTORABLE.sub("\ufffd", text)


def named(name: str) -> str:
    """A name as it is if it is short and can be kept, else its kind and a hash of it all."""
    if len(name) <= LONGEST_REF and not _UNSTORABLE.search(name):
        return name
    kind = name.partition(":")[0][:40]
    return f"{storable(kind)}:{hashed(name)}"


def hashed(*words: object) -> str:
    """A stable name for what has none of its own."""
    whole = "\x1f".join(str(word) for word in words)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def moment(value: Any, zone: tzinfo = UTC) -> datetime | None:
    """A time as exports write it: seconds or milliseconds since 1970, or ISO 8601.

    Args:
        zone: Where a time without a zone was written. A day without a time is its noon there.
    """
    try:
        found = _read(value, zone)
        return found.astimezone(UTC) if found and EARLIEST <= found <= LATEST else None
    except (ValueError, OverflowError, OSError):
        return None


def _read(value: Any, zone: tzinfo) -> datetime | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        seconds = value / 1000 if abs(value) >= _MILLISECONDS_FROM else value
        return datetime.fromtimestamp(seconds, UTC) if math.isfinite(seconds) and seconds else None
    if not isinstance(value, str):
        return None
    words = value.strip()
    if len(words) == len("2026-11-24"):
        return datetime.combine(date.fromisoformat(words), time(12), zone)
    found = datetime.fromisoformat(words.removesuffix(" UTC"))
    return found if found.tzinfo else found.replace(tzinfo=UTC if words.endswith(" UTC") else zone)
