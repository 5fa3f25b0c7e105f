"""What a question asks for, before anything is looked up. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cairn.memory.ranking.dates import Named, named_in
from cairn.memory.ranking.tokens import DIMENSIONS, Vectors
from cairn.memory.ranking.words import Term, Word, folded, terms_of, ways, words_in

SHORTEST_NAME = 3
"""Letters from which the beginning of a speaker's name may stand for it: Mel for Melanie."""

UNNAMED = frozenset({"me", "cairn"})
"""Speakers whose names are words, not names: nobody is meant by them."""

_WHEN = re.compile(
    r"\W*(?:(?:since|desde|depuis)\s+)?"
    r"(?:when|how long|(?:what|which|in (?:what|which)) (?:date|day|month|year|week)"
    r"|cuando|cuanto tiempo|(?:en )?que (?:dia|mes|ano|fecha)"
    r"|quand|combien de temps|(?:en )?quel(?:le)? (?:jour|mois|annee|date)"
    r"|quando|ha quanto tempo|(?:em )?que (?:dia|data))\b"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart.

    Args:
        text: The question without the names of speakers: they say whose words to look for, not which. Embed this.
        terms: Its words that say something, names of speakers left out.
        speakers: The speakers it names, as they are written in memories.
        when: Whether it asks for a time.
        date: The time it names.
    """

    text: str
    terms: Sequence[Term]
    speakers: frozenset[str]
    when: bool
    date: Named | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what it means.

    Args:
        vector: What it means as a whole, of length one, shape (384); absent without an embedder.
        tokens: Its token vectors of length one, shape (n, 384).
        term_of: The place among `asked.terms` of the word each token belongs to; -1 for small words and marks.
    """

    asked: Asked
    vector: Vectors | None
    tokens: Vectors
    term_of: NDArray[np.int64]

    @classmethod
    def unread(cls, asked: Asked) -> "Question":
        """One that could not be embedded: words alone order what it finds."""
        return cls(asked, None, np.zeros((0, DIMENSIONS), np.float32), np.zeros(0, np.int64))

    @classmethod
    def read(cls, asked: Asked, vector: Vectors, tokens: Vectors, spans: NDArray[np.int64]) -> "Question":
        """One with the vectors of `asked.text`; `spans` are the characters of its tokens, shape (n, 2)."""
        return cls(asked, vector, tokens, terms_of_tokens(asked, spans))


def ask(question: str, speakers: Iterable[str] = ()) -> Asked:
    """Take a question apart.

    Args:
        speakers: Everybody whose words are kept.
    """
    question = unicodedata.normalize("NFC", question)
    named, text = _without(question, speakers)
    return Asked(
        text=text or question.strip(),
        terms=terms_of(text),
        speakers=frozenset(named),
        when=bool(_WHEN.match(folded(question))),
        date=named_in(question),
    )


def terms_of_tokens(asked: Asked, spans: NDArray[np.int64]) -> NDArray[np.int64]:
    """The term that each token belongs to, by the characters it stands for."""
    places = {term.hashes: place for place, term in enumerate(asked.terms)}
    of_character = np.full(len(asked.text) + 1, -1)
    for word in words_in(asked.text):
        of_character[word.start : word.end] = places.get(ways(word.plain), -1) if word.says_something else -1
    return of_character[np.minimum(spans[:, 0], len(asked.text))]


def _without(question: str, speakers: Iterable[str]) -> tuple[set[str], str]:
    """The speakers that are named, and the question without their names and what makes them owners."""
    parts: dict[str, set[str]] = {}
    for speaker in speakers:
        if folded(speaker) not in UNNAMED:
            for word in words_in(speaker):
                if len(word.plain) >= SHORTEST_NAME:
                    parts.setdefault(word.plain, set()).add(speaker)
    named: set[str] = set()
    cuts: list[tuple[int, int]] = []
    for word in words_in(question):
        meant = parts.get(word.plain) or _shortened(word, question[word.start], parts)
        if meant:
            named |= meant
            owner = re.match(r"['’]s?\b|['’](?=\s)", question[word.end :])
            cuts.append((word.start, word.end + (owner.end() if owner else 0)))
    text = question
    for start, end in reversed(cuts):
        text = f"{text[:start]} {text[end:]}"
    return named, re.sub(r"\s+([?,.])", r"\1", re.sub(r"\s+", " ", text)).strip()


def _shortened(word: Word, first: str, parts: dict[str, set[str]]) -> set[str]:
    """The one speaker whose name begins like a capitalised word."""
    if len(word.plain) < SHORTEST_NAME or not first.isupper() or not word.says_something:
        return set()
    meant = [speakers for part, speakers in parts.items() if part.startswith(word.plain)]
    return meant[0] if len(meant) == 1 else set()
