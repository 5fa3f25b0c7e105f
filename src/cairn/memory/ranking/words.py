"""Words of texts and questions as 32-bit numbers, so that a person's every memory can be counted in one go.

A memory's words are stemmed by the language it is written in. A question's words are stemmed by all four, and each
stem is another way to be the same word: so what was written in one language is found by a question in it, whatever
was taken for the language of either.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cairn.memory.stopwords import ENGLISH, FRENCH, PORTUGUESE, SPANISH, STOP_WORDS

if TYPE_CHECKING:
    import Stemmer

STEMMERS = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}
MOST_WORDS = 32

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = {
    "en": frozenset(ENGLISH.split()),
    "es": frozenset(SPANISH.split()),
    "fr": frozenset(FRENCH.split()),
    "pt": frozenset(PORTUGUESE.split()),
}

Hashes = NDArray[np.uint32]


class Word(NamedTuple):
    """A word where it stands in a text.

    Args:
        start: Of its first character.
        end: After its last.
        plain: Lower case, without accents.
    """

    start: int
    end: int
    plain: str

    @property
    def says_something(self) -> bool:
        """Whether it carries meaning by itself."""
        single_letter = len(self.plain) == 1 and self.plain.isascii() and not self.plain.isdigit()
        return self.plain not in STOP_WORDS and not single_letter


def folded(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f").lower()


def words_in(text: str) -> Iterator[Word]:
    """Every word, where it stands. Composes nothing, so that places are those of the text as it is."""
    for match in _WORD.finditer(text):
        yield Word(match.start(), match.end(), folded(match.group()))


def language_of(text: str, otherwise: str = "en") -> str:
    """The language most of the small words are of; `otherwise` where none speaks, or several equally."""
    small = [word for word in _WORD.findall(folded(text)) if word in STOP_WORDS]
    counts = {code: sum(word in known for word in small) for code, known in _FUNCTION_WORDS.items()}
    most = max(counts.values())
    if most == 0 or counts.get(otherwise) == most:
        return otherwise if otherwise in STEMMERS else "en"
    return max(counts, key=counts.__getitem__)


def hashes_of(text: str, language: str | None = None) -> Hashes:
    """The words of a memory that say something, in their order and as often as they come."""
    code = language if language in STEMMERS else language_of(text)
    stems = [_hash(code, word.plain) for word in words_in(text) if word.says_something]
    return np.array(stems, np.uint32)


def packed(hashes: Hashes) -> bytes:
    """As they are kept beside a memory: four bytes a word, the lowest first."""
    return hashes.astype("<u4").tobytes()


def unpacked(kept: bytes) -> Hashes:
    return np.frombuffer(kept, "<u4").astype(np.uint32, copy=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question.

    Args:
        written: As it was asked.
        plain: Lower case, without accents.
        hashes: The ways it may be kept, the same word in each.
    """

    written: str
    plain: str
    hashes: tuple[int, ...]


def terms_of(question: str) -> list[Term]:
    """The words of a question that say what it is about, each once, the first of them if they are many."""
    text = unicodedata.normalize("NFC", question)
    found: dict[tuple[int, ...], Term] = {}
    for word in words_in(text):
        if word.says_something:
            hashes = ways(word.plain)
            found.setdefault(hashes, Term(text[word.start : word.end], word.plain, hashes))
    return list(found.values())[:MOST_WORDS]


@lru_cache(maxsize=8_192)
def ways(plain: str) -> tuple[int, ...]:
    """The numbers of a word's stems in the four languages, each once."""
    return tuple(dict.fromkeys(_hash(code, plain) for code in STEMMERS))


@lru_cache(maxsize=65_536)
def _hash(code: str, plain: str) -> int:
    stem: str = _stemmer(code).stemWord(plain)
    return zlib.crc32(stem.encode())


@cache
def _stemmer(code: str) -> "Stemmer.Stemmer":
    import Stemmer

    # Its own cache is not safe between threads; ours is.
    return Stemmer.Stemmer(STEMMERS[code], 0)
