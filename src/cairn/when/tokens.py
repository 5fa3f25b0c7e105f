"""Cutting a text into words, numbers and marks, without case or accents."""

import re
import unicodedata
from typing import NamedTuple

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
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
    return [Token(match.group(), match.start(), match.end()) for match in _PIECE.finditer(folded)]


def words(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as the tokeniser would see it in a text."""
    return tuple(token.word for token in tokenise(fold(phrase)))
