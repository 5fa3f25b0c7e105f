"""Which fact a question asks for: "where do I live?", "what's my sister's name?". Pure; a module for each language."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import count

from cairn.memory.facts.compiled import compiled
from cairn.memory.facts.languages import SUPPORTED
from cairn.memory.facts.relations import ROLES
from cairn.memory.facts.statement import ME
from cairn.when.tokens import fold

_SLOT = re.compile(r"\{(role|who|qual)\}")
_LONGEST = 200
_EDGES = " \t\n?¿!¡.,;:\"“”«»'"


@dataclass(frozen=True, slots=True)
class Slot:
    """What a question asks for.

    Args:
        subject: `me`, a role ("sister"), or a name in lower case.
        relations: Any of these answers.
        qualifier: Only what has this one.
        past: Asked in the past tense.
    """

    subject: str
    relations: tuple[str, ...]
    qualifier: str | None = None
    past: bool = False


@dataclass(frozen=True, kw_only=True)
class Asking:
    """How one language asks, as patterns over plain text (lower case, no accents), matched as a whole.

    Args:
        lead: What may stand before a question; `tail` what may follow it ("now", "again").
        past: What tells that a question is about the past.
        mine: About the person: relations parted by spaces, and the pattern.
        theirs: The same about somebody else, who is `{who}`.
        named: What somebody who is a `{role}` to the person is called, or is at all.
        favourite: With `{qual}`.
    """

    lead: str
    tail: str
    past: str
    mine: tuple[tuple[str, str], ...]
    theirs: tuple[tuple[str, str], ...]
    named: tuple[str, ...]
    favourite: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Compiled:
    mine: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    theirs: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    named: tuple[re.Pattern[str], ...]
    favourite: tuple[re.Pattern[str], ...]
    past: re.Pattern[str]


def slot_of(question: str, language: str) -> Slot | None:
    """The fact that a question asks for and nothing else; None when it asks for anything more, or for no fact.

    Args:
        question: Without its words of time.
        language: A tag such as `en`; English is understood beside every other language.
    """
    if len(question) > _LONGEST:
        return None
    base = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    for tag in dict.fromkeys((base if base in SUPPORTED else "en", "en")):
        found = _slot(_plain(question), tag)
        if found is not None:
            return found
    return None


def word_of(role: str, language: str) -> str:
    """What a role is called in a language, as people write it."""
    base = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    return _written(base if base in SUPPORTED else "en").get(role, role)


def _plain(question: str) -> str:
    spelt = question.replace("’", "'").replace("œ", "oe").replace("Œ", "oe")
    return " ".join(fold(spelt).strip(_EDGES).split()).strip(_EDGES)


def _slot(plain: str, tag: str) -> Slot | None:
    asking = _compiled(tag)
    past = asking.past.search(plain) is not None
    for relations, pattern in asking.mine:
        if pattern.fullmatch(plain):
            return Slot(ME, relations, None, past)
    for pattern in asking.favourite:
        found = pattern.fullmatch(plain)
        if found:
            return Slot(ME, ("favourite",), found["qual"], past)
    for pattern in asking.named:
        found = pattern.fullmatch(plain)
        if found:
            relation, qualifier = ROLES[compiled(tag).roles[_group(found, "role")]]
            return Slot(ME, (relation,), qualifier, past)
    for relations, pattern in asking.theirs:
        found = pattern.fullmatch(plain)
        if found:
            role = _group(found, "role")
            return Slot(compiled(tag).roles[role] if role else _group(found, "who"), relations, None, past)
    return None


def _group(found: re.Match[str], name: str) -> str:
    """What a slot of this name holds, in whichever wording of the question it stands."""
    return next((value for key, value in found.groupdict().items() if value and key.startswith(name)), "")


@cache
def _asking(tag: str) -> Asking:
    found: Asking = import_module(f"{__name__}.{tag}").ASKING
    return found


@cache
def _compiled(tag: str) -> _Compiled:
    asking, rules = _asking(tag), compiled(tag)
    roles = "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(rules.roles, key=len, reverse=True))
    number = count()

    def role() -> str:
        return rf"(?:{rules.words.my}) (?:(?:{rules.words.near_role}) )*(?P<role{next(number)}>{roles})"

    def filling(slot: re.Match[str]) -> str:
        match slot[1]:
            case "role":
                return role()
            case "who":
                return rf"(?:{role()}|(?P<who{next(number)}>[^\W\d_][\w'-]+?))"
            case _:
                return r"(?P<qual>[\w-]+)"

    def whole(pattern: str) -> re.Pattern[str]:
        filled = _SLOT.sub(filling, pattern)
        return re.compile(rf"(?:(?:{asking.lead})[,:]? [¿¡]?)*(?:{filled})(?:,? (?:{asking.tail}))*")

    return _Compiled(
        mine=tuple((tuple(relations.split()), whole(pattern)) for relations, pattern in asking.mine),
        theirs=tuple((tuple(relations.split()), whole(pattern)) for relations, pattern in asking.theirs),
        named=tuple(whole(pattern) for pattern in asking.named),
        favourite=tuple(whole(pattern) for pattern in asking.favourite),
        past=re.compile(rf"\b(?:{asking.past})\b"),
    )


@cache
def _written(tag: str) -> dict[str, str]:
    """The first word for each role, with the accents that the patterns do without."""
    found: dict[str, str] = import_module(f"{__name__}.{tag}").WRITTEN
    return {role: found.get(role, words.split("|")[0]) for role, words in compiled(tag).words.roles.items()}
