"""Texts made to keep a processor busy: four times the text takes about four times as long, never sixteen."""

from collections.abc import Callable
from datetime import datetime
from time import thread_time
from zoneinfo import ZoneInfo

import pytest

from cairn.memory.facts import clauses
from cairn.memory.facts.distil import distil
from cairn.memory.facts.questions import slot_of
from cairn.memory.facts.updates import judge
from cairn.memory.imports import markdown
from cairn.memory.pieces import pieces
from cairn.memory.ranking.dates import named_in, speaks_of_time
from cairn.memory.ranking.question import ask

SAID_AT = datetime(2026, 11, 25, 11, 40, tzinfo=ZoneInfo("Europe/Lisbon"))
LETTERS = 1_500
LEAST = 0.004
"""Seconds below which nothing is compared: there the clock's own steps show."""

RUNS = ["a", "I ", ",", ", ", '"', "'", "(", "[[]]", "``` ", ".", "?", ". ", " ", "\t"]
RUNS += ["\n", "- ", "1", "1 ", "1,", "10 mg ", "at 5pm ", "e\u0301"]
RUNS += ["and I ", "my sister Ana and ", "d'", "\u202e"]
RUNS += ["I pay 20. ", "I live in Porto. ", "We moved the meeting to Monday at 5. "]


def seconds(does: Callable[[str], object], text: str) -> float:
    """The processor's time."""
    began = thread_time()
    does(text)
    return thread_time() - began


def compared(text: str) -> object:
    """As two memories are that say other values of the same."""
    one, other = clauses.read.__wrapped__(text, "en"), clauses.read.__wrapped__(text.replace("20", "30"), "en")
    return judge(one, other, rarity=lambda _: 1.0)


READERS: dict[str, Callable[[str], object]] = {
    "facts": lambda text: distil(text, said_at=SAID_AT, language="en"),
    "facts in French": lambda text: distil(text, said_at=SAID_AT, language="fr"),
    "updates": compared,
    "questions": lambda text: (ask(text, ["Ana", "Rui"]), slot_of(text, "pt"), named_in(text), speaks_of_time(text)),
    "pieces": pieces,
    "notes": lambda text: list(markdown.items("a.md", text.encode(), SAID_AT.tzinfo or ZoneInfo("UTC"))),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("run", RUNS)
def test_reading_takes_no_longer_than_a_text_is_long(reader: str, run: str) -> None:
    does = READERS[reader]

    def made(letters: int) -> str:
        return f"I live in {run * (letters // len(run))}a"

    does(made(100))
    tries = ((seconds(does, made(LETTERS)), seconds(does, made(4 * LETTERS))) for _ in range(4))
    assert any(long < 9 * max(short, LEAST) for short, long in tries)
