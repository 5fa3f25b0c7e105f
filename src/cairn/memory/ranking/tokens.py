"""Token vectors of one bit a dimension, and how near the tokens of a question come to those of a memory."""

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
BYTES = DIMENSIONS // 8
"""What a token of a memory takes: the sign of each dimension."""

BLOCK = 256
"""Tokens unpacked at a time, so that they stay in the processor's cache."""

Bits = NDArray[np.uint8]
Vectors = NDArray[np.float32]


def signs(vectors: Vectors) -> Bits:
    """The signs of token vectors: shape (tokens, 384) to (tokens, 48)."""
    return np.packbits(vectors > 0, axis=1)


def nearest(question: Vectors, bits: Bits, lengths: NDArray[np.int64]) -> NDArray[np.float64]:
    """How near the nearest token of a memory comes to each token of the question (Khattab & Zaharia 2020).

    Args:
        question: Token vectors of length one, shape (n, 384). They keep their floats.
        bits: Signs of the tokens of all candidates, one candidate after the other, shape (m, 48).
        lengths: How many tokens each candidate has, shape (candidates). They sum to m.

    Returns:
        Cosines, shape (candidates, n); 0 for a candidate without tokens.
    """
    cosines = np.zeros((len(lengths), len(question)))
    filled = np.flatnonzero(lengths)
    if not len(filled) or not len(question):
        return cosines
    # q · sign = 2 q · bit - sum(q), over the root of 384, which is the length of a vector of signs.
    products = np.empty((len(bits), len(question)), np.float32)
    asked = np.ascontiguousarray(question.T)
    for start in range(0, len(bits), BLOCK):
        block = slice(start, start + BLOCK)
        products[block] = np.unpackbits(bits[block], axis=1).astype(np.float32) @ asked
    starts = (np.cumsum(lengths) - lengths)[filled]
    most = np.maximum.reduceat(products, starts, axis=0)
    cosines[filled] = (2 * most - question.sum(axis=1)) / np.float32(DIMENSIONS**0.5)
    return cosines


def weighed(cosines: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Late interaction: the mean of each candidate's cosines, weighted by what each token of the question counts."""
    total = float(weights.sum())
    return cosines @ weights / total if total > 0 else np.zeros(len(cosines))
