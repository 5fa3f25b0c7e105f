"""Whether a sentence claims that the assistant did, does or will do something."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from cairn.assistant.guard.plain import TICK, plain
from cairn.assistant.guard.speech import LANGUAGES, Speech

_CLAUSES = re.compile(r"\s*(?:[,;:()\[\]\"]|\s-+\s|->|\.\.+|[.!]\s|(?<=\?)\s|(?=¿)|[¡!])\s*")
_SPACED_OUT = re.compile(r"(?<!\w)\w(?:[ .\-_·*]{1,3}\w){4,}(?!\w)")


@dataclass(frozen=True)
class _Compiled:
    """A language's patterns, ready to search.

    `done` holds what claims whatever surrounds it; `state` what claims unless it is asked or conditional;
    `promise` what claims unless it is offered. `start` stands at the beginning of a clause.
    """

    done: re.Pattern[str]
    state: re.Pattern[str]
    promise: re.Pattern[str]
    start: re.Pattern[str]
    fillers: re.Pattern[str]
    asked: re.Pattern[str]
    conditional: re.Pattern[str]
    consent: re.Pattern[str]
    spared: re.Pattern[str]


def claims(sentence: str) -> bool:
    """Whether this must not stand as a model's own words, in any language Cairn speaks."""
    if _SPACED_OUT.search(sentence):
        return True  # Nobody writes l i k e t h i s who doesn't want to be overlooked.
    text = plain(sentence)
    if not any(character.isalpha() for character in text):
        return TICK in text
    if TICK in text:
        return True
    clauses = [clause for clause in _CLAUSES.split(text) if clause and clause.strip(" .!?-'")]
    asks = text.rstrip(" \"')").endswith("?")
    return any(_claims_in(language, clauses, asks, text) for language in _languages())


def _claims_in(language: _Compiled, clauses: list[str], asks: bool, text: str) -> bool:
    offered = language.consent.search(text) is not None
    for number, whole in enumerate(clauses):
        clause = language.spared.sub(" ~ ", whole)
        if language.done.search(clause):
            return True
        asked = (asks or "?" in whole) and (
            language.asked.match(clause) or (len(clauses) == 1 and len(clause.split()) < 3)
        )
        if asked:
            continue
        conditional = language.conditional.match(clause) is not None
        bare = language.fillers.sub("", clause)
        if not conditional and (language.state.search(clause) or language.start.match(bare)):
            return True
        if not conditional and not offered and language.promise.search(clause):
            return True
        if number == 0 and not bare.strip(" .!?") and len(clauses) == 1:
            return False
    return False


@cache
def _languages() -> tuple[_Compiled, ...]:
    return tuple(_compiled(import_module(f"cairn.assistant.guard.speech.{tag}").SPEECH) for tag in LANGUAGES)


def _compiled(speech: Speech) -> _Compiled:
    def either(patterns: tuple[str, ...]) -> re.Pattern[str]:
        filled = (_filled(pattern, speech.slots) for pattern in patterns)
        return re.compile("|".join(f"(?:{pattern})" for pattern in filled))

    fillers = _filled(speech.fillers, speech.slots)
    return _Compiled(
        done=either(speech.done),
        state=either(speech.state),
        promise=either(speech.promise),
        start=either(speech.start),
        fillers=re.compile(rf"^(?:[^\w~]*(?:{fillers})\b[^\w~]*)*[^\w~]*"),
        asked=either(speech.asked),
        conditional=either(speech.conditional),
        consent=either(speech.consent),
        spared=either(speech.spared),
    )


def _filled(pattern: str, slots: dict[str, str]) -> str:
    """Put a language's word lists in the place of `<NAME>`; a list may name another one."""
    while (slot := re.search(r"<([A-Z]+)>", pattern)) is not None:
        pattern = pattern.replace(slot[0], f"(?:{slots[slot[1]]})")
    return pattern
