"""`cairn when` and `cairn understand`: what words mean, line by line as JSON. Nothing is read or written elsewhere."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from cairn import when
from cairn.assistant import service as assistant
from cairn.platform.clock import SystemClock

Found = dict[str, Any]


def spoken(given: argparse.Namespace) -> int:
    """Read phrases (`when`) or sentences (`understand`) from standard input, one a line; print a JSON line for each."""
    read = {"when": time_of, "understand": meaning_of}[given.command]
    sys.stdout.writelines(_answers(sys.stdin, read, _said_at(given), given.language))
    return 0


def _answers(
    lines: Iterable[str], read: Callable[[str, datetime, str], Found], at: datetime, language: str
) -> Iterable[str]:
    for line in lines:
        text = line.rstrip("\r\n")
        yield (
            json.dumps({"text": text, **read(text, at, language)}, ensure_ascii=False, default=datetime.isoformat)
            + "\n"
        )
        sys.stdout.flush()  # whoever asks line by line waits for the answer


def time_of(text: str, at: datetime, language: str) -> Found:
    """The time that a phrase names; all fields are empty when it names none."""
    found = when.read(text, at, language=language) or next(iter(when.find(text, at, language=language)), None)
    if found is None:
        return {"moment": None, "end": None, "grain": None, "rrule": None, "sure": None}
    return {
        "moment": found.start,
        "end": found.end,
        "grain": str(found.grain),
        "rrule": found.rrule,
        "sure": found.sure,
    }


def meaning_of(text: str, at: datetime, language: str) -> Found:
    """All that a sentence means, as it would be done."""
    return {"found": [one.model_dump() for one in assistant.meaning_of(text, at, language)]}


def _said_at(given: argparse.Namespace) -> datetime:
    at: datetime = given.at or SystemClock().now()
    return at.astimezone(given.zone) if given.zone else at
