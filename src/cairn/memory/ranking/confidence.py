"""Is a question answered at all by what was found? A score that lets the assistant say "I don't have that".

Logistic, on four signs that carry over: how near the nearest comes in tokens and in meaning, how much of the
question's words one memory has, and, when the question names a speaker, whether what comes nearest was said by them
or by somebody else. Fitted to questions that are answered, questions about the other speaker, and questions about
somebody else's life; `bench/locomo.py` prints the figures.
"""

import math
from collections.abc import Sequence

from cairn.memory.ranking.order import Parts, Placed

ANSWERED = 0.32
"""From here on a question counts as answered: nine of ten that are lie above it."""

TOKENS, COVERAGE, MEANING, SPEAKER, OFFSET = 2.2, 1.2, 3.5, 32.0, -3.5
"""What the signs count. The last sign is small: it is seldom beyond 0.1 on either side."""

USUAL_TOKENS, USUAL_MEANING = 0.4, 0.45
"""Between what is usual with an answer and without: stands in for a memory that waits to be embedded. It was told just
now, and found by its words."""

COMPARED = 5
"""How many of the nearest of a named speaker are compared with as many of everybody else's."""


def confidence(ranked: Sequence[Placed]) -> float:
    """How likely the question is answered by one of these, 0 to 1, where both are equally likely beforehand."""
    if not ranked:
        return 0.0
    parts = [one.parts for one in ranked]
    nearest = max(USUAL_TOKENS if part.tokens is None else part.tokens for part in parts)
    meaning = max(USUAL_MEANING if part.meaning is None else part.meaning for part in parts)
    logit = (
        OFFSET
        + TOKENS * nearest
        + COVERAGE * max(part.coverage for part in parts)
        + MEANING * meaning
        + SPEAKER * _nearer_than_others(parts)
    )
    return 1 / (1 + math.exp(-logit))


def _nearer_than_others(parts: Sequence[Parts]) -> float:
    """How much nearer a named speaker's words come than those of others; 0 where only one side spoke."""
    named = _mean_of_nearest([part for part in parts if part.speaker])
    others = _mean_of_nearest([part for part in parts if not part.speaker])
    return 0.0 if named is None or others is None else named - others


def _mean_of_nearest(parts: Sequence[Parts]) -> float | None:
    nearest = sorted((part.tokens for part in parts if part.tokens is not None), reverse=True)[:COMPARED]
    return sum(nearest) / len(nearest) if nearest else None
