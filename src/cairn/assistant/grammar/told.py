"""What was done already, and what is told to be kept: neither is a thing to do. Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from functools import cache

from cairn.assistant.grammar.alone import clock_alone
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting, bare, opened, spelt, timed
from cairn.assistant.grammar.split import BOOKED, begins_with_verb
from cairn.when.tokens import fold

_DONE = {
    "es": r"(?:yo )?(?:ya )?(?:(?:me|te|se|le|lo|la|los|las|nos) )*(?:(?:he|hemos) \w+(?:ado|ido|cho|sto)|(?!\w*[aei]r[ée]\b)(?!(?:caf|beb|pur|chal|pat|canap|comit|buf|consom|tup|jos|no|ren|andr|salom)é\b|(?:aqu|all|ah|as|esqu|rub|jabal)í\b)\w{2,}[éí])\b",
    "fr": r"(?:j['’]ai|on a|nous avons)(?: (?:déjà|deja|bien|mal|juste|pas|enfin|encore))* (?:\w{2,}é(?:e|s|es)?|pris|repris|mis|vu|eu|fait|dit|bu|lu|su|pu|dû|reçu|recu|fini|dormi|perdu|rendu|attendu|répondu|ouvert|appris|compris|couru|voulu|sorti|parti)\b",
    "pt": r"(?:eu )?(?:já |ja )?(?!\w*[aei]rei\b)(?!(?:sei|lei|rei|hei)\b)\w{2,}ei(?:-\w+)?\b",
}
"""First persons of the past, in the letters that they are written with: "tomé" is past, and "tome" may be an order."""
_ON_DAY = re.compile(r"el (?:(?:proximo )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|\d{1,2})\b")
"""What leads to a day, and is no "él"."""
_HAS = re.compile(
    r"(?:\w+ ){1,3}(?:has|have|tienen?|a|ont|tem) (?:(?:an?|une?|una|uma?|the|el|la|le|l') ?)?(?="
    + BOOKED.pattern
    + ")"
)
"""Somebody has something booked: "Emma has a dentist appointment"."""
_CLAUSE = re.compile(r"(?<=\w)\s(?:que|qui|who|which)\s.*", re.DOTALL)
_THAT = re.compile(r"\b(?:that|que|qu')\s*\Z")
_SLEPT = re.compile(r"\b(?:dormiu|dormiram|acordou|chorou|durmio|durmieron|desperto|lloro|(?:a|ont) (?:\w+ )?dormi)\b")
_OVER = re.compile(r"(?:esta noche|cette nuit|esta noite|ce matin|esta manana|esta manha|hoje de manha)")
"""Of what was done it is the night or the morning that is over: "j'ai mal dormi cette nuit"."""
_KEPT = {
    "en": r"(?:please )?(?:don'?t (?:let me )?forget(?: (?:it|that|this))?|remember (?:it|that|this)|keep (?:it|that|this) in mind)",
    "es": r"(?:que )?no (?:se me|lo|me lo|te|te me) olvid(?:e|es|ar)|no olvidar(?:lo)?|no lo olvides|recuerdalo|acuerdate(?: de (?:eso|esto))?|memorizalo|para recordar|tenlo en cuenta",
    "fr": r"a (?:retenir|memoriser)|retiens(?:-le| ca| bien)?|souviens-t'en|n'oublie pas(?: ca)?|(?:a )?ne pas oublier|garde ca en tete",
    "pt": r"memoriza(?: isso)?|nao (?:te |me )?(?:esquecas?|esquecer|posso esquecer)(?: disso)?|lembra-te disso|guarda isso|para nao esquecer|tem em conta",
}
"""Behind what is told: it is to be remembered."""


def was_done(said: str, heard: str, setting: Setting) -> bool:
    """Whether somebody tells what they did at an hour, and names no day that is to come: "j'ai pris ma ritaline à 8h"."""
    done = _patterns(_tag(setting))[0]
    is_over = _OVER.fullmatch(fold(heard)) is not None
    if is_over and _SLEPT.search(fold(said)) is not None:
        return True
    if done is None or done.match(said) is None:
        return False
    return is_over or clock_alone(heard, setting.now, setting.language, setting.parts) is not None


def tells_a_fact(opening: str, asked: str, setting: Setting) -> bool:
    """Whether what is to be reminded of is a fact and no deed: "remind me that Paul is allergic to nuts"."""
    words = setting.lexicon
    led = _THAT.search(fold(opening[: len(opening) - len(asked)])) is not None
    if not led or begins_with_verb(asked.strip(), setting):
        return False
    does = any(opened(one, asked.strip()) is not None for one in (words.need, words.having, words.plan))
    return not does and words.finite.search(spelt(asked)) is not None


def needed_then(line: str, setting: Setting) -> str:
    """What is told and has to be done at a time: "acordate que el lunes tengo que …"; empty for all else."""
    clean = bare(line, setting.lexicon)
    told = opened(setting.lexicon.note, clean) if opened(setting.lexicon.remind, clean) is None else None
    found = timed(told or "", setting)
    needed = found.moment is not None and opened(setting.lexicon.need, bare(found.rest, setting.lexicon)) is not None
    return told if told and needed else ""


def is_told(clean: str, beside: str, setting: Setting, *, at_clock: bool) -> bool:
    """Whether something is told that is not to be done: "the plumber seems nice".

    Args:
        beside: What is said without its time: a clock's "à" is no "has".
        at_clock: It is for an hour to come: then a verb that only says more of somebody tells nothing.
    """
    words = setting.lexicon
    if at_clock and _HAS.match(spelt(beside)) is not None:
        return False
    led = _ON_DAY.match(fold(clean)) is not None
    if words.statement.match(fold(beside if at_clock or led else clean)) is not None:
        return True
    return words.finite.search(spelt(_CLAUSE.sub("", beside) if at_clock else beside)) is not None


def to_keep(said: str, setting: Setting) -> str | None:
    """What stands before "don't forget that": "Ana is allergic to peanuts, don't forget"."""
    for tag in dict.fromkeys((_tag(setting), "en")):
        found = _patterns(tag)[1].search(fold(said))
        if found is not None and said[: found.start()].strip():
            return said[: found.start()].strip()
    return None


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str] | None, re.Pattern[str]]:
    done = re.compile(_DONE[tag], re.IGNORECASE) if tag in _DONE else None
    return done, re.compile(rf"\s*[,;.:!–—-]+\s*(?:{_KEPT[tag]})\s*[.!]*\Z")
