"""Asking for the list: "what is on my list?", "show my tasks". Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re

from cairn.assistant.grammar.lexicon import SUPPORTED

_WAYS = {
    "en": r"(?:(?:what(?:'s| is| are| do i have| have i got| else is)?|show(?: me)?|list|tell me|read(?: me)?|see|open)(?: what(?:'s| is))? )?(?:(?:all|on|of|my|the|open|there) )*(?:(?:to-?do|task|todo) ?)?(?:list|tasks|to-?dos|todos)(?: (?:do i have|have i got|are there|left|open))*",
    "es": r"(?:(?:que (?:mas )?(?:tengo|hay|queda)|cuales son|muestrame|muestra|ensename|ver|dime|leeme|lee|listar|lista) )?(?:(?:todas|todo|lo que (?:tengo|hay)|en|de|mi|mis|la|las) )*(?:lista(?: de (?:tareas|pendientes|cosas))?|tareas|pendientes)(?: (?:tengo|hay|pendientes|por hacer))*",
    "fr": r"(?:(?:qu'est[- ]ce (?:que j'ai|qu'il y a|qui est)|qu'ai[- ]je|qu'y a[- ]t[- ]il|quelles? (?:sont|est)|c'est quoi|montre(?:[- ]moi)?|affiche(?:[- ]moi)?|voir|dis[- ]moi|lis(?:[- ]moi)?|liste|j'ai quoi|il y a quoi) )?(?:(?:toutes|ce qu'il y a|sur|dans|de|ma|mes|la|les) )*(?:liste(?: (?:de|des) (?:taches|choses(?: a faire)?))?|taches|choses a faire)(?: (?:a faire|en cours|ouvertes))*",
    "pt": r"(?:(?:(?:o )?que (?:e que )?(?:mais )?(?:eu )?(?:tenho|ha|tem|esta)|quais sao|mostrar|mostra(?:[- ]me)?|me mostra|ver|diz(?:[- ]me)?|le(?:[- ]me)?|listar|lista) )?(?:(?:todas|o que (?:tenho|ha)|na|da|em|a|as|os|minha|minhas|meus) )*(?:lista(?: de (?:tarefas|afazeres|coisas))?|tarefas|pendentes|afazeres)(?: (?:tenho|ha|por fazer|pendentes))*",
}


def asks_for_list(plain: str, language: str) -> bool:
    """Whether somebody asks what is on their list, and names no day.

    Args:
        plain: All that they say, folded and without marks at its end.
    """
    tag = language.split("-", maxsplit=1)[0].lower()
    return re.fullmatch(_WAYS[tag if tag in SUPPORTED else "en"], plain.lstrip("¿¡ ")) is not None
