"""What the last weeks show of a day's parts, said only if the data says so. Pure.

A day counts once in each of its parts, by the middle of what was said in it: saying the same thing ten times on one
bad evening makes no pattern. Whether one part has more energy than the others is asked by the rank test of Mann and
Whitney (Annals of Mathematical Statistics 18, 1947) with its correction for ties: it needs no distances between low,
medium and high, only their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import sqrt
from statistics import median
from typing import NamedTuple

from cairn.tasks.schemas import Energy

FEWEST = 5
"""Days that a part, and the rest of the day, need before anything is said of them."""

CLEAR = 2.5
"""How far apart two groups must be, in standard deviations of chance: about 1 in 160, for four parts 1 in 40."""

_LEVELS = {Energy.LOW: 0, Energy.MEDIUM: 1, Energy.HIGH: 2}


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Said(NamedTuple):
    """An energy, and the moment it was said of, in the person's zone."""

    at: datetime
    energy: Energy


@dataclass(frozen=True, slots=True)
class Shares:
    """Which share of a part's days had which energy; of one."""

    low: float
    medium: float
    high: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What the last weeks show.

    Args:
        good_time: The part that has clearly more energy than the rest of the day.
        slow_time: The part that has clearly less.
    """

    parts: Mapping[Part, Shares]
    good_time: Part | None
    slow_time: Part | None


def part_of(moment: datetime) -> Part:
    """The part of the day that a moment belongs to, by its own clock."""
    hour = moment.hour
    if 5 <= hour < 12:
        return Part.MORNING
    if 12 <= hour < 17:
        return Part.AFTERNOON
    return Part.EVENING if 17 <= hour < 22 else Part.NIGHT


def picture(said: Iterable[Said]) -> Picture:
    """The parts of the day and their energy."""
    days = _days(said)
    apart = {
        part: _apart(levels, [level for other, rest in days.items() if other is not part for level in rest])
        for part, levels in days.items()
    }
    best = max(apart, key=lambda part: apart[part], default=None)
    worst = min(apart, key=lambda part: apart[part], default=None)
    return Picture(
        parts={part: _shares(days.get(part, [])) for part in Part},
        good_time=best if best is not None and apart[best] >= CLEAR else None,
        slow_time=worst if worst is not None and apart[worst] <= -CLEAR else None,
    )


def _days(said: Iterable[Said]) -> dict[Part, list[float]]:
    """One level for each day of each part."""
    heard: dict[tuple[Part, date], list[int]] = defaultdict(list)
    for at, energy in said:
        heard[part_of(at), at.date()].append(_LEVELS[energy])
    days: dict[Part, list[float]] = defaultdict(list)
    for (part, _), levels in sorted(heard.items()):
        days[part].append(median(levels))
    return days


def _shares(levels: Sequence[float]) -> Shares:
    count = len(levels)
    if not count:
        return Shares(0, 0, 0, enough=False)
    low = sum(level < 0.5 for level in levels) / count
    high = sum(level > 1.5 for level in levels) / count
    return Shares(low, max(0.0, 1 - low - high), high, enough=count >= FEWEST)


def _apart(here: Sequence[float], elsewhere: Sequence[float]) -> float:
    """By how many standard deviations of chance the levels here rank above those elsewhere; nought if too few."""
    n, m = len(here), len(elsewhere)
    if n < FEWEST or m < FEWEST:
        return 0.0
    above = sum((one > other) + 0.5 * (one == other) for one in here for other in elsewhere)
    every = [*here, *elsewhere]
    ties = sum((count := every.count(level)) ** 3 - count for level in set(every))
    total = n + m
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    return (above - n * m / 2) / sqrt(variance) if variance > 0 else 0.0
