"""Text that names moments. It is written once; how far off they are is told when it is read. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from string import Formatter

from cairn import when
from cairn.assistant.schemas import Part, Text

_SENTENCES = Formatter()


def plain(words: str) -> Text:
    """Words that name no moment."""
    return (Part(text=words),) if words else ()


def fill(sentence: str, **filling: str | Part | Text) -> Text:
    """A sentence of the catalogue with its names in braces filled in."""
    parts: list[Part] = []
    for words, name, _, _ in _SENTENCES.parse(sentence):
        parts += plain(words)
        if name is not None:
            parts += _parts(filling[name])
    return _merged(parts)


def joined(texts: Iterable[Text], by: str) -> Text:
    """Texts one after the other, with something between them."""
    parts: list[Part] = []
    for text in texts:
        parts += plain(by) if parts else ()
        parts += text
    return _merged(parts)


def written(text: Sequence[Part]) -> str:
    """The words alone: every moment in full, and nothing that is true for a moment only."""
    return "".join(part.text for part in text)


def told(text: Sequence[Part], now: datetime, locale: str) -> str:
    """The words as they are read at `now`: "Thu 26 Nov, 15:00 (in 3 h 20)"."""
    return "".join(
        part.text if part.at is None else f"{part.text} ({when.say_away(part.at, now, locale)})" for part in text
    )


def _parts(filling: str | Part | Text) -> Text:
    if isinstance(filling, str):
        return plain(filling)
    return (filling,) if isinstance(filling, Part) else filling


def _merged(parts: Iterable[Part]) -> Text:
    """The same text with as few parts as there can be."""
    merged: list[Part] = []
    for part in parts:
        if merged and part.at is None and merged[-1].at is None:
            merged[-1] = Part(text=merged[-1].text + part.text)
        else:
            merged.append(part)
    return tuple(merged)
