"""What is said about being reached: stop, do not disturb, nag me, stop nagging. Pure."""

import re
from datetime import datetime, timedelta

from cairn import when
from cairn.assistant.grammar.nagging import insists
from cairn.assistant.grammar.phrase import Setting, timed
from cairn.assistant.grammar.wishes import DoNotDisturb, Nag, Stop
from cairn.when.tokens import fold

UNTIL_NO_TIME_IS_SAID = timedelta(hours=1)

# Over folded text, the whole of it; a language's words for quiet, for the end of it, for insisting no more.
_QUIET = {
    "en": r"(?:do not|don'?t) disturb(?: me)?|dnd|leave me alone|(?:(?:keep|be) )?quiet|mute"
    r"|no (?:notifications|interruptions)",
    "es": r"no (?:me )?moleste(?:s|n)?|no molestar|dejame en paz|silencio|sin (?:avisos|notificaciones)",
    "fr": r"ne (?:me |pas )?derange(?:r|z)?(?: pas)?(?: me)?|laisse-moi tranquille|silence|pas de notifications",
    "pt": r"nao (?:me )?(?:incomod|perturb)(?:es|e|em|ar)|deixa-me em paz|silencio|sem (?:avisos|notificacoes)",
}
# The words that carriers know (STOP, STOPALL, UNSUBSCRIBE, QUIT, START) are said in every language.
_STOP = {
    "en": r"stop(?: (?:it|this|that|now|all|everything|please))*|enough|that'?s enough|shut up",
    "es": r"para(?:r|lo|te)?(?: (?:ya|todo|eso|esto))*|(?:ya )?basta(?: ya)?|alto|deten(?:te|er|lo)|callate"
    r"|deja de (?:avisarme|molestarme|sonar)|no (?:me )?avises mas",
    "fr": r"(?:arrete|arret|arreter|stoppe)(?: (?:ca|tout|cela|maintenant))*|ca suffit|halte|tais-toi"
    r"|arrete de (?:me deranger|sonner|m'envoyer des messages)",
    "pt": r"para(?:r)?(?: (?:ja|tudo|com (?:isso|isto)))*|chega(?: ja)?|(?:ja )?basta|cala-te"
    r"|para de (?:me avisar|tocar|me incomodar)|nao (?:me )?avises mais",
}
_CARRIERS = r"stop|stopall|unsubscribe|quit"
_STARTS = r"start|unstop"
_LOUD = {
    "en": r"(?:you (?:can|may) )?disturb me again|(?:end|stop|turn off) (?:do not disturb|dnd)"
    r"|(?:do not disturb|dnd) off|you can reach me again",
    "es": r"ya (?:me )?puedes (?:molestarme|molestar|avisarme)|(?:quita|termina) (?:el )?(?:no molestar|silencio)"
    r"|avisame (?:ya )?otra vez",
    "fr": r"(?:tu peux )?me (?:deranger|joindre) a nouveau|tu peux me (?:deranger|joindre)"
    r"|(?:fin|arrete) (?:du |le )?(?:ne pas deranger|silence)",
    "pt": r"ja (?:me )?podes (?:incomodar|avisar)(?:-me)?|(?:tira|termina) (?:o )?(?:nao incomodar|silencio)"
    r"|avisa-me outra vez",
}
_NO_MORE = {
    "en": r"(?:stop|quit) (?:nagging|reminding)(?: me)?(?: about (?:it|this|that))?|(?:don'?t|do not) nag(?: me)?",
    "es": r"(?:no|ya no|deja de) insist(?:as|ir)(?: mas)?|deja de recordarmelo",
    "fr": r"(?:arrete|cesse) d'insister|n'insiste (?:pas|plus)|arrete de me (?:relancer|le rappeler)",
    "pt": r"(?:nao|ja nao|para de) insist(?:as|ir)(?: mais)?|para de me lembrar",
}
_ABOUT = {
    "en": r"(?:stop|quit) (?:nagging|bugging|pestering)(?: me)? about (?!it\b|this\b|that\b)(?P<what>.+)",
    "es": r"(?:deja de insistir(?:me)?|no (?:me )?insistas(?: mas)?|deja de (?:molestarme|darme la lata))"
    r" (?:con|sobre|por) (?!esto\b|eso\b)(?P<what>.+)",
    "fr": r"(?:arrete|cesse) (?:de me (?:relancer|harceler|embeter)|d'insister)"
    r" (?:pour|avec|sur|a propos de) (?!ca\b|cela\b)(?P<what>.+)",
    "pt": r"(?:para de (?:insistir|me chatear|me incomodar)|nao insistas(?: mais)?)"
    r" (?:com|sobre|por causa de) (?!isto\b|isso\b)(?P<what>.+)",
}
_UNTIL = re.compile(r"(?:until|till?|'til|hasta|jusqu'a|ate)\b")
_LINKS = "for until til till to the hasta a las por para durante jusqu'a jusqu' pour pendant ate as"
_BESIDE = frozenset(_LINKS.split())


def asked(clean: str, setting: Setting) -> DoNotDisturb | Nag | Stop | None:
    """What of these somebody asks for, if all of what they say is that.

    Args:
        clean: What they said, without please and thank you.
    """
    folded = fold(clean).replace("’", "'").strip(" ?.!")
    base = setting.language.split("-", maxsplit=1)[0].lower()
    base = base if base in _QUIET else "en"
    if re.fullmatch(f"{_STOP[base]}|{_CARRIERS}", folded):
        return Stop()
    if re.fullmatch(f"{_LOUD[base]}|{_STARTS}", folded):
        return DoNotDisturb(None)
    if re.fullmatch(_NO_MORE[base], folded):
        return Nag(on=False)
    if (about := re.fullmatch(_ABOUT[base], folded)) is not None:
        return Nag(on=False, words=_what(about, clean))
    if (how := insists(folded, setting.language)) is not None:
        return Nag(how=how)
    opens = re.match(rf"(?:{_QUIET[base]})(?![\w'])", folded)
    if opens is None:
        return None
    until = _until(clean[opens.end() :].strip(" ,.:!?"), setting)
    return None if until is None else DoNotDisturb(until)


def _what(about: re.Match[str], clean: str) -> str:
    """The thing, in the person's own words; what was folded is as long as what was said, but for its edges."""
    begins = len(clean) - len(clean.lstrip(" ?.!"))
    return clean[begins:][slice(*about.span("what"))]


def _until(rest: str, setting: Setting) -> datetime | None:
    """Until when, by the words after it; nothing if they say something else."""
    if not rest:
        return setting.now + UNTIL_NO_TIME_IS_SAID
    # "Until 17h" is a time of day, "for 17h" is a length.
    lengths = [] if _UNTIL.match(fold(rest)) else when.durations(rest, setting.language)
    for length, (start, end) in lengths:
        return setting.now + length if _says_no_more(rest[:start] + rest[end:]) else None
    found = timed(rest, setting)
    if found.moment is None or found.moment.rrule is not None or not _says_no_more(found.rest):
        return None
    return found.moment.start


def _says_no_more(words: str) -> bool:
    return all(fold(word.strip(" ,.:!?")) in _BESIDE for word in words.split())
