"""Asking to begin the day, to end it, to look back at the week, or to begin a routine. Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from functools import cache

from cairn.assistant.grammar.intents import Review, Reviews
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.wishes import BeginRoutine

_WAYS: dict[str, dict[Reviews, str]] = {
    "en": {
        "start": r"(?:let's |help me )?(?:start|begin|plan|organi[sz]e) (?:my|the|this) day|daily start(?:up)?|morning check-?in",
        "shutdown": r"(?:let's |help me )?(?:shut ?down|shut|end|close|wrap up|finish) (?:up )?(?:my|the|this) day|(?:daily )?shutdown"
        r"|call it a day|wind down|shut down",
        "week": r"(?:let's |help me )?(?:(?:start|do|open|begin) )?(?:(?:my|the|a) )?week(?:ly)? review"
        r"|(?:let's |help me )?review (?:my|the|this) week",
    },
    "es": {
        "start": r"(?:vamos a )?(?:empezar|empecemos|empieza|comenzar|comencemos|comienza|iniciar|inicia|planear|planea|planificar|planifica|organizar|organiza) (?:con )?(?:mi|el) dia",
        "shutdown": r"(?:vamos a )?(?:cerrar|cerremos|cierra|terminar|terminemos|termina|acabar) (?:mi|el) dia|cierre del dia",
        "week": r"(?:(?:hacer|hagamos|haz|empezar|empieza) )?(?:(?:la|mi|el|una|un) )?(?:revision|repaso) (?:semanal|de (?:la|mi) semana)"
        r"|(?:repasar|repasemos|revisar|revisemos) (?:mi|la) semana",
    },
    "fr": {
        "start": r"(?:on )?(?:commencer|commencons|commence|demarrer|demarrons|demarre|planifier|planifie|organiser|organise) (?:ma|la) journee",
        "shutdown": r"(?:on )?(?:terminer|terminons|termine|finir|finissons|cloturer|cloture|fermer|ferme) (?:ma|la) journee",
        "week": r"(?:(?:faire|faisons|fais|commencer) )?(?:(?:le|mon|la|ma|un|une) )?(?:bilan|revue) (?:de (?:la|ma) semaine|hebdo(?:madaire)?)",
    },
    "pt": {
        "start": r"(?:vamos )?(?:comecar|comecemos|comeca|iniciar|inicia|planear|planeia|planejar|planeja|organizar|organiza) (?:o )?(?:meu )?dia",
        "shutdown": r"(?:vamos )?(?:fechar|fecha|terminar|termina|encerrar|encerra|acabar) (?:o )?(?:meu )?dia|fecho do dia",
        "week": r"(?:(?:fazer|faz|comecar) )?(?:(?:a|uma) )?(?:minha )?revisao (?:semanal|da (?:minha )?semana)"
        r"|(?:vamos )?(?:rever|revisar) (?:a )?(?:minha )?semana|balanco da semana",
    },
}


def review(plain: str, language: str) -> Review | None:
    """Which review somebody asks for, if that is all they say.

    Args:
        plain: Folded and without marks at its end.
    """
    tag = language.split("-", maxsplit=1)[0].lower()
    for kind, pattern in _patterns(tag if tag in SUPPORTED else "en").items():
        if pattern.match(plain):
            return Review(kind)
    return None


_ROUTINE = {
    "en": r"(?:let's |help me )?(?:start|begin|do|run|go through) (?:my |the |our )?(?:(?P<what>\S.*?) )?routine",
    "es": r"(?:vamos a )?(?:empezar|empieza|empecemos|comenzar|comienza|iniciar|inicia|hacer|haz) (?:con )?(?:mi |la )?rutina(?: (?:de (?:la |el )?|del )?(?P<what>\S.*))?",
    "fr": r"(?:on )?(?:commencer|commence|commencons|demarrer|demarre|lancer|lance|faire|fais) (?:ma |la )?routine(?: (?:d[ue] (?:la |l')?|d')?(?P<what>\S.*))?",
    "pt": r"(?:vamos )?(?:comecar|comeca|comecemos|iniciar|inicia|fazer|faz) (?:a )?(?:minha )?rotina(?: (?:d[aeo] )?(?P<what>\S.*))?",
}


def routine(clean: str, plain: str, language: str) -> BeginRoutine | None:
    """The routine that somebody wants to begin, if that is all they say.

    Args:
        plain: The same, folded and without marks at its end.
    """
    tag = language.split("-", maxsplit=1)[0].lower()
    found = re.fullmatch(_ROUTINE[tag if tag in SUPPORTED else "en"], plain)
    if found is None:
        return None
    return BeginRoutine(clean[slice(*found.span("what"))].strip() if found["what"] else "", clean)


@cache
def _patterns(tag: str) -> dict[Reviews, re.Pattern[str]]:
    return {kind: re.compile(rf"(?:{pattern})\s*\Z") for kind, pattern in _WAYS[tag].items()}
