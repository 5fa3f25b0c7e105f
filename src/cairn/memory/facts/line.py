"""A sentence in plain letters that remembers where each one stands in what was said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cairn.when.tokens import fold

_IS = re.compile(r"\b[éÉ]\b")
"""Portuguese "is", which without its accent would be "and"."""


@dataclass(frozen=True, slots=True)
class Line:
    """`plain` is lower case without accents, contractions spelt out, spaces single; `places` has a place in `said` for
    each of its characters."""

    said: str
    plain: str
    places: tuple[int, ...]

    def words(self, start: int, end: int) -> str:
        """What was said between two places of `plain`."""
        return self.said[self.places[start] : self.places[end - 1] + 1] if start < end else ""

    def part(self, start: int, end: int) -> "Line":
        """The words between two places, without the spaces around them."""
        plain = self.plain[start:end]
        start += len(plain) - len(plain.lstrip())
        plain = plain.strip()
        return Line(self.said, plain, self.places[start : start + len(plain)])

    @property
    def quote(self) -> str:
        return self.words(0, len(self.plain))


def line(said: str, spelt: Mapping[str, str]) -> Line:
    """A text as a line. `spelt` has patterns without groups, and what their matches are spelt as."""
    folded = fold(_IS.sub("ə", said))
    pattern, spellings = _spelling(tuple(spelt.items()))
    plain: list[str] = []
    places: list[int] = []
    at = 0
    for match in pattern.finditer(folded):
        plain.append(folded[at : match.start()])
        places.extend(range(at, match.start()))
        new = spellings[match.lastindex - 1] if match.lastindex else " "
        plain.append(new)
        last = match.end() - 1
        places.extend(min(match.start() + step, last) for step in range(len(new)))
        at = match.end()
    plain.append(folded[at:])
    places.extend(range(at, len(folded)))
    return Line(said, "".join(plain), tuple(places))


@cache
def _spelling(spelt: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    alternatives = "|".join(f"({pattern})" for pattern, _ in spelt)
    return re.compile(rf"{alternatives}|\s+" if spelt else r"\s+"), tuple(new for _, new in spelt)
