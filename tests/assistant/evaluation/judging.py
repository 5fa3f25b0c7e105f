"""The cases by which answering is judged, and whether an answer holds up. Pure."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

CASES = Path(__file__).with_name("cases.jsonl")


class Move(BaseModel):
    """What the scripted model answers to one request."""

    model_config = ConfigDict(extra="forbid")

    text: str = ""
    calls: list[tuple[str, dict[str, Any]]] = []
    status: int = 200


class Case(BaseModel):
    """What is said, and what must be true afterwards.

    Args:
        before: What was said before; the grammar answers it.
        script: What a scripted model answers, one move for each request; the last again and again.
        receipts: Kinds of everything that was changed, and nothing else.
        proposals: Tools that wait for a yes.
        must: What the reply says.
        must_not: What neither the reply nor any word shown before it says.
        reminders: How many are booked afterwards, if it matters; `tasks` likewise.
        asked: How many requests the model got.
        used_up: The person's day was used up before.
        scripted: It is about what a model does wrong: only a scripted one can be made to.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    group: str
    language: Literal["en", "es", "fr", "pt"]
    say: str
    before: list[str] = []
    script: list[Move] = []
    receipts: list[str] = []
    proposals: list[str] = []
    must: list[str] = []
    must_not: list[str] = []
    reminders: int | None = None
    tasks: int | None = None
    asked: int | None = None
    used_up: bool = False
    scripted: bool = False


class Happened(BaseModel):
    """What came of it."""

    reply: str = ""
    shown: str = ""
    receipts: list[str] = []
    proposals: list[str] = []
    reminders: int = 0
    tasks: int = 0
    asked: int = 0


def cases() -> list[Case]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [Case.model_validate(json.loads(line)) for line in lines]


def judge(case: Case, happened: Happened, *, real: bool = False) -> list[str]:
    """What doesn't hold.

    Args:
        real: A real model answered: it may go its own ways to the same end, and need not want what it may not do.
    """
    wrong = _differs("receipts", sorted(case.receipts), sorted(happened.receipts))
    wrong += [f"says {words!r}" for words in case.must_not if words in happened.reply + happened.shown]
    wrong += [f"doesn't say {words!r}" for words in case.must if words not in happened.reply]
    for name in ("reminders", "tasks"):
        if getattr(case, name) is not None:
            wrong += _differs(name, getattr(case, name), getattr(happened, name))
    if not real:
        wrong += _differs("proposals", sorted(case.proposals), sorted(happened.proposals))
        wrong += _differs("asked", case.asked, happened.asked) if case.asked is not None else []
    return wrong


def _differs(what: str, wanted: object, found: object) -> list[str]:
    return [] if wanted == found else [f"{what}: {found} instead of {wanted}"]


def table(results: Sequence[tuple[Case, Sequence[str]]]) -> str:
    """A line for each group, then each case that doesn't hold, with what is wrong."""
    lines = [f"{'group':<12}{'cases':>6}{'hold':>6}"]
    for group in dict.fromkeys(case.group for case, _ in results):
        of = [wrong for case, wrong in results if case.group == group]
        lines.append(f"{group:<12}{len(of):>6}{sum(not wrong for wrong in of):>6}")
    lines.append(f"{'all':<12}{len(results):>6}{sum(not wrong for _, wrong in results):>6}")
    return "\n".join([*lines, *(f"- {case.id}: {'; '.join(wrong)}" for case, wrong in results if wrong)])
