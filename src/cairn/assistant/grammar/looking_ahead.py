"""Questions about days that are still to come, "what do I have on Friday?", and about when one thing is. Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from cairn.assistant.grammar.intents import Agenda, ListToday
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting, Timed, timed
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

MOST_DAYS = 31
USUAL_DAYS = 7
"""How far "what's coming up?" looks."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """One language's, over folded text without its time.

    Args:
        asks: What is asked about a time.
        day: What asks about today without saying so.
        coming: What asks about the next days.
        of_thing: When something is; its `what` is the thing.
    """

    asks: str
    day: str
    coming: str
    of_thing: str


_WAYS = {
    "en": _Ways(
        asks=r"(?:(?:so )?what(?:'s| is| do (?:i|we) have| have (?:i|we) got| are my plans?| plans do i have| does| is there| will i have)|(?:do|will) (?:i|we) have (?:anything|something|any plans|plans|any appointments?|appointments?|meetings?|any meetings?)|have (?:i|we) got (?:anything|something|plans)|is there (?:anything|something)|(?:am i|are we) (?:free|busy)|how (?:does|is)|anything|show(?: me)?|tell me|(?:(?:my|the) )?(?:schedule|agenda|calendar|diary|plans?))"
        r"(?: (?:my|the|i have|i've got|there|to do|planned|scheduled|going on|happening|coming up|coming|look(?:s|ing)?|like|day|days|week|weekend|month|plans?|schedule|agenda|calendar|diary|events?|appointments?|meetings?|on|for|in|up|free|busy|at|of|is|what))*(?:'s)?",
        day=r"(?:what|how)(?:'s| is| does) (?:my|the) day(?: look(?:s|ing)?)?(?: like)?",
        coming=r"(?:what(?:'s| is) (?:coming(?: up)?|ahead|on my calendar|in my calendar)|(?:show|list)(?: me)? (?:my|the|all my) (?:reminders|calendar|appointments|events|meetings)|what (?:reminders|appointments|events|meetings) (?:do i have|are there|have i got)|(?:my )?(?:reminders|appointments|agenda|calendar)|upcoming|(?:what|how)(?:'s| is| does) (?:my|the) week(?: look(?:s|ing)?)?(?: like)?)",
        of_thing=r"(?:when(?:'s| is| are| do i have)|what (?:time|day) (?:is|are|do i have)|at what time is) (?P<what>(?:(?:my|the|our|next)\b.*|\w+'s .+|.+))",
    ),
    "es": _Ways(
        asks=r"(?:(?:y )?(?:que|cual es)(?: cosas)?(?: (?:tengo|hay|me toca|toca|tenemos|plan(?:es)? (?:tengo|hay)))|tengo (?:algo|alguna cosa|planes|citas?|alguna cita|reunion(?:es)?|alguna reunion)|hay (?:algo|planes)|estoy (?:libre|ocupad[oa])|(?:como|que tal) (?:viene|esta|tengo|es|se ve)|muestrame|ensename|dime|(?:(?:mi|mis|la|el|los) )?(?:agenda|calendario|planes))"
        r"(?: (?:mi|el|la|los|las|que|tengo|hay|para|de|del|en|hacer|previst[oa]s?|planead[oa]s?|planificad[oa]s?|programad[oa]s?|agendad[oa]s?|anotad[oa]s?|apuntad[oa]s?|pendientes?|libre|ocupad[oa]|agenda|calendario|dia|semana|fin|mes|planes?|citas?|eventos?|reuniones))*",
        day=r"(?:como (?:viene|esta|es|tengo) (?:mi|el) dia|que tal (?:mi|el) dia)",
        coming=r"(?:que (?:viene|me espera|hay en mi (?:agenda|calendario))|(?:muestrame|ensename|lista|dime) (?:mis|los|todos mis) (?:recordatorios|citas|eventos|avisos)|que (?:recordatorios|citas|eventos|reuniones) tengo|(?:mis )?(?:recordatorios|citas)|(?:mi )?(?:agenda|calendario)|(?:como (?:viene|esta|es)|que tal) (?:mi|la) semana)",
        of_thing=r"(?:(?:cuando|a que hora|que dia) (?:es|son|tengo|sera|toca)) (?P<what>(?:(?:mi|el|la|los|las|mis)\b)?.*)",
    ),
    "fr": _Ways(
        asks=r"(?:qu'est[- ]ce que (?:j'ai|nous avons|on a)|qu'est[- ]ce qu'(?:il y a|on a)|(?:qu'ai[- ]je|j'ai quoi|on a quoi|il y a quoi|y a quoi|qu'y a[- ]t[- ]il|quoi)|(?:est[- ]ce que )?j'ai (?:quelque chose|des trucs|un rendez[- ]vous|un rdv|des rendez[- ]vous|des rdv|une reunion|des reunions|des plans)|ai[- ]je quelque chose|(?:est[- ]ce qu')?(?:il )?y a (?:quelque chose|un truc)|(?:est[- ]ce que )?je suis (?:libre|pris|prise|occupee?)|suis[- ]je (?:libre|occupee?)|(?:c'est quoi|quel est|montre[- ]moi|dis[- ]moi)|comment (?:s'annonce|se presente|est)|qu'est[- ]ce que je dois faire|(?:(?:mon|le|l') ?)?(?:agenda|programme|planning|calendrier))"
        r"(?: (?:de|a|au|le|la|les|l'|mon|ma|mes|pour|dans|en|faire|prevue?s?|du|programme|planning|agenda|calendrier|journee|semaine|week[- ]end|mois|libre|prise?|occupee?|rendez[- ]vous|rdv))*",
        day=r"(?:comment (?:s'annonce|se presente|est) (?:ma|la) journee|(?:c'est quoi|quel est) (?:le|mon) programme)",
        coming=r"(?:qu'est[- ]ce qui (?:arrive|m'attend|est prevu)|(?:montre(?:[- ]moi)?|liste(?:[- ]moi)?|donne[- ]moi) (?:mes|tous mes|les) (?:rappels|rendez[- ]vous|rdv|evenements)|quels (?:rappels|rendez[- ]vous|rdv) (?:j'ai|ai[- ]je)|(?:mes )?(?:rappels|rendez[- ]vous|rdv)|(?:mon )?(?:agenda|calendrier)|comment (?:s'annonce|se presente|est) (?:ma|la) semaine)",
        of_thing=r"(?:(?:quand|a quelle heure|quel jour) (?:est|sont|a lieu|ai[- ]je|j'ai|est[- ]ce que j'ai|c'est)|c'est quand|c'est (?:a quelle heure|quel jour)) (?P<what>(?:(?:mon|ma|le|la|les|mes|l')\b)?.*)",
    ),
    "pt": _Ways(
        asks=r"(?:(?:e )?(?:o )?que (?:e que )?(?:eu )?(?:tenho|ha|temos|tem|vou ter|esta marcado)|(?:eu )?tenho (?:alguma coisa|algo|planos|compromissos?|algum compromisso|reunioes|alguma reuniao|consultas?|alguma consulta)|ha (?:alguma coisa|algo)|(?:eu )?estou (?:livre|ocupad[oa])|como (?:esta|e|vai ser|fica|esta o)|mostra[- ]me|mostra|diz[- ]me|(?:qual e )?(?:(?:o|a) )?(?:(?:meu|minha) )?(?:agenda|calendario|planos))"
        r"(?: (?:o|a|os|as|meu|minha|que|para|de|do|da|em|no|na|fazer|marcad[oa]s?|planead[oa]s?|planejad[oa]s?|previst[oa]s?|agendad[oa]s?|livre|ocupad[oa]|agenda|calendario|dia|semana|fim|mes|planos?|compromissos?|consultas?|reunioes|tenho))*",
        day=r"(?:como (?:esta|e|vai ser|vai|fica) (?:o )?(?:meu )?dia|que tal (?:o )?(?:meu )?dia)",
        coming=r"(?:o que (?:vem ai|me espera|ha na (?:minha )?agenda)|(?:mostra(?:[- ]me)?|lista|diz[- ]me) (?:os )?(?:meus|todos os meus) (?:lembretes|compromissos|eventos)|que (?:lembretes|compromissos|eventos|consultas|reunioes) (?:eu )?tenho|(?:os )?(?:meus )?(?:lembretes|compromissos)|(?:a )?(?:minha )?agenda|(?:o )?(?:meu )?calendario|como (?:esta|e|vai ser|vai|fica) (?:a )?(?:minha )?semana)",
        of_thing=r"(?:(?:quando|a que horas|que dia|em que dia) (?:e que )?(?:e|sao|tenho|eu tenho|vai ser|sera)) (?P<what>(?:(?:(?:o|a) )?(?:meu|minha)|o|a|os|as)?\b.*)",
    ),
}


def looking_ahead(clean: str, plain: str, setting: Setting) -> Agenda | ListToday | None:
    """Which days somebody asks about, if that is all they say.

    Args:
        clean: As it was said, without please and thank you.
        plain: The same folded, without marks at its end.
    """
    ways = _patterns(_tag(setting))
    plain = plain.lstrip("¿¡ ")
    if ways["day"].fullmatch(plain):
        return ListToday()
    if ways["coming"].fullmatch(plain):
        return Agenda(setting.now.date(), USUAL_DAYS, clean)
    if not ways["asks"].match(plain):
        return None
    found = timed(clean.lstrip("¿¡ ").rstrip(" ?.!"), setting)
    if found.moment is None or not ways["asks"].fullmatch(_rest(found)):
        return None
    return _days(found.moment, clean, setting)


def thing_asked(clean: str, language: str) -> str:
    """The thing of which somebody asks when it is; empty where they ask for something else."""
    tag = language.split("-", maxsplit=1)[0].lower()
    folded = fold(clean)
    found = _patterns(tag if tag in SUPPORTED else "en")["of_thing"].fullmatch(folded.strip("¿¡ ?.!"))
    if found is None:
        return ""
    begins = len(folded) - len(folded.lstrip("¿¡ "))
    return clean[begins:][slice(*found.span("what"))].strip(" ?.!")


def _days(moment: Moment, question: str, setting: Setting) -> Agenda | None:
    """The days of a time, from today on; none where it has gone by, or comes again and again."""
    today = setting.now.date()
    first = moment.start.date()
    last = first
    if moment.end is not None and moment.grain not in (Grain.HOUR, Grain.MINUTE, Grain.SECOND):
        last = max(first, (moment.end - timedelta(microseconds=1)).date())
    if last < today or moment.rrule is not None:
        return None
    first = max(first, today)
    return Agenda(first, min((last - first).days + 1, MOST_DAYS), question)


def _rest(found: Timed) -> str:
    return " ".join(re.sub(r"[?.!,]", " ", fold(found.rest)).split())


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _patterns(tag: str) -> dict[str, re.Pattern[str]]:
    ways = _WAYS[tag]
    return {name: re.compile(rf"(?:{getattr(ways, name)})\s*") for name in ("asks", "day", "coming", "of_thing")}
