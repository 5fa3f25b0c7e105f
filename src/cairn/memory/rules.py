"""What counts as a word of a question, and how two ways of finding become one order. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from pydantic import BaseModel

from cairn.memory.stopwords import STOP_WORDS

IMPORTANCE = {"note": 0.7, "episode": 0.5, "thought": 0.5, "question": 0.2}
"""How much a memory of each kind matters when nothing else says so, 0 to 1."""

MOST_WORDS = 32
CANDIDATES = 40
RANK_OFFSET = 10
"""The k of reciprocal rank fusion (Cormack et al. 2009), measured here: 10 finds more than the usual 60."""

LIKE = 0.35
"""A cosine from which a statement is about a question, for all-MiniLM-L6-v2: questions about things that were never
said stay below 0.3 with everything, those about something said lie above it in nine of ten cases."""

NEAR = 0.28
"""A cosine from which they may be, if words say so too."""

COVERED = 0.5
"""How much of the question's weight in words a memory has, to be about it without likeness in meaning."""


class Evidence(BaseModel):
    """What speaks for a memory.

    Args:
        words: Words of the question that it has, as they were asked.
        coverage: The share of the question's words it has, 0 to 1, rare words weighing more.
        likeness: The cosine of the two meanings; absent while the memory has no vector.
    """

    words: list[str]
    coverage: float
    likeness: float | None


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A memory found by words: `matched` are positions in the question's words."""

    memory_id: UUID
    matched: Sequence[int]
    coverage: float


@dataclass(frozen=True, slots=True)
class MeaningMatch:
    """A memory found by meaning."""

    memory_id: UUID
    likeness: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A memory's place in the common order."""

    memory_id: UUID
    score: float
    evidence: Evidence


def folded(text: str) -> str:
    """Lower case without accents, as the database makes its words."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f").lower()


def words_of(question: str) -> list[str]:
    """The words of a question that say what it is about, as they were written, each once."""
    kept: dict[str, str] = {}
    for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", question)):
        plain = folded(word)
        if plain in STOP_WORDS or (len(plain) == 1 and plain.isascii() and not plain.isdigit()):
            continue
        kept.setdefault(plain, word)
    return list(kept.values())[:MOST_WORDS]


def fuse(words: Sequence[str], by_words: Sequence[WordMatch], by_meaning: Sequence[MeaningMatch]) -> list[Ranked]:
    """One order from two, by reciprocal ranks. Both come best first; the best possible score is 1."""
    best = 2 / (RANK_OFFSET + 1)
    scores: dict[UUID, float] = {}
    for order in ([match.memory_id for match in by_words], [match.memory_id for match in by_meaning]):
        for rank, memory_id in enumerate(order, start=1):
            scores[memory_id] = scores.get(memory_id, 0) + 1 / (RANK_OFFSET + rank) / best
    found_words = {match.memory_id: match for match in by_words}
    likeness = {match.memory_id: match.likeness for match in by_meaning}
    ranked = []
    for memory_id, score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        match = found_words.get(memory_id)
        evidence = Evidence(
            words=[words[place] for place in match.matched] if match else [],
            coverage=round(match.coverage, 3) if match else 0,
            likeness=round(likeness[memory_id], 3) if memory_id in likeness else None,
        )
        ranked.append(Ranked(memory_id, round(score, 4), evidence))
    return ranked


def is_weak(evidence: Evidence) -> bool:
    """Whether neither words nor meaning say that a memory is about the question."""
    likeness = evidence.likeness or 0
    if likeness >= LIKE:
        return False
    if evidence.coverage >= COVERED:
        return False
    return not (evidence.words and likeness >= NEAR)
