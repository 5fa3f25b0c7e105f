"""Which procedure somebody means. Pure.

A title on a list is short, and everybody writes theirs differently. Each procedure is known by its names, by the words
with which people speak of it, and, more faintly, by those of its steps. Words are compared by how they begin, so that
`limpiar` and `limpieza` meet; a word that few procedures know says more than one that many do. Where two procedures
come out alike, nothing is found: wrong steps are worse than plain ones.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from cairn.tasks.breakdown.library import Procedure, procedures
from cairn.tasks.rules import FILLERS
from cairn.when.tokens import fold, tokenise

SURE = 0.45
"""From 0 to 1: so much of the title and of a procedure's name must meet."""
AHEAD = 0.08
"""So far the best must be ahead of the next."""
MOST_WORDS = 30
NAMED, SPOKEN, STEPPED = 1.0, 0.75, 0.35
"""How much a word counts that stands in a name, among the words, in a step."""
KNOWN = 0.5
"""So much a word has to count with a procedure to be known by it."""
UNKNOWN = 0.75
"""What a word weighs that no procedure knows, beside the rarest that one does."""

_WHEN_AND_MUST = """
after afternoon again already before evening first friday gets going got gotta monday morning must need needs new now
saturday should some sunday thursday time today tomorrow tonight tuesday wants wednesday week weekend
ahora antes debo domingo esta hay hoy jueves lunes manana martes miercoles necesito otra quiero sabado semana tengo vez
viernes apres aujourd avant demain dimanche dois faut hui jeudi lundi mardi mercredi samedi semaine veux vendredi
agora amanha depois devo hoje preciso quarta quero quinta segunda sexta tenho terca
"""
# Beside the words that say nothing of a task: when it is to be done, and that it must be.
_COMMON = FILLERS | frozenset(_WHEN_AND_MUST.split())
_ANYTHING = frozenset(["something", "algo", "quelque", "objet", "chose", "coisa", "cosa"])
"""What may be anything, in the names of procedures."""
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


@dataclass(frozen=True, slots=True)
class _Known:
    """A procedure, its names as words, and how much each of its words counts.

    Args:
        deeds: With what its names begin: what is done.
    """

    procedure: Procedure
    names: tuple[tuple[str, ...], ...]
    words: Mapping[str, float]
    deeds: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Index:
    """One language's procedures.

    Args:
        weights: How much a word says.
        rarest: How much one says that a single procedure knows.
        alike: Every word, by how it begins.
        exact: Procedures by their names.
        deeds: Of all of them.
    """

    known: Sequence[_Known]
    weights: Mapping[str, float]
    rarest: float
    alike: Mapping[str, Sequence[str]]
    exact: Mapping[str, Procedure]
    deeds: frozenset[str]


def found(text: str, language: str) -> Procedure | None:
    """The procedure for what somebody has to do, if one fits."""
    index = _index(language)
    named = index.exact.get(_plain(text))
    if named is not None:
        return named
    asked = [_near(word, index) for word in list(dict.fromkeys(_words(text)))[:MOST_WORDS]]
    ranked = sorted(_scored(asked, index), key=lambda one: one[0], reverse=True)[:2]
    if not ranked or ranked[0][0] < SURE or (len(ranked) == 2 and ranked[0][0] - ranked[1][0] < AHEAD):
        return None
    best = ranked[0][1]
    return best.procedure if not _does(asked, index) or _meant(best, asked) else None


def _scored(asked: Sequence[Mapping[str, float]], index: _Index) -> Iterable[tuple[float, _Known]]:
    if not any(asked):
        return
    weighed = [
        (
            near,
            max((_weight(word, index) * likeness for word, likeness in near.items()), default=UNKNOWN * index.rarest),
        )
        for near in asked
    ]
    total = sum(weight for _, weight in weighed)
    does = _does(asked, index)
    for one in index.known:
        if does and not _knows_deed(one, asked[0]):
            continue  # "return the parcel" is not how one is collected
        told = sum(weight * _best(near, one.words) for near, weight in weighed) / total
        if told:
            name = max(_met(name, asked, index) for name in one.names)
            yield 0.6 * told + 0.4 * math.sqrt(told * name), one


def _does(asked: Sequence[Mapping[str, float]], index: _Index) -> bool:
    """Whether it begins with what is to be done."""
    return bool(index.deeds & asked[0].keys())


def _knows_deed(known: _Known, deed: Mapping[str, float]) -> bool:
    return any(
        likeness * known.words.get(word, 0.0) >= KNOWN and (likeness == 1.0 or word in known.deeds)
        for word, likeness in deed.items()
    )


def _meant(known: _Known, asked: Sequence[Mapping[str, float]]) -> bool:
    """Whether a procedure for the deed is one for what it is done to: who unpacks boxes has been on no trip."""
    deed, *others = asked
    if not others or any(_best(near, known.words) >= KNOWN for near in others):
        return True
    return any(len(name) > 1 and name[0] in deed and name[1] in _ANYTHING for name in known.names)


def _best(near: Mapping[str, float], words: Mapping[str, float]) -> float:
    return max((likeness * words.get(word, 0.0) for word, likeness in near.items()), default=0.0)


def _met(name: Sequence[str], asked: Sequence[Mapping[str, float]], index: _Index) -> float:
    """How much of a name stands in what was asked."""
    weights = [_weight(word, index) for word in name]
    met = (weight * max(near.get(word, 0.0) for near in asked) for word, weight in zip(name, weights, strict=True))
    return sum(met) / (sum(weights) or 1.0)


def _weight(word: str, index: _Index) -> float:
    return index.weights.get(word, UNKNOWN * index.rarest)


def _near(word: str, index: _Index) -> Mapping[str, float]:
    """The words of the library that are like one, and how much."""
    others = index.alike.get(word[:4], ()) if len(word) >= 4 else (word,)
    return {other: likeness for other in others if (likeness := _likeness(word, other))}


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    longer = max(len(one), len(other))
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    if same >= 0.6 * longer:
        return 0.85
    return 0.6 if same >= 5 else 0.0


@cache
def _index(language: str) -> _Index:
    known = [_read(one) for one in procedures(language)]
    seen = Counter(word for one in known for word, counts in one.words.items() if counts > STEPPED)
    count = len(known)
    weights = {word: math.log(1 + (count - often + 0.5) / (often + 0.5)) for word, often in seen.items()}
    alike: dict[str, list[str]] = {}
    for word in dict.fromkeys(word for one in known for word in one.words):
        alike.setdefault(word[:4], []).append(word)
    exact = {_plain(name): one.procedure for one in known for name in (one.procedure.title, *one.procedure.also)}
    deeds = frozenset().union(*(one.deeds for one in known))
    return _Index(known, weights, math.log(1 + (count - 0.5) / 1.5), alike, exact, deeds)


def _read(procedure: Procedure) -> _Known:
    names = tuple(tuple(_words(name)) for name in (procedure.title, *procedure.also))
    words: dict[str, float] = {}
    for step in procedure.steps:
        for part in (step, *step.parts):
            words |= dict.fromkeys(_words(part.text), STEPPED)
    for word in procedure.words:
        words |= dict.fromkeys(_words(word), SPOKEN)
    for name in names:
        words |= dict.fromkeys(name, NAMED)
    deeds = frozenset(name[0] for name in names if len(name) > 1)
    return _Known(procedure, tuple(name for name in names if name) or ((),), words, deeds)


def _words(text: str) -> Iterable[str]:
    for token in tokenise(fold(text.translate(_LIGATURES))):
        if len(token.word) > 1 and token.word.isalpha() and token.word not in _COMMON:
            yield token.word.removesuffix("s") if len(token.word) > 4 else token.word


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text.translate(_LIGATURES))))
