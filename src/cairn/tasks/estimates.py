"""How long something takes somebody: a range, from what they said before and what it took then. Pure.

What is learnt is the logarithm of actual / estimated, since "twice as long" and "half as long" are as far from the
truth. A person's ratio is drawn to 1 as long as little is known, and that of a kind of task to the person's. What lies
far from the rest counts little: a timer that was forgotten over night is no habit.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

FEWEST = 3
"""So many things must have been measured before anything is said."""
TOWARDS_ONE = 1.0
"""So many imagined things that took as long as was said."""
TOWARDS_PERSON = 3.0
"""So many imagined things of a kind that took as long as this person's others."""
SPREAD = 0.5
"""How far apart ratios lie where nobody knows: their logarithms' standard deviation."""
KNOWN_SPREAD = 2.0
"""How many measured things that stands for."""
USUALLY = 0.84
"""Standard deviations to both sides of the middle: three times out of five it is in between."""
DAMPED_FROM = 1.5
LEAST_SCALE = 0.15
FURTHEST = math.log(20)
"""A ratio beyond is a slip, and counts as this."""
LONGEST = 7 * 24 * 60


class Took(NamedTuple):
    """Something that was done.

    Args:
        kind: What is alike takes alike; empty for no kind.
        estimated: Minutes that were said.
        actual: Minutes that it took.
    """

    kind: str
    estimated: int
    actual: int


class Range(NamedTuple):
    """How many minutes something takes somebody: usually between `low` and `high`, most likely `likely`."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Lean:
    """How the logarithms of some ratios lie: around what, and how far apart."""

    middle: float
    spread: float

    @property
    def factor(self) -> float:
        return math.exp(self.middle)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a person's things told of how long theirs take."""

    person: Lean
    kinds: Mapping[str, Lean]

    def factor(self, kind: str) -> float:
        """What an estimate is multiplied with."""
        return self.kinds.get(kind, self.person).factor

    def likely(self, minutes: int, kind: str) -> int:
        """The one number where a range is no use."""
        return _within(round(minutes * self.factor(kind)))

    def range(self, minutes: int, kind: str) -> Range:
        """How long something takes that was said to take so many minutes."""
        lean = self.kinds.get(kind, self.person)
        reach = math.exp(USUALLY * lean.spread)
        likely = minutes * lean.factor
        low, high = _rounded(likely / reach, math.floor), _rounded(likely * reach, math.ceil)
        return Range(low, min(max(_within(round(likely)), low), high), high)


class Usually:
    """How long many tasks take somebody, each kind of answer computed once.

    Args:
        learnt: What is known of them; all takes what was said, where nothing is.
    """

    def __init__(self, learnt: Learnt | None) -> None:
        self._learnt = learnt
        self._answers: dict[tuple[int, str, str, str], int] = {}

    def minutes(self, said: int, domain: str, project: str, context: str) -> int:
        """What was said to take so many minutes; the rest is as for `kind_of`."""
        if self._learnt is None:
            return said
        alike = (said, domain, project, context)
        found = self._answers.get(alike)
        if found is None:
            found = self._answers[alike] = self._learnt.likely(said, kind_of(domain, project, context))
        return found


def kind_of(domain: str, project: str, context: str) -> str:
    """What a task is alike to: the everyday domain it is known from, else what it belongs to, else where it is done."""
    if domain:
        return f"domain:{domain}"
    if project:
        return f"project:{project.casefold()}"
    return f"context:{context.casefold()}" if context else ""


def learn(samples: Sequence[Took]) -> Learnt | None:
    """What can be said after some things were measured; nothing after too few."""
    if len(samples) < FEWEST:
        return None
    person = _lean([_logarithm(one) for one in samples], Lean(0.0, SPREAD), TOWARDS_ONE)
    kinds: dict[str, list[float]] = defaultdict(list)
    for one in samples:
        if one.kind:
            kinds[one.kind].append(_logarithm(one))
    return Learnt(person, {kind: _lean(found, person, TOWARDS_PERSON) for kind, found in kinds.items()})


def _logarithm(one: Took) -> float:
    return max(-FURTHEST, min(FURTHEST, math.log(one.actual / one.estimated)))


def _lean(found: Sequence[float], before: Lean, weight: float) -> Lean:
    """Where ratios lie, drawn to what was known before.

    What is far from the median counts less (Huber's weights, with the median of distances as the measure).
    """
    centre = median(found)
    scale = max(LEAST_SCALE, 1.4826 * median(abs(one - centre) for one in found))
    weights = [min(1.0, DAMPED_FROM * scale / (abs(one - centre) or 1e-9)) for one in found]
    total = math.fsum(weights)
    middle = (_sum(weights, found) + weight * before.middle) / (total + weight)
    around = _sum(weights, [min(abs(one - centre), 3 * scale) ** 2 for one in found])
    spread = math.sqrt((around + KNOWN_SPREAD * before.spread**2) / (total + KNOWN_SPREAD))
    return Lean(middle, spread)


def _sum(weights: Iterable[float], values: Iterable[float]) -> float:
    return math.fsum(weight * value for weight, value in zip(weights, values, strict=True))


def _rounded(minutes: float, towards: Callable[[float], int]) -> int:
    """To whole minutes, to fives from ten on, to quarters of an hour from two hours on: nobody knows it better."""
    step = 1 if minutes < 10 else 5 if minutes < 120 else 15
    return _within(towards(minutes / step) * step)


def _within(minutes: int) -> int:
    return max(1, min(LONGEST, minutes))
