"""BM25 over a person's own memories, all at once. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

K1, B = 0.9, 0.4


@dataclass(frozen=True, slots=True)
class Scored:
    """What every memory gets for a question's words.

    Args:
        scores: BM25 by memory.
        found: Whether a memory has a word: (words, memories).
        weights: How rare each word is.
    """

    scores: NDArray[np.float64]
    found: NDArray[np.bool_]
    weights: NDArray[np.float64]


def score(words: Sequence[NDArray[np.uint32]], sizes: NDArray[np.int64], stems: NDArray[np.uint32]) -> Scored:
    """Score memories for words.

    Args:
        words: The numbers that each word of the question may stand as.
        sizes: Stems of each memory.
        stems: All stems, one memory after another.
    """
    memories = len(sizes)
    owner = np.repeat(np.arange(memories), sizes)
    usual = max(float(sizes.mean()), 1.0) if memories else 1.0
    length = 1 - B + B * sizes / usual
    scores = np.zeros(memories)
    found = np.zeros((len(words), memories), np.bool_)
    weights = np.zeros(len(words))
    for row, numbers in enumerate(words):
        hits = owner[np.isin(stems, numbers)]
        often = np.bincount(hits, minlength=memories)
        found[row] = often > 0
        frequency = int(found[row].sum())
        weights[row] = np.log(1 + (memories - frequency + 0.5) / (frequency + 0.5))
        scores += weights[row] * often * (K1 + 1) / (often + K1 * length)
    return Scored(scores, found, weights)
