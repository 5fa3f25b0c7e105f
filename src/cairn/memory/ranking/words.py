"""Words as numbers: folded, stemmed, and packed for a row of the database. Pure."""

import re
import threading
import zlib
from collections.abc import Sequence

import numpy as np
import Stemmer
from numpy.typing import NDArray

from cairn.memory.rules import folded
from cairn.memory.stopwords import STOP_WORDS

LANGUAGES = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}
_WORD = re.compile(r"[^\W_]+")
_held = threading.local()


def packed_stems(text: str, language: str) -> bytes:
    """The stems of a text as little-endian numbers of 32 bits, once for each time they stand in it.

    Stemmed as English, which everybody mixes in, and as the person's language; where both agree, once. Words that
    carry no meaning are left out, unless there are no others.
    """
    words = _WORD.findall(folded(text))
    words = [word for word in words if word not in STOP_WORDS] or words
    english = _stemmer("en").stemWords(words)
    if language not in LANGUAGES or language == "en":
        return numbers(english).tobytes()
    own = _stemmer(language).stemWords(words)
    return numbers([*english, *(b for a, b in zip(english, own, strict=True) if a != b)]).tobytes()


def stems_of(word: str) -> NDArray[np.uint32]:
    """All numbers that a word of a question may have been packed as, in any of the languages."""
    plain = folded(word)
    return numbers(sorted({_stemmer(language).stemWord(plain) for language in LANGUAGES}))


def numbers(stems: Sequence[str]) -> NDArray[np.uint32]:
    """Stems as numbers. Two that share one by chance cost a person nothing but a lesser hit."""
    return np.fromiter((zlib.crc32(stem.encode()) for stem in stems), "<u4", len(stems))


def _stemmer(language: str) -> "Stemmer.Stemmer":
    """A stemmer of this thread: they keep state."""
    held: dict[str, Stemmer.Stemmer] = _held.__dict__.setdefault("stemmers", {})
    if language not in held:
        held[language] = Stemmer.Stemmer(LANGUAGES[language], 0)
    return held[language]
