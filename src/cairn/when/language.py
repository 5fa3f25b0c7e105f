"""A language as data: its words and the orders they come in, compiled once into what the chart walks."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from cairn.when.productions import COMMON, PRODUCTIONS
from cairn.when.tokens import words
from cairn.when.values import Weak

Build = Callable[..., Any]


@dataclass(frozen=True)
class Language:
    """Words and word orders of one language.

    `words` maps a kind to what its phrases mean: `{"weekday": {"monday|mon": 0}}`; `|` parts synonyms.
    `patterns` maps the name of a production to the orders that express it, in a small notation:
    `<kind>` is anything of that kind, other words stand for themselves, `a|b` is either, `a?` may be left
    out. `weak` lists words that are no time when they stand alone in a sentence.
    `leads` are prepositions that go when the time they led goes; `counted` are nouns that turn the
    number before them into an amount. `particles` are two leads of which the first belongs to the verb
    ("put the wash on in 20 mins"). `has` is a verb that without its accents looks like a lead before a
    clock time ("Marta a deux enfants"), or an article ("las 2 entradas") unless one of `at` is before it, and
    `joins` are the words that may follow such a clock time. `streets` tell the number of a house. Words of `outer`
    are weekdays at the end of what is said, unless one of `before_outer` is in front ("pagar a luz sexta"), and
    at its beginning where `after_outer` follows ("sexta pagar a luz"). Before words of `beside` an hour is a length
    ("une heure avant"). `shifts` have their part of the day in their name ("turno de noche"). Only behind one of
    `clock_leads` a few hours are a clock time: "à 2h", and not "étudier 2h".
    Behind `occasions` a part of the day is one ("quiz night"), behind `before_names` a month somebody ("with June").
    """

    tag: str
    words: Mapping[str, Mapping[str, Any]]
    patterns: Mapping[str, tuple[str, ...]]
    weak: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    has: str = ""
    at: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    clock_leads: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    shifts: frozenset[str] = frozenset()
    outer: frozenset[str] = frozenset()
    before_outer: frozenset[str] = frozenset()
    after_outer: str = ""
    ordinal_suffixes: str = ""
    occasions: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    clock_of_24: bool = True
    fortnight: int = 15  # "quince días" are two weeks


class Node:
    """A place in the tree of patterns: what may come next, and what is complete here."""

    __slots__ = ("builds", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.builds: list[tuple[str, Build]] = []


@dataclass(frozen=True)
class Grammar:
    language: Language
    root: Node
    lexicon: Mapping[str, list[tuple[tuple[str, ...], str, Any]]]
    ordinal: re.Pattern[str] | None


SUPPORTED = ("en", "es", "fr", "pt")


@cache
def grammar(base: str) -> Grammar:
    """The compiled grammar of a language.

    Raises:
        ValueError: the language is not one of those known.
    """
    if base not in SUPPORTED:
        raise ValueError(f"no grammar of time for language {base!r}")
    language: Language = import_module(f"cairn.when.languages.{base}").LANGUAGE
    return compile_grammar(language)


def compile_grammar(language: Language) -> Grammar:
    root = Node()
    for name, sequence in orders_of(language):
        _plant(root, sequence, *PRODUCTIONS[name])
    suffixes = language.ordinal_suffixes
    ordinal = re.compile(rf"(\d{{1,3}})\s?(?:{suffixes})(?![^\W_])") if suffixes else None
    return Grammar(language, root, _lexicon(language), ordinal)


def orders_of(language: Language) -> Iterator[tuple[str, list[str]]]:
    """Every order of words and readings from which something is built, by the name of what builds it."""
    for patterns in (COMMON, language.patterns):
        for name, orders in patterns.items():
            for order in orders:
                for sequence in _expanded(order):
                    yield name, sequence


def _lexicon(language: Language) -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    lexicon: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for kind, phrases in language.words.items():
        for synonyms, value in phrases.items():
            for phrase in synonyms.split("|"):
                meaning = Weak(value) if phrase in language.weak and isinstance(value, int) else value
                for variant in {phrase, phrase.replace("-", " ")}:
                    first, *rest = words(variant)
                    lexicon.setdefault(first, []).append((tuple(rest), f"<{kind}>", meaning))
    return lexicon


def _expanded(order: str) -> list[list[str]]:
    sequences: list[list[str]] = [[]]
    for item in order.split():
        optional = len(item) > 1 and item.endswith("?")
        choices = (item[:-1] if optional else item).split("|")
        longer = [[*sequence, choice] for sequence in sequences for choice in choices]
        sequences = [*sequences, *longer] if optional else longer
    return sequences


def _plant(root: Node, sequence: list[str], result: str, build: Build) -> None:
    node = root
    for item in sequence:
        for step in [item] if item.startswith("<") else words(item):
            node = node.next.setdefault(step, Node())
    if (f"<{result}>", build) not in node.builds:
        node.builds.append((f"<{result}>", build))
