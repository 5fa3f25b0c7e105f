"""Token vectors of one bit a dimension."""

import numpy as np
import pytest
from numpy.typing import NDArray

from cairn.memory.ranking.tokens import BLOCK, BYTES, DIMENSIONS, nearest, signs, weighed

Vectors = NDArray[np.float32]


def random_vectors(seed: int, tokens: int) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(tokens, DIMENSIONS)).astype(np.float32)
    made: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return made


def test_packed_bits_give_what_signs_as_floats_give() -> None:
    lengths = np.array([3, 0, 1, BLOCK + 7, 5])
    question, weights = random_vectors(1, 4), np.array([0.5, 2.0, 0.0, 1.0])
    memories = random_vectors(2, int(lengths.sum()))

    scores = weighed(nearest(question, signs(memories), lengths), weights)

    plain = np.where(memories > 0, 1.0, -1.0) / DIMENSIONS**0.5
    ends = np.cumsum(lengths)
    for place, (end, length) in enumerate(zip(ends, lengths, strict=True)):
        if length:
            closest = (question @ plain[end - length : end].T).max(axis=1)
            assert scores[place] == pytest.approx(float(weights @ closest / weights.sum()), abs=1e-5)
    assert scores[1] == 0


def test_a_text_with_the_very_tokens_is_nearest() -> None:
    question = random_vectors(3, 6)
    others = random_vectors(4, 30)
    bits = signs(np.concatenate([others, question]))
    scores = weighed(nearest(question, bits, np.array([10, 10, 10, 6])), np.ones(6))
    assert scores.argmax() == 3
    assert scores[3] > 0.7


def test_a_token_takes_48_bytes() -> None:
    assert signs(random_vectors(5, 7)).shape == (7, BYTES)
    assert BYTES == 48


def test_nothing_asked_or_nothing_kept_scores_nothing() -> None:
    bits, lengths = signs(random_vectors(6, 2)), np.array([2])
    none = np.zeros((0, DIMENSIONS), np.float32)
    asked, no_bits = random_vectors(7, 2), np.zeros((0, BYTES), np.uint8)
    assert weighed(nearest(none, bits, lengths), np.zeros(0)).tolist() == [0]
    assert weighed(nearest(asked, bits, lengths), np.zeros(2)).tolist() == [0]
    assert weighed(nearest(asked, no_bits, np.array([0])), np.ones(2)).tolist() == [0]
