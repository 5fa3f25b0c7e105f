"""What is said to start, pause and stop a time for one thing, and to park a thought meanwhile. Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from cairn import when
from cairn.assistant.grammar.phrase import Setting, begun, timed
from cairn.assistant.grammar.wishes import Focus, Park
from cairn.when.tokens import fold

LONGEST = 480
_NOW = re.compile(
    r"\s+(?:(?:right )?now|ahora(?: mismo)?|maintenant|tout de suite|agora(?: mesmo)?)\W*\Z", re.IGNORECASE
)
_APART = re.compile(r"(?<=\d)-(?=[^\W\d])")
"""What joins a number to its unit: "a 25-minute focus"."""
_NUMBER = re.compile(r"(?:(?:for|de|durante|pendant|por) )?([1-9]\d{0,2})")
"""Minutes, where no unit is said."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's, as patterns over folded text.

    Args:
        start: What opens it; its groups are how long, and what for.
        about: What goes before the thing that it is for.
        extend: What opens more time for it; its group is how much.
        left: What asks how long it still goes on.
        park: What opens a thought; without a colon, nothing is parked: "park the car" is a thing to do.
    """

    start: str
    about: str
    pause: str
    resume: str
    stop: str
    extend: str
    left: str
    park: str


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        start=r"(?:(?:let'?s|let me|help me|start(?: a)?|begin(?: a)?|set(?: a)?) )?(?:focus(?: session| timer| time)?|(?:timer|pomodoro)\b)"
        r"(?P<rest>(?: .+)?)|(?:start|begin|set) an? (?P<length>\S+?(?: \S+?)??)[ -](?:focus(?: session| timer)?|timer|session)(?P<then>(?: .+)?)"
        r"|(?:start|begin|do) (?P<counted>\d+ min\w*) of focus(?P<after>(?: .+)?)",
        about=r"(?:on|for|with|about)\b",
        pause=r"pause(?: (?:it|this|that|focus|(?:the|my) (?:timer|session|focus|time)))?",
        resume=r"(?:resume|unpause)(?: (?:it|this|focus|(?:the|my) (?:timer|session|focus|time)))?"
        r"|(?:continue|go on with) (?:focus(?:ing)?|(?:the|my) (?:timer|session|focus))",
        stop=r"(?:stop|end|quit) (?:focus(?:ing)?|(?:the |my )?(?:timer|(?:focus )?session|focus))",
        extend=r"(?:extend|prolong|lengthen) (?:(?:it|this|focus|(?:the |my )?(?:timer|(?:focus )?session|focus)) )?(?:by |for |with )?(?P<more>.+)",
        left=r"how (?:long|much(?: time| longer)?|many minutes)(?: is| are| do i have| have i got)?(?: still)?(?: left| to go)?(?: (?:in|of|on) (?:it|this|focus|(?:the |my )?(?:timer|(?:focus )?session|focus)))?|(?:how much )?time (?:is )?left",
        park=r"park(?: (?:this|that|it|(?:a|this) thought))?\s*:\s*(?P<what>.+)",
    ),
    "es": _Words(
        start=r"(?:(?:empieza|inicia|comienza|pon(?:me)?) )?(?:(?:una )?sesion de )?(?:(?:el |un )?(?:enfoque|foco|temporizador|pomodoro)|concentracion)"
        r"(?P<rest>(?: .+)?)|(?:empieza|inicia|comienza|haz|pon(?:me)?) una sesion(?P<then> .+)|(?:concentrarme|enfocarme)(?P<self> .+)"
        r"|(?:empieza|inicia|comienza|haz|pon(?:me)?) (?P<counted>\d+ min\w*) de (?:concentracion|enfoque|foco)(?P<after>(?: .+)?)",
        about=r"(?:en|con|para|sobre)\b",
        pause=r"(?:haz (?:una )?)?pausa(?:lo|la)?(?: (?:el|la) (?:sesion|temporizador|concentracion|enfoque))?"
        r"|pon(?:lo|la)? en pausa",
        resume=r"(?:reanuda(?:r|lo|la)?)(?: (?:el|la) (?:sesion|temporizador|concentracion|enfoque))?"
        r"|(?:sigue|continua) con (?:el|la) (?:sesion|temporizador|concentracion|enfoque)",
        stop=r"(?:para|deten|termina|acaba) (?:(?:el|la) )?(?:sesion|temporizador|concentracion|enfoque|foco)",
        extend=r"(?:alarga|prolonga|amplia|extiende)(?:l[oa])?(?: (?:la sesion|el (?:temporizador|enfoque|foco)))? (?:en |por )?(?P<more>.+)",
        left=r"cuant[oa]s?(?: (?:tiempo|minutos))? (?:(?:me )?queda[n]?|falta[n]?)(?: (?:de|en|para (?:acabar|terminar)) ?(?:(?:la )?sesion|(?:el )?(?:temporizador|enfoque|foco))?)?",
        park=r"(?:aparca|guarda)(?: (?:esto|para (?:luego|despues)|(?:una|esta) idea))?\s*:\s*(?P<what>.+)",
    ),
    "fr": _Words(
        start=r"(?:(?:commence|lance|demarre|mets?) )?(?:(?:une )?session de )?(?:concentration|focus|(?:le |un )?(?:minuteur|pomodoro))"
        r"(?P<rest>(?: .+)?)|(?:commence|lance|demarre) une session(?P<then> .+)|me concentrer(?P<self> .+)"
        r"|(?:commence|lance|demarre|fais) (?P<counted>\d+ min\w*) de (?:concentration|focus)(?P<after>(?: .+)?)",
        about=r"(?:sur|pour|avec)\b",
        pause=r"(?:(?:mets?|fais)(?:-?(?:le|la))? (?:en |une )?)?pause",
        resume=r"reprends?(?: (?:la|le|ma|mon) (?:session|minuteur|concentration))"
        r"|reprendre(?: (?:la|le) (?:session|minuteur))?",
        stop=r"(?:arrete|stoppe|termine|finis) (?:(?:la|le|ma|mon) )?(?:session|minuteur|concentration|focus)",
        extend=r"(?:prolonge|rallonge|etends)(?:-l[ea])?(?: (?:la session|le minuteur|la concentration))? (?:de |d'|pour )?(?P<more>.+)",
        left=r"(?:il (?:me )?reste )?combien (?:de (?:temps|minutes) )?(?:(?:me )?reste-t-il|il (?:me )?reste|reste)?(?: (?:dans|de|a) (?:la session|le minuteur|la concentration))?|il (?:me )?reste combien(?: de (?:temps|minutes))?",
        park=r"(?:gare|mets (?:ca )?de cote|garde (?:ca )?pour (?:plus tard|apres))\s*:\s*(?P<what>.+)",
    ),
    "pt": _Words(
        start=r"(?:(?:comecar?|iniciar?|poe(?:-me)?) )?(?:(?:uma )?sessao de )?(?:(?:o |um )?(?:foco|temporizador|pomodoro)|concentracao)"
        r"(?P<rest>(?: .+)?)|(?:comeca|inicia|faz) uma sessao(?P<then> .+)|(?:concentrar-me|focar-me|me concentrar)(?P<self> .+)"
        r"|(?:comeca|inicia|faz|poe) (?P<counted>\d+ min\w*) de (?:concentracao|foco)(?P<after>(?: .+)?)",
        about=r"(?:em|no|na|nos|nas|com|para|sobre)\b",
        pause=r"(?:faz (?:uma )?|poe em )?pausa(?: (?:o|a) (?:sessao|temporizador|foco))?",
        resume=r"retomar?(?: (?:(?:o|a) )?(?:sessao|temporizador|foco))?|continuar? (?:(?:o|a) )?(?:sessao|temporizador|foco)",
        stop=r"(?:parar?|terminar?|acabar?) (?:(?:o|a) )?(?:sessao|temporizador|foco|concentracao)",
        extend=r"(?:prolonga|alarga|estende)(?:-[oa])?(?: (?:a sessao|o (?:temporizador|foco)))? (?:por |em )?(?P<more>.+)",
        left=r"quant[oa]s?(?: (?:tempo|minutos))? (?:(?:me )?resta[m]?|falta[m]?)(?: (?:d[ao]|n[ao]|para (?:acabar|terminar)) ?(?:sessao|temporizador|foco)?)?",
        park=r"(?:estaciona|guarda)(?: (?:isto|isso|para depois|(?:uma|esta) ideia))?\s*:\s*(?P<what>.+)",
    ),
}


@cache
def _patterns(language: str) -> tuple[_Words, Mapping[str, re.Pattern[str]]]:
    words = _WORDS.get(language.partition("-")[0], _WORDS["en"])
    names = ("start", "pause", "resume", "stop", "extend", "left", "park")
    return words, {name: re.compile(rf"(?:{getattr(words, name)})[ .!]*\Z", re.DOTALL) for name in names}


def focusing(clean: str, setting: Setting) -> Focus | Park | None:
    """What is said about a time for one thing, if all that is said is about it.

    Args:
        clean: As it was said, without please and thank you.
    """
    words, patterns = _patterns(setting.language)
    folded = fold(clean)
    if (parked := patterns["park"].match(folded)) is not None:
        return Park(begun(clean[slice(*parked.span("what"))].strip()))
    plain = folded.strip(" .!")
    for does in ("pause", "resume", "stop"):
        if patterns[does].match(plain):
            return Focus(does)
    if patterns["left"].match(folded.strip(" ¿?.!")):
        return Focus("left")
    if (longer := patterns["extend"].match(plain)) is not None:
        return _longer(longer["more"], setting)
    started = patterns["start"].match(folded)
    if started is None:
        return None
    told = [clean[slice(*started.span(name))].strip() for name, said in started.groupdict().items() if said]
    return _started(_NOW.sub("", _APART.sub(" ", " ".join(told))), words, setting)


def _longer(more: str, setting: Setting) -> Focus | None:
    """How much longer it is to go on; nothing where something else is made longer."""
    lengths = when.durations(more, setting.language)
    if len(lengths) != 1 or lengths[0][1] != (0, len(more)):
        return None
    minutes = int(lengths[0][0] / timedelta(minutes=1))
    return Focus("extend", minutes) if 1 <= minutes <= LONGEST else None


def _started(rest: str, words: _Words, setting: Setting) -> Focus | None:
    """For how long, and what for; nothing where other words are in between, or where it is for some other time."""
    lengths = when.durations(rest, setting.language)
    if len(lengths) > 1:
        return None
    minutes, about = None, rest
    if (number := _NUMBER.fullmatch(fold(rest).strip())) is not None:
        minutes, about = int(number[1]), ""
    elif lengths:
        length, (start, end) = lengths[0]
        minutes = int(length / timedelta(minutes=1))
        about = _without(rest[:start], words) + " " + rest[end:]
    about = about.strip(" ,.;!")
    opening = re.match(words.about, fold(about))
    if about and opening is None:
        return None
    thing = about[opening.end() :].strip() if opening is not None else ""
    if (minutes is not None and not 1 <= minutes <= LONGEST) or timed(about, setting).moment is not None:
        return None
    return Focus("start", minutes, thing[:200])


def _without(before: str, words: _Words) -> str:
    """What stands before a length, without the word that leads to it: "focus *for* 25 minutes"."""
    return re.sub(rf"\s*{words.about}\s*\Z|\s*(?:durante|pendant|de|por)\s*\Z", "", before)
