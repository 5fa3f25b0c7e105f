"""How each language says that something was done, is being done or will be done."""

from dataclasses import dataclass

LANGUAGES = ("en", "es", "fr", "pt")


@dataclass(frozen=True)
class Speech:
    """A language's claims as patterns over plain text (lower case, no accents); `<NAME>` stands for a slot.

    Args:
        slots: Word lists, as alternatives.
        done: Claims whatever surrounds them: "I've booked".
        state: Claims unless asked or conditional: "it is booked".
        promise: Claims unless offered or conditional: "I'll book".
        start: Claims when a clause begins so: "booked for three".
        fillers: Words that may lead a clause and say nothing: "sure, great, okay".
        asked: How a clause begins that truly asks.
        conditional: How a clause begins that only supposes.
        consent: Where the person is left to decide: "if you like", "shall I".
        spared: Phrases that look like claims and are none; they are taken out first.
    """

    slots: dict[str, str]
    done: tuple[str, ...]
    state: tuple[str, ...]
    promise: tuple[str, ...]
    start: tuple[str, ...]
    fillers: str
    asked: tuple[str, ...]
    conditional: tuple[str, ...]
    consent: tuple[str, ...]
    spared: tuple[str, ...]


def alternatives(words: str) -> str:
    """A list of words as a pattern; longer ones first, so that none hides behind its beginning."""
    return "|".join(sorted(words.split(), key=len, reverse=True))
