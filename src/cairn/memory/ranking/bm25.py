"""BM25 over all the memories of one person, with their own document frequencies, from packed words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cairn.memory.ranking.words import Hashes, Term

K1 = 0.9
"""How soon a word's repetition stops counting. Memories are short: low, as for passages."""

B = 0.4
"""How much a long memory is held back."""

_LOW = 0xFFFF


@dataclass(frozen=True, slots=True)
class Kept:
    """The words of all of a person's memories, one after the other.

    A memory's place here is its number everywhere in the ranking. Whoever fetches them orders them by conversation
    and by when they were said, so that the neighbours of a turn are the ones beside it.

    Args:
        hashes: Shape (words of all).
        lengths: How many of them each memory has, shape (memories).
    """

    hashes: Hashes
    lengths: NDArray[np.int64]

    @classmethod
    def of(cls, rows: Sequence[bytes]) -> "Kept":
        """From what `words.packed` made of each memory."""
        lengths = np.fromiter((len(row) // 4 for row in rows), np.int64, len(rows))
        return cls(np.frombuffer(b"".join(rows), "<u4").astype(np.uint32, copy=False), lengths)


@dataclass(frozen=True, slots=True)
class Matches:
    """What the words of a question find.

    Args:
        scores: BM25 of each memory as a share of what a memory could reach, 0 to 1, shape (memories).
        coverage: The share of the question's weight in words that each memory has, shape (memories).
        weights: The inverse document frequency of each term, shape (terms).
        has: Which memory has which term, shape (terms, memories).
    """

    scores: NDArray[np.float64]
    coverage: NDArray[np.float64]
    weights: NDArray[np.float64]
    has: NDArray[np.bool_]

    def best(self, most: int, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """The places of those that have any of the words, best first; of equals, the later one.

        Args:
            allowed: Which memories may be found, where a kind or a period was asked for; shape (memories).
        """
        has_any = self.scores > 0
        found = np.flatnonzero(has_any if allowed is None else has_any & allowed)[::-1]
        return found[np.argsort(-self.scores[found], kind="stable")[:most]]

    def words_at(self, terms: Sequence[Term], place: int) -> list[str]:
        """The words of the question that a memory has, as they were asked."""
        return [term.written for term, has in zip(terms, self.has[:, place], strict=True) if has]


def match(terms: Sequence[Term], kept: Kept) -> Matches:
    """How well each memory matches the words of a question (Robertson & Zaragoza 2009; the weight is Lucene's)."""
    memories = len(kept.lengths)
    counts = _counts(terms, kept)
    having = np.count_nonzero(counts, axis=1)
    weights = np.log1p((memories - having + 0.5) / (having + 0.5))
    usual = max(float(kept.lengths.mean()), 1.0) if memories else 1.0
    damping = K1 * (1 - B + B * kept.lengths / usual)
    # Divided by K1 + 1 times the weights, so that no memory scores above 1.
    total = float(weights.sum()) or 1.0
    return Matches(
        scores=weights @ (counts / (counts + damping)) / total,
        coverage=weights @ (counts > 0) / total,
        weights=weights,
        has=counts > 0,
    )


def _counts(terms: Sequence[Term], kept: Kept) -> NDArray[np.float64]:
    """How often each memory has each term: shape (terms, memories)."""
    memories = len(kept.lengths)
    asked = {number: place for place, term in enumerate(terms) for number in term.hashes}
    if not asked or not len(kept.hashes):
        return np.zeros((len(terms), memories))
    # Nearly every word is none of those asked for. A table over half of its bits says so of all of them at once.
    low = np.zeros(_LOW + 1, np.bool_)
    low[[number & _LOW for number in asked]] = True
    places = np.flatnonzero(low[kept.hashes & np.uint32(_LOW)])
    numbers = np.array(sorted(asked), np.uint32)
    near = np.minimum(np.searchsorted(numbers, kept.hashes[places]), len(numbers) - 1)
    same = numbers[near] == kept.hashes[places]
    places, near = places[same], near[same]
    term = np.array([asked[int(number)] for number in numbers])[near]
    memory = np.searchsorted(np.cumsum(kept.lengths), places, side="right")
    counts = np.bincount(term * memories + memory, minlength=len(terms) * memories)
    return counts.reshape(len(terms), memories).astype(np.float64)
