"""How a language opens a reminder, a note, a question; a module for each language."""

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module

from cairn.when.tokens import fold


@dataclass(frozen=True)
class Words:
    """The openings of one language, as patterns over folded text (lower case, no accents).

    Openings are matched at the beginning; commands match the whole. `verbs` are imperatives and infinitives
    that begin a thing to do, `nounish` those of them that are as often nouns, and `infinitive` the form of all others.
    `jotted` are the openings of a note that ask for no more than to keep it; `more` asks for a wait that is told beside
    it. `not_but` puts one time against another ("not friday, thursday"); `then` joins what comes one after
    the other, and `determiners` are what follows a verb and no noun. `rather` and `leading` go before a
    time that answers a question, the first to correct what was understood; `instead` goes after one, and `at` is
    what a bare hour needs before it.
    """

    polite_lead: str
    polite_tail: str
    remind: str
    jotted: str
    more: str
    infinitive: str
    note: str
    idea: str
    need: str
    plan: str
    having: str
    onto_list: str
    happens: str
    recall: str
    recall_about: str
    question: str
    statement: str
    finite: str
    join: str
    today: str
    leaving: str
    next: str
    spare: str
    light: str
    not_that: str
    too_much: str
    smaller: str
    done: str
    later: str
    snooze_default_minutes: int
    undo: str
    help: str
    hello: str
    thanks: str
    agreed: str
    denied: str
    not_but: str
    then: str
    determiners: str
    rather: str
    instead: str
    leading: str
    at: str
    verbs: str
    nounish: str


@dataclass(frozen=True)
class Lexicon:
    """The same, compiled."""

    polite_lead: re.Pattern[str]
    polite_tail: re.Pattern[str]
    remind: re.Pattern[str]
    jotted: re.Pattern[str]
    more: re.Pattern[str]
    infinitive: re.Pattern[str]
    note: re.Pattern[str]
    idea: re.Pattern[str]
    need: re.Pattern[str]
    plan: re.Pattern[str]
    having: re.Pattern[str]
    onto_list: re.Pattern[str]
    happens: re.Pattern[str]
    recall: re.Pattern[str]
    recall_about: re.Pattern[str]
    question: re.Pattern[str]
    statement: re.Pattern[str]
    finite: re.Pattern[str]
    join: re.Pattern[str]
    today: re.Pattern[str]
    leaving: re.Pattern[str]
    next: re.Pattern[str]
    spare: re.Pattern[str]
    light: re.Pattern[str]
    not_that: re.Pattern[str]
    too_much: re.Pattern[str]
    smaller: re.Pattern[str]
    done: re.Pattern[str]
    later: re.Pattern[str]
    undo: re.Pattern[str]
    help: re.Pattern[str]
    hello: re.Pattern[str]
    thanks: re.Pattern[str]
    agreed: re.Pattern[str]
    denied: re.Pattern[str]
    not_but: re.Pattern[str]
    then: re.Pattern[str]
    rather: re.Pattern[str]
    instead: re.Pattern[str]
    leading: re.Pattern[str]
    verbs: frozenset[str]
    nounish: frozenset[str]
    determiners: frozenset[str]
    snooze_default_minutes: int
    at: str


SUPPORTED = ("en", "es", "fr", "pt")
_WHOLE = {
    "today",
    "leaving",
    "next",
    "spare",
    "light",
    "not_that",
    "too_much",
    "smaller",
    "infinitive",
    "done",
    "later",
    "undo",
    "help",
    "onto_list",
    "hello",
    "thanks",
    "agreed",
    "denied",
    "not_but",
}
_ENDING = {"polite_tail", "happens", "instead"}
_FREE = {
    "jotted",
    "more",
    "join",
    "finite",
    "recall_about",
    "polite_lead",
    "recall",
    "question",
    "rather",
    "leading",
    "then",
}


@cache
def lexicon(tag: str) -> Lexicon:
    """The openings of a language; English for one that isn't known."""
    base = tag.split("-", maxsplit=1)[0].lower()
    words: Words = import_module(f"{__name__}.{base if base in SUPPORTED else 'en'}").WORDS
    compiled: dict[str, object] = {}
    for field in fields(Words):
        value = getattr(words, field.name)
        if field.name in ("verbs", "nounish", "determiners"):
            compiled[field.name] = frozenset(fold(value).split())
        elif isinstance(value, int) or field.name == "at":
            compiled[field.name] = value
        else:
            compiled[field.name] = re.compile(_placed(field.name, value), re.VERBOSE)
    return Lexicon(**compiled)  # type: ignore[arg-type]  # each field has the type of its name, as above


def _placed(name: str, pattern: str) -> str:
    if name in _WHOLE or name in _ENDING:
        return rf"(?:{pattern})\s*\Z"
    if name in _FREE:
        return rf"(?:{pattern})"
    return rf"(?:{pattern})(?:\s+|$|(?<=[:,']))"
