"""Long text in pieces that end where a paragraph, a sentence or at least a word does. Pure."""

import re
import unicodedata
from collections.abc import Iterator

LIMIT = 10_000
"""The longest text that one memory holds."""

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？]")
_LINE = re.compile(r"\n")
_WORD = re.compile(r"\s")
_JOINERS = "\u200d\ufe0e\ufe0f"
_LONGEST_SIGN = 16


def pieces(text: str, limit: int = LIMIT) -> Iterator[str]:
    """A text in pieces of at most `limit` characters, none of them blank. Only white space between two is lost."""
    rest = text.strip()
    while len(rest) > limit:
        cut = _cut(rest, limit)
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()
    if rest:
        yield rest


def _cut(text: str, limit: int) -> int:
    """Where to end a piece: at the last good place of the second half that may still be had."""
    for place in (_PARAGRAPH, _SENTENCE, _LINE, _WORD):
        ends = [found.end() for found in place.finditer(text, limit // 2, limit + 1) if found.end() <= limit]
        if ends:
            return ends[-1]
    return _between_signs(text, limit)


def _between_signs(text: str, limit: int) -> int:
    """No space far and wide: at least an accent stays with its letter, and a joined emoji in one piece."""
    for cut in range(limit, max(limit - _LONGEST_SIGN, 0), -1):
        if not (unicodedata.combining(text[cut]) or text[cut] in _JOINERS or text[cut - 1] == "\u200d"):
            return cut
    return limit
