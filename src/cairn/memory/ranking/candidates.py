"""Which memories are looked at closely: found by words, by meaning, or beside one of the best of either."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FOUND = 60
"""How many are taken by words, and how many by meaning."""

WITH_NEIGHBOURS = 10
"""How many of the best by words, and by meaning, bring along what was said just before and just after."""

ALONE = -1
"""The conversation of a memory that belongs to none."""

Places = NDArray[np.int64]


def choose(
    by_words: Places,
    by_meaning: Places,
    conversations: NDArray[np.int64],
    allowed: NDArray[np.bool_] | None = None,
) -> Places:
    """The places to look at, in ascending order.

    Args:
        by_words: The best by words, best first.
        by_meaning: The best by meaning, best first.
        conversations: The conversation of every memory of the person, as a number, or `ALONE`; shape (memories).
        allowed: Which neighbours may be brought along, where a kind or a period was asked for; shape (memories).
    """
    best = np.concatenate([by_words[:WITH_NEIGHBOURS], by_meaning[:WITH_NEIGHBOURS]]).astype(np.int64)
    beside = np.concatenate([neighbours(best, conversations, step) for step in (-1, 1)])
    if allowed is not None:
        beside = beside[allowed[beside]]
    return np.unique(np.concatenate([by_words[:FOUND], by_meaning[:FOUND], beside]).astype(np.int64))


def neighbours(places: Places, conversations: NDArray[np.int64], step: int) -> Places:
    """The turns that lie `step` after places, where they are of the same conversation."""
    others: Places = places + step
    inside = (others >= 0) & (others < len(conversations))
    places, others = places[inside], others[inside]
    same = (conversations[places] == conversations[others]) & (conversations[places] != ALONE)
    beside: Places = others[same]
    return beside


def numbered(conversations: Sequence[object | None]) -> NDArray[np.int64]:
    """Conversations as numbers, `ALONE` for none."""
    numbers: dict[object, int] = {}
    return np.fromiter(
        (ALONE if one is None else numbers.setdefault(one, len(numbers)) for one in conversations),
        np.int64,
        len(conversations),
    )
