"""A fact as a sentence to the person, as it is and as it was, in every language; a module for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

SUPPORTED = ("en", "es", "fr", "pt")

FEMININE = frozenset(
    {
        "aunt",
        "daughter",
        "girlfriend",
        "grandmother",
        "mother",
        "mother-in-law",
        "niece",
        "sister",
        "sister-in-law",
        "stepmother",
        "turtle",
        "wife",
    }
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """One language. `{value}` is what is so, `{who}` whom it is about.

    Args:
        mine: Of the person, by relation: as it is, as it was.
        theirs: Of somebody else.
        role: What somebody who is a `{word}` to the person is called; for a feminine word `role_f`.
        favourite: With `{qualifier}`.
        other: What has no sentence of its own.
        whose: "your sister", for a feminine word `whose_f`.
        and_: Between the last two of several values.
    """

    mine: Mapping[str, tuple[str, str]]
    theirs: Mapping[str, tuple[str, str]]
    role: tuple[str, str]
    role_f: tuple[str, str]
    favourite: tuple[str, str]
    other: tuple[str, str]
    whose: str
    whose_f: str
    and_: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a fact is about.

    Args:
        key: `me`, a role, or a name in lower case.
        role: What somebody is to the person, for a fact that says it or is about them.
        word: The same in the person's language.
    """

    key: str
    role: str = ""
    word: str = ""


def sentence(
    subject: Subject, relation: str, qualifier: str, values: Sequence[str], locale: str, *, is_now: bool
) -> str:
    """One fact, or several of one kind, without the full stop."""
    told = _sentences(locale)
    value = _joined(values, told.and_)
    tense = 0 if is_now else 1
    if subject.key == "me":
        if relation in told.mine:
            return told.mine[relation][tense].format(value=value)
        if relation == "favourite":
            return told.favourite[tense].format(value=value, qualifier=qualifier)
        if subject.word:
            role = told.role_f if subject.role in FEMININE else told.role
            return role[tense].format(value=value, word=subject.word)
        return told.other[tense].format(value=value)
    whose = told.whose_f if subject.role in FEMININE else told.whose
    who = whose.format(word=subject.word) if subject.word else subject.key.title()
    line = told.theirs.get(relation, told.other)[tense].format(value=value, who=who)
    return line[:1].upper() + line[1:]


def _joined(values: Sequence[str], and_: str) -> str:
    unique = list(dict.fromkeys(values))
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} {and_} {unique[-1]}"


@cache
def _sentences(locale: str) -> Sentences:
    base = locale.split("-", maxsplit=1)[0].lower()
    found = import_module(f"{__name__}.{base if base in SUPPORTED else 'en'}").SENTENCES
    assert isinstance(found, Sentences)
    return found
