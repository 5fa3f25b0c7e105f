"""Which of two is meant, where clocks that go back show an hour twice: "the second", "winter time". Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from typing import Literal

from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.reactions import place
from cairn.when.tokens import fold

_BEFORE = {
    "en": r"(?:the )?(?:one )?(?:before|earlier)(?: (?:one|it|that|(?:the )?(?:clocks? )?(?:change|goe?s? back|went back)))?|(?:in )?(?:summer|daylight)(?: saving)?(?: time)?",
    "es": r"(?:(?:la|el) de )?antes(?: de(?:l cambio| atrasar(?:los| los relojes)?| que (?:se )?(?:atrasen|cambien).*))?|(?:en )?(?:(?:el )?horario|(?:la )?hora) de verano",
    "fr": r"(?:celle )?(?:d')?avant(?: (?:le changement(?: d'heure)?))?|(?:a )?(?:l'heure|heure) d'ete",
    "pt": r"(?:(?:a|o) de )?antes(?: (?:da mudanca|de (?:atrasar|mudar).*))?|(?:na |no )?(?:a )?(?:hora|horario) de verao",
}
_AFTER = {
    "en": r"(?:the )?(?:one )?(?:after|later one)(?:wards)?(?: (?:it|that|(?:the )?(?:clocks? )?(?:change|goe?s? back|went back)))?|(?:in )?(?:winter|standard)(?: time)?",
    "es": r"(?:(?:la|el) de )?despues(?: de(?:l cambio| atrasar(?:los| los relojes)?))?|(?:en )?(?:(?:el )?horario|(?:la )?hora) de invierno",
    "fr": r"(?:celle )?(?:d')?apres(?: (?:le changement(?: d'heure)?))?|(?:a )?(?:l'heure|heure) d'hiver",
    "pt": r"(?:(?:a|o) de )?depois(?: (?:da mudanca|de (?:atrasar|mudar).*))?|(?:na |no )?(?:a )?(?:hora|horario) de inverno",
}


def which_time(text: str, language: str) -> Literal[0, 1] | None:
    """The first or the second of two, if that is all a message says."""
    plain = fold(text).strip(" .!,")
    tag = language.split("-", maxsplit=1)[0].lower()
    for one in dict.fromkeys((tag if tag in SUPPORTED else "en", "en")):
        if re.fullmatch(_BEFORE[one], plain):
            return 0
        if re.fullmatch(_AFTER[one], plain):
            return 1
    named = place(text, language)
    return None if named not in (0, 1) else (1 if named else 0)
