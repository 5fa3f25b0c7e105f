"""What is done to the thing that was named a moment ago: "delete it", "rename it to …", "make it high energy". Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cairn.assistant.grammar.labels import labelled
from cairn.assistant.grammar.phrase import Setting, titled
from cairn.assistant.grammar.things import AddTask, Alter
from cairn.when.tokens import fold

LONGEST = 200
_THING = "X"
"""Stands for the thing, so that what is said of it is read as it would be behind its title."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's, as patterns over folded text; `to` is what the thing is called instead, `project` what it belongs to.

    Args:
        make: What stands before something that is said of it.
    """

    delete: str
    rename: str
    project: str
    make: str


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        delete=r"(?:delete|remove|drop|get rid of|(?:take|cross|strike)(?=.* off)) (?:it|that|this)(?: (?:one|(?:off|from)(?: (?:my|the) list)?))?",
        rename=r"(?:rename|retitle) (?:it|that|this)(?: (?:to|as|into))?:? (?P<to>.+)|change (?:its|the) (?:name|title) (?:to|into) (?P<name>.+)",
        project=r"(?:put|move|file|add) (?:it|that|this) (?:under|in|into|to|on) (?:(?:the |my )?project (?P<project>.+)|(?:the |my )?(?P<named>.+) project)",
        make=r"(?:make|mark|set|put|tag|flag) (?:it|that|this)(?: (?:as|to|with|be))?",
    ),
    "es": _Words(
        delete=r"(?:borra|elimina|quita|tacha|suprime|saca)(?:l[oa]| (?:eso|esto))(?: de (?:mi|la) lista)?",
        rename=r"renombra(?:l[oa]| (?:eso|esto))(?: (?:a|como|por))?:? (?P<to>.+)|cambia(?:le)? (?:el (?:nombre|titulo)|su (?:nombre|titulo)) (?:a|por) (?P<name>.+)",
        project=r"(?:pon|mete|pasa|anade)(?:l[oa]| (?:eso|esto)) (?:en|al?) (?:el )?proyecto (?P<project>.+)",
        make=r"(?:haz|pon|marca|deja)(?:l[oa]| (?:eso|esto))(?: (?:como|de|con|en|a))*",
    ),
    "fr": _Words(
        delete=r"(?:supprime|efface|enleve|retire|raye)(?:-l[ea]| (?:ca|cela))(?: de (?:ma|la) liste)?",
        rename=r"renomme(?:-l[ea]| (?:ca|cela))(?: (?:en|comme))?:? (?P<to>.+)|change (?:son|le) (?:nom|titre) (?:en|pour|par) (?P<name>.+)",
        project=r"(?:mets|range|ajoute|classe)(?:-l[ea]| (?:ca|cela)) (?:dans|sous|au) (?:le )?projet (?P<project>.+)",
        make=r"(?:mets|fais|marque|note|rends)(?:-l[ea]| (?:ca|cela))(?: (?:comme|en|avec|sur|de|a))*",
    ),
    "pt": _Words(
        delete=r"(?:apaga|elimina|remove|tira|risca|retira)(?:-[oa]| (?:isso|isto))(?: da (?:minha )?lista)?",
        rename=r"renomeia(?:-[oa]| (?:isso|isto))(?: (?:para|como))?:? (?P<to>.+)|muda(?:-lhe)? o (?:seu )?(?:nome|titulo) para (?P<name>.+)",
        project=r"(?:poe|mete|passa|adiciona)(?:-n?[oa]| (?:isso|isto)) (?:n[oa]|para o|em) projeto (?P<project>.+)",
        make=r"(?:faz|poe|marca|deixa|torna)(?:-n?[oa]| (?:isso|isto))(?: (?:como|de|com|em|a))*",
    ),
}


def altering(clean: str, setting: Setting) -> Alter | None:
    """What somebody wants done to what isn't named, if all that is said is about it."""
    if len(clean) > LONGEST:
        return None
    patterns, plain = _patterns(setting.language.partition("-")[0]), fold(clean).rstrip(" .!")
    if patterns["delete"].fullmatch(plain):
        return Alter("cancel")
    for does in ("rename", "project"):
        found = patterns[does].fullmatch(plain)
        if found is not None:
            name = next(name for name, said in found.groupdict().items() if said)
            words = titled(clean[slice(*found.span(name))])
            return (Alter("rename", words) if does == "rename" else Alter("label", project=words)) if words else None
    found = patterns["make"].match(plain)
    if found is None:
        return None
    said = labelled(AddTask(f"{_THING}, {clean[found.end() :].strip(' .!')}"), setting)
    return Alter("label", label=said) if isinstance(said, AddTask) and said.title == _THING else None


@cache
def _patterns(tag: str) -> Mapping[str, re.Pattern[str]]:
    words = _WORDS.get(tag, _WORDS["en"])
    patterns = {name: re.compile(getattr(words, name)) for name in ("delete", "rename", "project")}
    return patterns | {"make": re.compile(rf"(?:{words.make})\s+")}
