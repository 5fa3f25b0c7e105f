"""Asking to be told the day, or led through the week, again and again: "every morning at 8 tell me my day". Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from functools import cache
from typing import Literal

from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import CLOCK, Setting, bare, timed
from cairn.assistant.grammar.wishes import Automate
from cairn.when.tokens import fold

Does = Literal["digest", "week"]

_WAYS: dict[str, dict[Does, str]] = {
    "en": {
        "digest": r"(?:please )?(?:tell|give|send|show|read) me (?:what's in |what is in |about )?(?:my|the) (?:day|day's plan|agenda|plan for the day)|(?:send me )?(?:my |a )?(?:daily|morning) (?:digest|summary|briefing)",
        "week": r"(?:please )?(?:let's )?(?:look (?:over|back at|through)|go (?:over|through)|review) (?:my|the) week(?: with me)?|(?:my |a |the )?week(?:ly)? review",
    },
    "es": {
        "digest": r"(?:dime|cuentame|enseñame|ensename|mandame|enviame) (?:como es |que hay en )?(?:mi|el) dia|(?:mi |el |un )?resumen (?:del dia|diario)",
        "week": r"(?:repasa|repasemos|repasar|revisa|revisemos|revisar) (?:conmigo )?(?:mi|la) semana(?: conmigo)?|(?:mi |la |una |el |un )?(?:revision|repaso) (?:semanal|de (?:la|mi) semana)",
    },
    "fr": {
        "digest": r"(?:(?:dis|raconte|montre|envoie|donne)[ -])?moi (?:ma|la) journee|(?:mon |le |un )?resume (?:du jour|de la journee|quotidien)",
        "week": r"(?:on )?(?:regarde|regardons|passe en revue|passons en revue|parcours|parcourons|revois|revoyons) (?:avec moi )?(?:ma|la) semaine(?: avec moi)?|(?:mon |le |un )?bilan (?:de (?:la|ma) semaine|hebdo(?:madaire)?)",
    },
    "pt": {
        "digest": r"(?:diz|conta|mostra|manda|envia)[ -]me (?:como e )?(?:o )?(?:meu )?dia|(?:o |um )?(?:meu )?resumo (?:do dia|diario)",
        "week": r"(?:reve|revemos|rever|revisa|revisar) (?:comigo )?(?:a )?(?:minha )?semana(?: comigo)?|(?:a |uma )?(?:minha )?revisao (?:semanal|da (?:minha )?semana)|balanco da semana",
    },
}


def scheduled(clean: str, setting: Setting) -> Automate | None:
    """What is to be done again and again and when, if that is all that somebody says.

    "Every Sunday at six call mom" is a reminder: only the day and the week as such are meant.
    """
    found = timed(clean, setting)
    if found.moment is None or found.moment.rrule is None:
        return None
    plain = fold(bare(found.rest, setting.lexicon)).strip(" ,.;:!?")
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    for does, pattern in _patterns(tag if tag in SUPPORTED else "en").items():
        if pattern.fullmatch(plain):
            start, sure = found.moment.start, found.moment.sure
            if found.moment.grain not in CLOCK:
                morning = setting.parts.morning
                start, sure = start.replace(hour=morning.hour, minute=morning.minute), False
            return Automate(does, start, found.moment.rrule, sure, found.heard)
    return None


@cache
def _patterns(tag: str) -> dict[Does, re.Pattern[str]]:
    return {does: re.compile(pattern) for does, pattern in _WAYS[tag].items()}
