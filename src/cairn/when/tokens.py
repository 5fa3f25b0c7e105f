"""Cutting a text into words, numbers and marks, without case or accents."""

import re
import unicodedata
from typing import NamedTuple

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_MARKS = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "º": "o", "ª": "a", "˚": "o"})


class Token(NamedTuple):
    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents, one character for each one of `text`, so that places stay the same."""
    lowered = text.translate(_MARKS)
    if lowered.isascii():
        return lowered.lower()
    return "".join(_plain(character) for character in lowered)


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    return unicodedata.normalize("NFD", character)[0].lower()[:1] or character


def tokenise(folded: str) -> list[Token]:
    return [Token(match.group(), match.start(), match.end()) for match in _PIECE.finditer(folded)]


def words(phrase: str) -> tuple[str, ...]:
    """A phrase of a lexicon as the tokeniser would see it in a text."""
    return tuple(token.word for token in tokenise(fold(phrase)))
