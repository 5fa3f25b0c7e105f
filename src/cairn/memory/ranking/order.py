"""The order of candidates: words, meaning and tokens make a base; what the question asks for lifts or lowers.

All rules are added to the base, whose unit is a standard deviation among the candidates. Their weights lie in the
middle of where recall stays the same, measured by leaving one conversation out at a time (`bench/locomo.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from cairn.memory.ranking.bm25 import Matches
from cairn.memory.ranking.candidates import ALONE, Places
from cairn.memory.ranking.dates import speaks_of_time
from cairn.memory.ranking.question import Question
from cairn.memory.ranking.tokens import Bits, nearest, weighed

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rules:
    """What each sign counts.

    Args:
        words, meaning, tokens: The base: BM25, the cosine of the whole, and late interaction.
        conversation: A share of the base of the best candidate of the same conversation.
        near: A share of the base of what was said shortly before or after, the less the further away.
        answer: A share of the base of the turn before, if that one asks something.
        speaker: Said by one whom the question names.
        date: Said at the time that the question names, or within the days in which people tell of it.
        time: Says a time, when the question asks for one.
    """

    words: float = 0.3
    meaning: float = 0.25
    tokens: float = 0.5
    conversation: float = 0.4
    near: float = 0.2
    answer: float = 0.6
    speaker: float = 2.0
    date: float = 2.0
    time: float = 1.0


RULES = Rules()

SMALL_WORD = 1.0
"""What a token counts that belongs to no word with a weight of its own, beside words of 0 to about 9."""

TELLING_SMALL_WORD = 2.0
"""The same where candidates are put in order, each token by its own measure."""

SMALLEST_OF_TOKEN = 0.03
"""A token to which all candidates come about equally near has no differences that are blown up beyond this."""

NEAR = 2.0
"""Turns after which what was said near by counts a third."""

SMALLEST_SPREAD = {"words": 0.05, "meaning": 0.05, "tokens": 0.03}
"""Among candidates that hardly differ, or a single one, differences are not blown up beyond these."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Memories that may answer, a row each.

    Args:
        places: Their places among all memories of the person, ascending.
        conversations: The conversation of each as a number, or `ALONE`.
        said: The day each was said, in the person's zone.
        cosines: How near each is to the question in meaning; NaN where it has no vector yet.
        bits: The token signs of all, one after the other, shape (tokens of all, 48).
        token_counts: How many of these each has; 0 where they are not made yet.
    """

    ids: Sequence[UUID]
    places: Places
    texts: Sequence[str]
    speakers: Sequence[str]
    conversations: NDArray[np.int64]
    said: Sequence[date]
    cosines: Scores
    bits: Bits
    token_counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Parts:
    """What speaks for a memory.

    Args:
        words: BM25 as a share of what is possible, 0 to 1.
        coverage: The share of the question's weight in words that it has, 0 to 1.
        meaning: The cosine with the question; absent without a vector.
        tokens: The weighted mean of the nearest cosines of the question's tokens; absent without tokens.
        base: Words, meaning and tokens together, in standard deviations among the candidates.
        conversation: What its conversation adds, and what was said near it there.
        answer: What the question before it adds.
        speaker: Whether one said it whom the question names.
        date: How well it fits the time that the question names, 0 to 1.
        time: Whether it says a time, and one was asked for.
    """

    words: float
    coverage: float
    meaning: float | None
    tokens: float | None
    base: float
    conversation: float
    answer: float
    speaker: bool
    date: float
    time: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A memory's place in the order."""

    id: UUID
    place: int
    total: float
    parts: Parts


def order(question: Question, candidates: Candidates, matches: Matches, rules: Rules = RULES) -> list[Placed]:
    """The candidates, best first; of equals, the one said later."""
    if not candidates.ids:
        return []
    tokens, telling = late(question, candidates, matches)
    words = matches.scores[candidates.places]
    coverage = matches.coverage[candidates.places]
    base = (
        rules.words * spread(words, SMALLEST_SPREAD["words"])
        + rules.meaning * spread(candidates.cosines, SMALLEST_SPREAD["meaning"])
        + rules.tokens * spread(telling, SMALLEST_SPREAD["tokens"])
    )
    conversation = rules.conversation * _best_of_conversation(base, candidates.conversations)
    conversation += rules.near * _best_near(base, candidates)
    answer = rules.answer * _asked_before(base, candidates)
    asked = question.asked
    speaker = np.array([one in asked.speakers for one in candidates.speakers], np.float64)
    dated = np.array([asked.date.fits(day) if asked.date else 0.0 for day in candidates.said])
    timed = np.array([asked.when and speaks_of_time(text) for text in candidates.texts], np.float64)
    total = base + conversation + answer + rules.speaker * speaker + rules.date * dated + rules.time * timed
    return [
        Placed(
            candidates.ids[row],
            int(candidates.places[row]),
            float(total[row]),
            Parts(
                words=float(words[row]),
                coverage=float(coverage[row]),
                meaning=_known(candidates.cosines[row]),
                tokens=_known(tokens[row]),
                base=float(base[row]),
                conversation=float(conversation[row]),
                answer=float(answer[row]),
                speaker=bool(speaker[row]),
                date=float(dated[row]),
                time=bool(timed[row]),
            ),
        )
        for row in np.lexsort((-candidates.places, -total)).tolist()
    ]


def late(question: Question, candidates: Candidates, matches: Matches) -> tuple[Scores, Scores]:
    """Late interaction of the question with each candidate, as it is and as it tells them apart.

    Both are NaN for those without tokens. The cosines of some tokens differ much among any candidates, those of others
    little; in the second a token is measured half by its own standard deviation, so that the former don't drown the
    latter.
    """
    known = candidates.token_counts > 0
    if not len(question.tokens) or not known.any():
        unknown = np.full(len(candidates.ids), np.nan)
        return unknown, unknown
    cosines = nearest(question.tokens, candidates.bits, candidates.token_counts)
    # The last weight is that of -1: a token of no term.
    weights = np.append(matches.weights, 0.0)[question.term_of]
    apart = np.sqrt(np.maximum(cosines[known].std(axis=0), SMALLEST_OF_TOKEN))
    as_it_is = weighed(cosines, weights + SMALL_WORD)
    telling = weighed(cosines, (weights + TELLING_SMALL_WORD) / apart)
    return np.where(known, as_it_is, np.nan), np.where(known, telling, np.nan)


def spread(values: Scores, smallest: float) -> Scores:
    """How many standard deviations each lies above the mean of those that are known; 0 for the others."""
    known = ~np.isnan(values)
    if not known.any():
        return np.zeros(len(values))
    deviations = (values - values[known].mean()) / max(float(values[known].std()), smallest)
    return np.where(known, deviations, 0.0)


def _best_of_conversation(base: Scores, conversations: NDArray[np.int64]) -> Scores:
    best = np.full(int(conversations.max(initial=ALONE)) + 2, -np.inf)
    np.maximum.at(best, conversations, base)
    return np.where(conversations == ALONE, base, best[conversations])


def _best_near(base: Scores, candidates: Candidates) -> Scores:
    """The best base of another turn of the same conversation, the less the further away; 0 where none is good."""
    places, conversations = candidates.places, candidates.conversations
    apart = np.abs(places[:, None] - places[None, :])
    together = (conversations[:, None] == conversations[None, :]) & (apart > 0) & (conversations != ALONE)
    best: Scores = np.where(together, np.exp(-apart / NEAR) * np.maximum(base, 0), 0.0).max(axis=1)
    return best


def _asked_before(base: Scores, candidates: Candidates) -> Scores:
    """The base of the turn just before each, where that is a candidate too, speaks for itself and ends by asking."""
    before = np.zeros(len(base))
    together = (np.diff(candidates.places) == 1) & (np.diff(candidates.conversations) == 0)
    together &= candidates.conversations[1:] != ALONE
    asks = np.where(_asking(candidates), np.maximum(base, 0), 0.0)
    before[1:] = np.where(together, asks[:-1], 0.0)
    return before


def _asking(candidates: Candidates) -> NDArray[np.bool_]:
    return np.array([_ends_by_asking(text) for text in candidates.texts])


def _ends_by_asking(text: str) -> bool:
    # What a picture shows may stand in brackets behind what was said.
    said = text.rstrip()
    if said.endswith("]") and "[" in said:
        said = said[: said.rindex("[")].rstrip()
    return said.endswith("?")


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
