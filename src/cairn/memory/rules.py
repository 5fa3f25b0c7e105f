"""How much a memory matters beside the question, and when it is no answer to it. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel

from cairn.memory.ranking.order import RULES, Placed

IMPORTANCE = {"note": 0.7, "episode": 0.5, "thought": 0.5, "question": 0.2}
"""How much a memory of each kind matters when nothing else says so, 0 to 1."""

LIKE = 0.35
"""A cosine from which a statement is about a question, for all-MiniLM-L6-v2: questions about things that were never
said stay below 0.3 with everything, those about something said lie above it in nine of ten cases."""

NEAR = 0.28
"""A cosine from which they may be, if words say so too."""

COVERED = 0.5
"""How much of the question's weight in words a memory has, to be about it without likeness in meaning."""


FINER = {"importance": 0.15, "recency": 0.1, "confidence": 0.2, "pinned": 0.3}
"""What settles between memories that speak to a question equally well, in the unit of the order: a standard deviation
of what was looked at. Small, since a trifle that answers is worth more than something grave that doesn't."""

RECENT = timedelta(days=180)
"""After which having been said lately counts half."""


class Evidence(BaseModel):
    """What speaks for a memory.

    Args:
        words: Words of the question that it has, as they were asked.
        coverage: The share of the question's words it has, 0 to 1, rare words weighing more.
        likeness: The cosine of the two meanings; absent while the memory has no vector.
        parts: What each sign adds to the order: `words`, `meaning` and `tokens` together as `base`, then
            `conversation`, `answer`, `speaker`, `date`, `time`, and the finer `importance`, `recency`, `confidence`,
            `pinned`. Those that add nothing are left out. `fact` says how sure the fact is that was asked for and that
            it tells; then it stands first.
    """

    words: list[str]
    coverage: float
    likeness: float | None
    parts: dict[str, float] = {}


NOTHING = Evidence(words=[], coverage=0, likeness=None)
"""Of what neither words nor meaning found."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A memory's place in the order, the higher `total` the better."""

    memory_id: UUID
    total: float
    evidence: Evidence

    @property
    def score(self) -> float:
        """The total between 0 and 1."""
        return round(1 / (1 + math.exp(-max(min(self.total, 30), -30) / 2)), 4)


@dataclass(frozen=True, slots=True)
class Finer:
    """What a memory has beside the question."""

    importance: float = 0.0
    recency: float = 0.0
    confidence: float = 0.0
    pinned: float = 0.0

    @property
    def total(self) -> float:
        return self.importance + self.recency + self.confidence + self.pinned


def finer(
    *, importance: float = 0.5, confidence: float = 1, age: timedelta = timedelta(0), pinned: bool = False
) -> Finer:
    """What settles between memories that answer equally well.

    Args:
        age: Since when it was said.
    """
    return Finer(
        importance=FINER["importance"] * (importance - 0.5),
        recency=FINER["recency"] * 0.5 ** (max(age, timedelta(0)) / RECENT),
        confidence=FINER["confidence"] * (confidence - 1),
        pinned=FINER["pinned"] * pinned,
    )


def rank(placed: Placed, beside: Finer, words: Sequence[str]) -> Ranked:
    """A place in the order with all that speaks for it.

    Args:
        beside: What the memory has beside the question.
        words: Words of the question that it has.
    """
    said = placed.parts
    signs = {
        "base": said.base,
        "conversation": said.conversation,
        "answer": said.answer,
        "speaker": RULES.speaker * said.speaker,
        "date": RULES.date * said.date,
        "time": RULES.time * said.time,
        "importance": beside.importance,
        "recency": beside.recency,
        "confidence": beside.confidence,
        "pinned": beside.pinned,
    }
    evidence = Evidence(
        words=list(words),
        coverage=round(said.coverage, 3),
        likeness=None if said.meaning is None else round(said.meaning, 3),
        parts={name: round(value, 3) for name, value in signs.items() if round(value, 3)},
    )
    return Ranked(placed.id, placed.total + beside.total, evidence)


def is_weak(evidence: Evidence) -> bool:
    """Whether no fact, neither words nor meaning say that a memory is about the question."""
    likeness = evidence.likeness or 0
    if likeness >= LIKE or "fact" in evidence.parts:
        return False
    if evidence.coverage >= COVERED:
        return False
    return not (evidence.words and likeness >= NEAR)
