"""What is said to a medication that is asked for, or to the step of a routine: "took it", "skip it". Pure."""

import re
from functools import cache

from cairn.assistant.grammar.intents import NotThat, Taken

_TAKEN = {
    "en": r"""(?:i(?:'ve|\ have)?\ )?(?:just\ |already\ )?(?:took|taken)
        (?:\ (?:it|them|(?:my|the)\ (?:meds?|medications?|medicines?|pills?|tablets?)))?(?P<again>\ again)?""",
    "es": r"""(?:tomad[oa]s?|(?:ya\ )?(?:me\ )?(?:l[aeo]s?\ )?(?:he\ tomado|tome)
        (?:\ (?:la|mi|las|mis|el)\ (?:pastillas?|medicinas?|medicacion|medicamentos?))?)(?P<again>\ otra\ vez)?""",
    "fr": r"""(?:(?:c'est\ |deja\ )?prise?s?|j(?:e\ (?:l'|les\ )|')ai\ (?:deja\ )?(?P<again>re)?prise?s?
        (?:\ (?:mon|mes|ma|le|les)\ (?:medicaments?|cachets?|comprimes?|pilules?))?)(?P<more>\ encore)?""",
    "pt": r"""(?:tomad[oa]s?|(?:eu\ )?(?:ja\ )?(?:[ao]s?\ )?tomei(?:-[ao]s?)?
        (?:\ (?:o|os|a|as|meu|meus|a\ minha|o\ meu)\ (?:remedios?|medicamentos?|medicacao|comprimidos?|pilulas?))?)
        (?P<again>\ outra\ vez|\ de\ novo)?""",
}
_SKIP = {
    "en": r"skip(?:\ (?:it|that|this|this\ (?:one|dose|step)|that\ (?:one|step)|the\ (?:dose|step)))?",
    "es": r"(?:salt(?:a|ar)(?:l[ao]|te(?:la|lo)?)?|omit(?:e|ir)(?:l[ao])?|omitela|me\ l[ao]\ salto"
    r"|me\ salto(?=\ est[ae]|\ la|\ el))(?:\ (?:esta|esa|(?:esta|la)\ dosis|este|ese|(?:este|ese|el)\ paso))?",
    "fr": r"(?:passe|saute)r?(?:-l[ae]|"
    r"\ (?:ca|celle-la|celle-ci|cette\ dose|la\ dose|cette\ etape|l'etape))?|je\ (?:l[ae]\ )?(?:saute|passe)",
    "pt": r"(?:saltar?|pular?|omit(?:e|ir))(?:-[ao]|"
    r"\ (?:essa|isso|esta|esta\ dose|a\ dose|este|esse|(?:este|esse|o)\ passo))?",
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z", re.VERBOSE)


def meant(said: str, plain: str, language: str) -> Taken | NotThat | None:
    """That somebody took what is asked for, or wants to leave it out.

    Args:
        plain: The same, folded and without the stops around it.
    """
    base = language.split("-", maxsplit=1)[0]
    found = _compiled(_TAKEN.get(base, _TAKEN["en"])).match(plain)
    if found is not None:
        return Taken(said, again=any(found.groupdict().values()))
    return NotThat(skips=True) if _compiled(_SKIP.get(base, _SKIP["en"])).match(plain) else None
