"""Steps and how small they are told. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

LONG = 10
"""Minutes from which on a step is long."""


class Grain(IntEnum):
    """How small the steps are, from a few large ones to many tiny ones."""

    LARGE = 1
    START = 2
    """The first step that has small ones in them: beginning is what is hard."""
    LONG = 3
    """The long ones, too."""
    SMALL = 4
    """All of them."""
    TINY = 5
    """And what takes more than a few minutes has a beginning of two, which the scaffold gives it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something to do, and what it is made of.

    Args:
        minutes: How long it takes; `None` where nobody knows.
        parts: The smaller ones, if any are known.
    """

    text: str
    minutes: int | None
    parts: tuple["Part", ...] = ()


def at_grain(steps: Sequence[Part], grain: Grain) -> list[Part]:
    """The steps of something, as small as somebody wants them."""
    found: list[Part] = []
    first = next((step for step in steps if step.parts), None)
    for step in steps:
        splits = grain >= Grain.SMALL
        splits |= grain >= Grain.START and step is first
        splits |= grain == Grain.LONG and (step.minutes or 0) >= LONG
        found += step.parts if splits and step.parts else [step]
    return found
