"""`cairn when` and `cairn understand`: what words mean, line by line as JSON. Nothing is read or written elsewhere."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from cairn import when
from cairn.assistant import grammar
from cairn.assistant.grammar import Done, Help, Intent, Later, ListToday, Next, UndoLast
from cairn.platform.clock import SystemClock

Found = dict[str, Any]

_COMMANDS = {UndoLast: "undo", Help: "help", Next: "next", ListToday: "today"}


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
        yield json.dumps({"text": text, **read(text, at, language)}, ensure_ascii=False) + "\n"
        sys.stdout.flush()  # whoever asks line by line waits for the answer


def time_of(text: str, at: datetime, language: str) -> Found:
    """The time that a phrase names; all fields are empty when it names none."""
    found = when.read(text, at, language=language) or next(iter(when.find(text, at, language=language)), None)
    if found is None:
        return {"moment": None, "end": None, "grain": None, "rrule": None, "sure": None}
    return {
        "moment": found.start.isoformat(),
        "end": _iso(found.end),
        "grain": str(found.grain),
        "rrule": found.rrule,
        "sure": found.sure,
    }


def meaning_of(text: str, at: datetime, language: str) -> Found:
    """All that a sentence means, as it would be done."""
    alone = grammar.time_alone(text, at, language)
    if alone is not None and alone.corrects:
        return {"found": [_one("command", command="correct", moment=alone.moment.start, end=alone.moment.end)]}
    return {"found": [_told(intent, at) for intent in grammar.understand(text, at, language)]}


def _told(intent: Intent, at: datetime) -> Found:
    match intent:
        case grammar.Remind():
            kind = "reminder" if intent.end is None else "event"
            return _one(kind, intent.title, intent.when, intent.end, intent.rrule)
        case grammar.AddTask():
            return _one("task", intent.title, intent.due)
        case grammar.Note():
            return _one("memory" if intent.asked else "note", intent.text)
        case grammar.Thought():
            return _one("note", intent.text)
        case grammar.Recall():
            return _one("recall", intent.topic or intent.question, intent.since, intent.until)
        case grammar.AboutMe():
            return _one("recall")
        case grammar.Ask():
            return _one("ask", intent.question)
        case grammar.PastTime():
            return _one("ask", intent.title, intent.when)
        case grammar.Courtesy():
            return _one("note")
        case _:
            return _command(intent, at)


def _command(intent: Done | Later | Next | ListToday | UndoLast | Help, at: datetime) -> Found:
    match intent:
        case grammar.Later():
            return _one("command", intent.words, intent.until, command=_later(intent.until - at))
        case grammar.Done():
            return _one("command", intent.words, command="done")
        case _:
            return _one("command", command=_COMMANDS[type(intent)])


def _later(wait: timedelta) -> str:
    minutes = wait / timedelta(minutes=1)
    return f"snooze {minutes:.0f}" if minutes < 60 and minutes == int(minutes) else "later"


def _one(
    kind: str,
    title: str = "",
    moment: datetime | None = None,
    end: datetime | None = None,
    rrule: str | None = None,
    command: str | None = None,
) -> Found:
    return {
        "kind": kind,
        "title": title,
        "moment": _iso(moment),
        "end": _iso(end),
        "rrule": rrule,
        "command": command,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _said_at(given: argparse.Namespace) -> datetime:
    at: datetime = given.at or SystemClock().now()
    return at.astimezone(given.zone) if given.zone else at
