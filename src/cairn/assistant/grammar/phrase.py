"""One piece of what was said: its words, and the time in it."""

import re
from dataclasses import dataclass
from datetime import datetime

from cairn import when
from cairn.assistant.grammar.either import either_of
from cairn.assistant.grammar.feast_kinds import is_got, is_kind
from cairn.assistant.grammar.lexicon import SUPPORTED, Lexicon
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

CLOCK = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART})
LONGEST_WITH_TIME = 400
_ALONE = re.compile(r"(?<!\w)[àÀéÉ](?!\w)")
_NAMES = re.compile(r"['’]s\s+\w")
"""What makes a time a part of a name: "next Friday's meeting notes"."""
_NO_HOUR = re.compile(r"\A((?:at|a las?|à|às)\s+(?:2[4-9]|[3-9]\d)[:h]\d{2})\s+(\S.*)\Z", re.IGNORECASE)
"""An hour that isn't one, in front of what it was said of."""
_WITH = re.compile(r"(?<!\w)w/\s*(?=\w)(?![co]\b)", re.IGNORECASE)
"""As it is jotted down, but for "w/o" and "w/c"."""
SO_LONG = re.compile(
    r"(?:\s|^)(?:for|durante|por|pendant)\s+\w+\s+(?:days|weeks|months|sessions|classes|lessons|times|visits|dias|semanas"
    r"|mes(?:es)?|sesiones|clases|veces|jours|semaines|mois|seances|cours|fois|sessoes|aulas|vezes|consultas)\s*\Z"
)
"""For how long, or how often, something comes again."""
_ENDS = re.compile(r"UNTIL|COUNT")
LINK = re.compile(r"\A(?:to|that i(?: should)?|de|que|para|d'|pour)\s*\b", re.IGNORECASE)
"""What joins a deed to the words that ask to be told of it."""
_EDGES = ' \t\n.,;:!?¡¿-–—"“”'


@dataclass(frozen=True, slots=True)
class Setting:
    """When and in what language something was said, and which hours its speaker means by the parts of a day."""

    now: datetime
    language: str
    lexicon: Lexicon
    parts: when.DayParts = when.USUAL_PARTS

    @property
    def tag(self) -> str:
        """The language of the tables, without its country; English for one that has none."""
        base = self.language.split("-", maxsplit=1)[0].lower()
        return base if base in SUPPORTED else "en"


@dataclass(frozen=True, slots=True)
class Timed:
    """A piece without its time, and the time.

    Args:
        heard: The words that named it.
    """

    rest: str
    moment: Moment | None
    heard: str = ""


def timed(text: str, setting: Setting) -> Timed:
    """Take the time out of a piece."""
    if len(text) > LONGEST_WITH_TIME:
        return Timed(text, None)
    found = when.find(text, setting.now, language=setting.language, parts=setting.parts)
    if not found:
        return Timed(text, None)
    kinds = [one for one in found if is_kind(one, text, setting.tag)]
    if kinds == found and is_got(text, setting.tag):
        return Timed(text, None)  # "buy christmas presents"
    times = [one for one in found if one not in kinds] or found
    moment = next((one for one in times if one.grain in CLOCK), None) or next(
        # "the christmas cards on december 5" are for the day that is named by its number.
        (one for one in times if any(letter.isdigit() for letter in text[slice(*one.span)])),
        times[0],
    )
    # A day and an hour that stand apart come as two places of one time.
    places = [one for one in found if (one.start, one.rrule) == (moment.start, moment.rrule)]
    if either_of(text, found, places):
        return Timed(text, None)
    heard = " ".join(text[slice(*one.span)] for one in places)
    named = [one for one in places if _NAMES.match(text, one.span[1]) is None and one not in kinds]
    rest = when.strip(text, named, setting.language) if named else text
    return _bounded(Timed(rest, moment, heard), setting)


def _bounded(found: Timed, setting: Setting) -> Timed:
    """What comes again, with how long it does, where that stands apart: "every tuesday at 8 physio for 10 weeks"."""
    moment, bound = found.moment, SO_LONG.search(fold(found.rest))
    if moment is None or moment.rrule is None or bound is None or _ENDS.search(moment.rrule):
        return found
    words = found.rest[slice(*bound.span())].strip()
    again = when.read(f"{found.heard} {words}", setting.now, language=setting.language, parts=setting.parts)
    if again is None or again.rrule is None or not _ENDS.search(again.rrule):
        return found
    rest = f"{found.rest[: bound.start()]}{found.rest[bound.end() :]}".strip()
    return Timed(rest, again, f"{found.heard} {words}")


def spelt(text: str) -> str:
    """Folded, but for the accents that tell a verb from another word: `à` is no `a`, and `é` no `e`."""
    letters = list(fold(text))
    for word in _ALONE.finditer(text):
        letters[word.start()] = word[0].lower()
    return "".join(letters)


def opened(pattern: re.Pattern[str], text: str) -> str | None:
    """What follows an opening, or `None` when the text doesn't open so."""
    found = pattern.match(fold(text))
    if found is None or not found.end():
        return None
    return text[found.end() :]


def bare(text: str, lexicon: Lexicon) -> str:
    """Without please and thank you, and without marks at the edges."""
    text = text.strip()
    lead = lexicon.polite_lead.match(fold(text))
    rest = text[lead.end() :] if lead else text
    tail = lexicon.polite_tail.search(fold(rest))
    rest = rest[: tail.start()] if tail else rest
    return (rest if rest.strip(_EDGES) else text).strip().strip(_EDGES.replace("?", "")).strip()


def titled(text: str) -> str:
    """A title: the person's own words, first letter large, no marks at the edges."""
    title = _WITH.sub("with ", re.sub(r"\s{2,}", " ", text)).strip(_EDGES)
    title = re.sub(r"^(?:(?:to|that|de|que|para)\s+|d'\s*)(?=\w)", "", title) if len(title.split()) > 1 else title
    return begun(_NO_HOUR.sub(r"\2 \1", title))


def begun(text: str) -> str:
    """A line that begins with a capital, unless its first word has a case of its own ("iPhone")."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.islower() else text
