"""What is said of a medication by its name: "took my ritalin at 8", "skip iron", "did I take my ritalin?". Pure.

Whether a medication is called so, only whoever keeps them knows: "took the bus" reads the same.
"""

# ruff: noqa: E501  # a pattern is read whole

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from functools import cache
from typing import Literal

from cairn import when
from cairn.when.tokens import fold

LONGEST = 120
_EDGES = " \t.!?¿¡"
_DONE: Mapping[str, str] = {
    "en": r"(?:i(?:'ve| have)? )?(?:just |already )*(?:took|taken|had) (?:my |the |some )?(?P<what>.+?)(?P<again> again)?(?: (?:today|now|just now|already|this (?:morning|afternoon|evening)|tonight))*",
    "es": r"(?:ya )?(?:me )?(?:he tomado|tome|tomo) (?:ya )?(?:mi |mis |el |la |los |las )?(?P<what>.+?)(?P<again> otra vez)?(?: (?:hoy|ya|ahora|esta (?:manana|tarde|noche)))*",
    "fr": r"j(?:e )?'?ai (?:deja |bien )*pris (?:mon |ma |mes |le |la |les |l')?(?P<what>.+?)(?P<again> encore)?(?: (?:aujourd'hui|maintenant|deja|ce (?:matin|soir)|cet apres-midi))*",
    "pt": r"(?:eu )?(?:ja )?tomei (?:ja )?(?:o meu |a minha |os meus |as minhas |meu |minha |o |a |os |as )?(?P<what>.+?)(?P<again> outra vez| de novo)?(?: (?:hoje|ja|agora|esta (?:manha|tarde|noite)))*",
}
_LEFT_OUT: Mapping[str, str] = {
    "en": r"(?:i(?:'m| am|'ve| have)? )?(?:skip(?:ping|ped)?|didn't take|did not take|haven't taken|have not taken) (?:my |the |this |today's )?(?P<what>.+?)(?: (?:today|now|this time))*",
    "es": r"(?:salta(?:te)?|me salt[oe]|(?:me )?he saltado|omit[eo]|omiti|(?:hoy )?no (?:me )?(?:tome|he tomado)) (?:mi |el |la )?(?P<what>.+?)(?: (?:hoy|ahora|esta vez))*",
    "fr": r"(?:(?:je |j'ai )?(?:passe|saute)|(?:je )?n'ai pas pris|j'ai pas pris) (?:mon |ma |le |la |l')?(?P<what>.+?)(?: (?:aujourd'hui|maintenant|cette fois))*",
    "pt": r"(?:salta|salto|saltei|pula|pulei|omite|(?:hoje )?(?:eu )?nao tomei) (?:o meu |a minha |meu |minha |o |a )?(?P<what>.+?)(?: (?:hoje|agora|desta vez))*",
}
_ASKED: Mapping[str, str] = {
    "en": r"(?:did i|have i)(?: already)? (?:take|taken|have|had) (?:my |the )?(?P<what>.+?)(?: (?:today|already|yet|this (?:morning|afternoon|evening)|tonight))*",
    "fr": r"(?:est-ce que j'ai|ai-je)(?: (?:deja|bien))* pris (?:mon |ma |mes |le |la |les |l')?(?P<what>.+?)(?: (?:aujourd'hui|deja|ce (?:matin|soir)))*",
}
"""Where a question is told apart by more than its mark."""


_HOUR: Mapping[str, str] = {
    "en": r" (?:at|around|about) (?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?:(?P<early>a\.?m)|(?P<late>p\.?m)|o'?clock)?\.?(?= |$)",
    "es": r" (?:a|sobre) las? (?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))? ?h?(?: de la (?:(?P<early>manana)|(?P<late>tarde|noche)))?(?= |$)",
    "fr": r" (?:a|vers) (?P<hour>\d{1,2}) ?(?:h|heures?)(?: ?(?P<minute>\d{2}))?(?:(?P<early> du matin)|(?P<late> du soir| de l'apres-midi))?(?= |$)",
    "pt": r" (?:as?|pelas) (?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))? ?(?:h|horas)?(?: da (?:(?P<early>manha)|(?P<late>tarde|noite)))?(?= |$)",
}
"""When it was taken."""
_AGO: Mapping[str, str] = {
    "en": r",? (?:about |around |like )?(?P<long>(?:\d|an?\b|half|one|two|three|four)[\w .']{0,24}) ago(?= |$)",
    "es": r",? hace (?:unos |unas |como )?(?P<long>(?:\d|un\b|una\b|media|dos|tres|cuatro)[\w .]{0,24}?)(?=$|,)",
    "fr": r",? il y a (?:environ |a peu pres )?(?P<long>(?:\d|une?\b|deux|trois|quatre)[\w .-]{0,24}?)(?=$|,)",
    "pt": r",? ha (?:uns |umas |cerca de )?(?P<long>(?:\d|uma?\b|meia|duas|tres|quatro)[\w .]{0,24}?)(?: atras)?(?=$|,)",
}
"""How long ago that was."""
_SOME: Mapping[str, str] = {
    "en": r"meds?|medications?|medicines?|pills?|tablets?|it|them",
    "es": r"pastillas?|medicinas?|medicacion|medicamentos?",
    "fr": r"medicaments?|cachets?|comprimes?|pilules?|traitement",
    "pt": r"remedios?|medicamentos?|medicacao|comprimidos?|pilulas?",
}
"""What names no medication, and means the one that is asked for."""


@dataclass(frozen=True, slots=True)
class DoseSaid:
    """What may have been said of a medication.

    Args:
        does: It was taken, it is left out, or it is asked whether it was taken.
        words: What it is called.
        again: They took more than what was noted.
        at: When they took it, on the clock where they are: two where the words leave open which half of the day.
        ago: How long ago that was.
        some: It is called by no name: "took my meds at 8".
    """

    does: Literal["take", "skip", "ask"]
    words: str
    again: bool = False
    at: tuple[time, ...] = ()
    ago: timedelta | None = None
    some: bool = False


def dose_said(text: str, language: str) -> DoseSaid | None:
    """What is said of a medication, if one is called by these words."""
    plain = fold(text).strip(_EDGES)
    if len(plain) > LONGEST:
        return None
    asks = text.rstrip().endswith("?")
    for tag in dict.fromkeys((language.partition("-")[0], "en")):
        taken, left_out, asked = _patterns(tag)
        if (found := asked.fullmatch(plain)) is not None:
            return DoseSaid("ask", found["what"])
        rest, at = (plain, ()) if asks else _apart(plain, tag)
        rest, ago = (rest, None) if asks or at else _long_ago(plain, tag)
        if (found := taken.fullmatch(rest)) is not None:
            some = re.fullmatch(_SOME.get(tag, _SOME["en"]), found["what"]) is not None
            return DoseSaid("ask" if asks else "take", found["what"], found["again"] is not None, at, ago, some)
        if not asks and (found := left_out.fullmatch(plain)) is not None:
            return DoseSaid("skip", found["what"])
    return None


def _apart(plain: str, tag: str) -> tuple[str, tuple[time, ...]]:
    """What is said without the hour in it, and that hour."""
    found = re.search(_HOUR.get(tag, _HOUR["en"]), plain)
    if found is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return plain, ()
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    rest = plain[: found.start()] + plain[found.end() :]
    if found["early"]:
        return rest, (time(hour % 12, minute),)
    if found["late"]:
        return rest, (time(hour % 12 + 12, minute),)
    return rest, (time(hour, minute), time(hour + 12, minute)) if 0 < hour < 12 else (time(hour, minute),)


def _long_ago(plain: str, tag: str) -> tuple[str, timedelta | None]:
    """What is said without how long ago that was, and that length."""
    found = re.search(_AGO.get(tag, _AGO["en"]), plain)
    lengths = when.durations(found["long"], tag) if found is not None else []
    if found is None or len(lengths) != 1 or lengths[0][1] != (0, len(found["long"])):
        return plain, None
    return plain[: found.start()] + plain[found.end() :], lengths[0][0]


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known = tag if tag in _DONE else "en"
    none = r"(?!)(?P<what>)"
    return re.compile(_DONE[known]), re.compile(_LEFT_OUT[known]), re.compile(_ASKED.get(known, none))
