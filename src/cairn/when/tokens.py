"""Cutting a text into words, numbers and marks, without case or accents."""

import re
import unicodedata
from typing import NamedTuple

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety vingt trente quarante cinquante soixante"
_ONES = """
one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth
un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
"""
_IS_TEN, _IS_ONE = frozenset(_TENS.split()), frozenset(_ONES.split())
_BEHIND_DIX = frozenset({"sept", "huit", "neuf"})
"""With these "dix" is one number; "dix-douze" are two."""
_MARKS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "º": "o", "ª": "a", "˚": "o"})

MOST_KEPT = 10_000
"""Characters that are kept folded: more than the scripts of our languages have, fewer than there are."""


class Token(NamedTuple):
    word: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """Characters without case and accents, each reckoned when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = _plain(_MARKS.get(code) or chr(code))
        if len(self) < MOST_KEPT:
            self[code] = plain
        return plain


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case without accents, one character for each one of `text`, so that places stay the same."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def _plain(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[:1] or character


def tokenise(folded: str) -> list[Token]:
    """The pieces of a text; the hyphen of "twenty-five" is none, for it parts no two things."""
    pieces = [Token(match.group(), match.start(), match.end()) for match in _PIECE.finditer(folded)]
    if "-" not in folded:
        return pieces
    around = zip([None, *pieces], pieces, [*pieces[1:], None], strict=False)
    return [one for before, one, after in around if not (one.word == "-" and _is_one_number(before, one, after))]


def _is_one_number(before: Token | None, hyphen: Token, after: Token | None) -> bool:
    if before is None or after is None:
        return False
    ones = _BEHIND_DIX if before.word == "dix" else _IS_ONE if before.word in _IS_TEN else frozenset[str]()
    if after.word not in ones:
        return False
    return before.end == hyphen.start and hyphen.end == after.start


def words(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as the tokeniser would see it in a text."""
    return tuple(token.word for token in tokenise(fold(phrase)))
