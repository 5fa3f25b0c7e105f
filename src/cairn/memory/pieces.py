"""Long texts in pieces that an embedding model reads whole. Pure."""

import re

LONGEST = 900
"""Characters of a piece: some 200 tokens of everyday text, below the 256 that the local model reads."""

_END = re.compile(r"(?<=[.!?…])\s+|\n+")


def pieces(text: str) -> list[str]:
    """A text as pieces, cut at the ends of sentences where it can be, else between words.

    Nothing but white space between pieces is left out; a text without words is one piece.
    """
    if len(text) <= LONGEST:
        return [text]
    made: list[str] = []
    current = ""
    for part in (short for sentence in _END.split(text) for short in _short(sentence)):
        if current and len(current) + 1 + len(part) > LONGEST:
            made.append(current)
            current = part
        else:
            current = f"{current} {part}" if current else part
    return [*made, current] if current else made or [text]


def _short(sentence: str) -> list[str]:
    """A sentence that is too long itself, cut between words, and a word that is too long, cut anywhere."""
    cut: list[str] = []
    rest = sentence.strip()
    while len(rest) > LONGEST:
        place = rest.rfind(" ", LONGEST // 2, LONGEST + 1)
        place = place if place > 0 else LONGEST
        cut.append(rest[:place].rstrip())
        rest = rest[place:].lstrip()
    return [*cut, rest] if rest else cut
