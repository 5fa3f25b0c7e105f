"""What a person says about an answer: that it is wrong or over, to forget it, or why. A module for each language."""

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from typing import Literal

from cairn.when.tokens import fold

SUPPORTED = ("en", "es", "fr", "pt")
_LONGEST = 160
_EDGES = ' \t\n.!,;:…"“”«»'

Kind = Literal["wrong", "no", "over", "forget", "why", "about_me"]
_KINDS: tuple[Kind, ...] = ("why", "forget", "over", "wrong", "no", "about_me")


@dataclass(frozen=True)
class Words:
    """One language, as patterns over plain text (lower case, no accents), matched as a whole.

    Args:
        wrong: What was told isn't so. `no` says so only right after a claim.
        over: It was so and is no longer, with a word that points at what was told ("there").
        forget: What was told should be forgotten; `{which}` says which of several.
        why: Where an answer comes from.
        about_me: All that is known of the person.
        against: What stands before what is right instead ("no, …"), matched at the beginning.
        no_value: What may stand there and is nothing that could be so instead ("no, thanks").
        yes: Do what was proposed. `leave` lets it be.
        first, second, third, every: Which of several. `both` and `neither` of two.
        before: Right before something that happened (`event`), at the end of a question.
        happened: What tells that somebody speaks of the past.
        moved: Going to live elsewhere.
    """

    wrong: str
    no: str
    over: str
    forget: str
    why: str
    about_me: str
    against: str
    no_value: str
    yes: str
    leave: str
    first: str
    second: str
    third: str
    every: str
    both: str
    neither: str
    it_is: str
    before: str
    happened: str
    moved: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """What was said about an answer.

    Args:
        which: The place of what is meant among several, from 0; `None` when no place was named.
        every: All of them are meant.
    """

    kind: Kind
    which: int | None = None
    every: bool = False


def reaction(text: str, language: str) -> Reaction | None:
    """What a whole message says about the answer before it, or None when it says anything else."""
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST:
        return None
    for tag in _tags(language):
        words = _compiled(tag)
        for kind in _KINDS:
            found = words[kind].fullmatch(plain)
            if found:
                which = found["which"] if kind == "forget" else None
                return Reaction(kind, place(which or "", tag), bool(which and words["every"].fullmatch(which)))
    return None


def instead(text: str, language: str) -> str | None:
    """What is said against an answer: "no, I live in Porto" without its no. None when nothing is put against it."""
    stripped = text.strip()
    for tag in _tags(language):
        rest, found = stripped, False
        while (opening := _compiled(tag)["against"].match(fold(rest))) is not None and opening.end():
            rest, found = rest[opening.end() :].lstrip(" ,.;:-–—"), True
        if found and rest.strip(_EDGES):
            return rest.strip(_EDGES)
    return None


def value_alone(text: str, language: str) -> str:
    """The value in "it's Porto": words without what leads them."""
    rest = text.strip(_EDGES)
    for tag in _tags(language):
        opening = _compiled(tag)["it_is"].match(fold(rest))
        if opening is not None and opening.end() < len(rest):
            return rest[opening.end() :].strip(_EDGES)
    return rest


def is_no_value(text: str, language: str) -> bool:
    """Whether words that stand where a value could say nothing of what was told: "no, it's fine"."""
    return any(_compiled(tag)["no_value"].fullmatch(_plain(text)) for tag in _tags(language))


def decision(text: str, language: str) -> bool | None:
    """Whether a whole message says yes or no to what was proposed; None when it says anything else."""
    plain = _plain(text)
    for tag in _tags(language):
        if _compiled(tag)["yes"].fullmatch(plain):
            return True
        if _compiled(tag)["leave"].fullmatch(plain):
            return False
    return None


def place(text: str, language: str) -> int | None:
    """Which of several words name: "the second" is 1."""
    plain = _plain(text)
    for tag in _tags(language):
        for number, name in enumerate(("first", "second", "third")):
            if _compiled(tag)[name].fullmatch(plain):
                return number
    return None


def of_two(text: str, language: str) -> Literal["both", "neither"] | None:
    """Whether both of two are meant, or neither."""
    plain = _plain(text)
    for tag in _tags(language):
        if _compiled(tag)["both"].fullmatch(plain):
            return "both"
        if _compiled(tag)["neither"].fullmatch(plain):
            return "neither"
    return None


def before_event(question: str, language: str) -> tuple[str, str] | None:
    """A question without its "before …", and the event that is named there."""
    for tag in _tags(language):
        found = _compiled(tag)["before"].search(fold(question))
        if found is not None:
            rest = question[: found.start()].strip(" ,?¿.")
            return (rest, question[slice(*found.span("event"))].strip(" ?.!")) if rest else None
    return None


def is_of_the_past(text: str, language: str) -> bool:
    return any(_compiled(tag)["happened"].search(fold(text)) for tag in _tags(language))


def is_a_move(event: str, language: str) -> bool:
    return any(_compiled(tag)["moved"].search(fold(event)) for tag in _tags(language))


def _plain(text: str) -> str:
    return " ".join(fold(text.replace("’", "'")).strip(_EDGES + "?¿¡").split())


def _tags(language: str) -> tuple[str, ...]:
    base = language.split("-", maxsplit=1)[0].lower()
    return tuple(dict.fromkeys((base if base in SUPPORTED else "en", "en")))


_FREE = frozenset({"against", "it_is", "before", "happened", "moved"})


@cache
def _compiled(tag: str) -> dict[str, re.Pattern[str]]:
    words: Words = import_module(f"{__name__}.{tag}").WORDS
    which = f"(?P<which>{'|'.join((words.first, words.second, words.third, words.every))})"
    patterns = {field.name: getattr(words, field.name).replace("{which}", which) for field in fields(Words)}
    return {
        name: re.compile(rf"(?:{pattern})(?![\w'])[\s,.;:!-]*" if name in ("against", "it_is") else pattern)
        for name, pattern in patterns.items()
    }
