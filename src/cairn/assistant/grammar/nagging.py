"""What asks that a thing comes again until it's done: alone, or behind what is to be reminded of. Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from cairn import when
from cairn.assistant.grammar.things import Insistence
from cairn.when.tokens import fold

_EDGES = " \t.,;:!-–—"


@dataclass(frozen=True, slots=True)
class _Words:
    """One language's, as patterns over folded text.

    Args:
        asks: To come again, with nothing beside it.
        joins: What stands before that where it follows a thing.
        times: How often.
        every: How long lies between.
        until: Until it's done.
        counts: Numbers that are spelt out.
    """

    asks: str
    joins: str
    times: str
    every: str
    until: str
    counts: Mapping[str, int]


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        asks=r"(?:nag me|keep (?:on )?(?:nagging|reminding|bugging|pinging)(?: me)?|bug me|(?:don'?t|do not) let go(?: of (?:it|this))?|insist)(?: about (?:it|this|that))?",
        joins=r"(?:and |then |but |please )*",
        times=r"(?:(?P<count>\d{1,2}|two|three|four|five|six|ten) (?:more )?times|(?P<word>once|twice))",
        every=r"every (?P<every>(?:[\w']+ ){0,2}(?:min(?:ute)?s?|hours?))",
        until=r"(?:un)?til (?:(?:it'?s|it is|this is|that'?s|i(?:'m| am|'ve| have)) ?done(?: it| that| this)?|i(?:'ve| have)? (?:do|did|finish|finished) (?:it|this|that)|done)",
        counts={"once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10},
    ),
    "es": _Words(
        asks=r"(?:insiste(?:me)?|insisteme|sigue (?:recordandomelo|avisandome|insistiendo))(?: con (?:esto|eso))?",
        joins=r"(?:[ye] |luego |pero |por favor )*",
        times=r"(?P<count>\d{1,2}|una|dos|tres|cuatro|cinco|seis|diez) (?:vez|veces)(?: mas)?",
        every=r"cada (?P<every>(?:\w+ ){0,2}(?:min(?:uto)?s?|horas?))",
        until=r"hasta que (?:(?:lo )?este(?: hecho)?|lo (?:haga|haya hecho|termine)|termine)",
        counts={"una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "diez": 10},
    ),
    "fr": _Words(
        asks=r"(?:insiste|harcele-moi|relance-moi|continue (?:a|de) me le rappeler)",
        joins=r"(?:et |puis |mais )*",
        times=r"(?P<count>\d{1,2}|une|deux|trois|quatre|cinq|six|dix) fois",
        every=r"toutes les (?P<every>(?:\w+ ){0,2}(?:min(?:ute)?s?|heures?))",
        until=r"jusqu'a ce que (?:(?:ce soit|c'est|ca soit) fait|je (?:le fasse|l'aie fait|l'ai fait))",
        counts={"une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "dix": 10},
    ),
    "pt": _Words(
        asks=r"(?:insiste(?: comigo)?|continua a (?:lembrar-me|avisar-me|insistir)|nao largues)(?: com (?:isto|isso))?",
        joins=r"(?:e |depois |mas )*",
        times=r"(?P<count>\d{1,2}|uma|duas|tres|quatro|cinco|seis|dez) vez(?:es)?",
        every=r"(?:a )?(?:cada|de) (?P<every>(?:\w+ ){0,3}(?:min(?:uto)?s?|horas?))",
        until=r"ate (?:(?:que )?(?:estar|esteja) feito|eu (?:o |a )?(?:fazer|ter feito)(?: isso)?|(?:que )?eu (?:o )?faca)",
        counts={"uma": 1, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "dez": 10},
    ),
}


def insists(folded: str, language: str) -> Insistence | None:
    """That something comes again until it's done, where nothing else is said.

    Args:
        folded: What was said, folded, without the stops around it.
    """
    tag = _tag(language)
    found = _patterns(tag)[0].fullmatch(folded)
    return _told(found, tag) if found is not None else None


def insisted(text: str, language: str) -> tuple[str, Insistence] | None:
    """What stands before "and nag me 3 times", and that; nothing where a text doesn't end so."""
    tag = _tag(language)
    said = text.rstrip(_EDGES)
    found = _patterns(tag)[1].search(fold(said).replace("’", "'"))
    told = _told(found, tag) if found is not None else None
    if found is None or told is None:
        return None
    rest = said[: found.start()].strip(" \t,;:-–—")
    return (rest, told) if rest else None


def _told(found: re.Match[str], tag: str) -> Insistence | None:
    """How often and how soon; nothing where so long isn't understood."""
    groups = found.groupdict()
    counted = next((groups[name] for name in ("count", "word") if groups.get(name)), None)
    times = None if counted is None else _WORDS[tag].counts.get(counted) or int(counted)
    if times == 0:
        return None
    said = groups["every"] or groups["alone"]
    if said is None:
        return Insistence(times=times)
    lengths = when.durations(said, tag) or when.durations(f"1 {said}", tag)
    every = lengths[0][0] if len(lengths) == 1 else timedelta()
    return Insistence(every, times) if timedelta(minutes=1) <= every <= timedelta(days=1) else None


def _tag(language: str) -> str:
    base = language.split("-", maxsplit=1)[0].lower()
    return base if base in _WORDS else "en"


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All that is said, and what ends a text. Without a word that asks, it is said how long lies between and until when."""
    words = _WORDS[tag]
    asked = rf"(?:{words.asks})(?: (?:{words.every}))?(?: (?:{words.times}))?(?:,? (?:{words.until}))?"
    alone = words.every.replace("P<every>", "P<alone>") + rf",? (?:{words.until})"
    return (
        re.compile(rf"(?P<alone>(?!))?{asked}"),
        re.compile(rf"(?:(?<=[,;.:–—-] )|(?<= )){words.joins}(?:{asked}|{alone})$"),
    )
