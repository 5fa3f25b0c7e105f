"""How long a thing takes, and when it ends, in what was said of it. Pure."""

import re
from collections.abc import Mapping
from datetime import timedelta

from cairn import when
from cairn.assistant.grammar.phrase import Setting, titled
from cairn.assistant.grammar.split import begins_with_verb
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

_LASTS = re.compile(
    r"[,\s]+(?:for|pour|lasting|lasts|takes|dura|duracion|durante|por|pendant|duree|dure|demora|en)?"
    r"\s*(?:about|around|roughly|environ|unas|umas|cerca de)?\s*\Z|,\s*\Z"
)
_SHORT = re.compile(r"\d{1,2} ?h(?: ?\d{2})?(?: ?min)?")
"""A length as it is jotted down: "study 2h"."""
_OF = re.compile(r"(?:\b(?:of|de|an?|une?|uma?)|d')\s*\Z")


def with_length(title: str, setting: Setting, said: str = "", heard: str = "") -> tuple[str, timedelta | None]:
    """A title without how long it takes, where that stands at its end: "therapy, 50 minutes".

    Args:
        said: All that was said, where a length may follow the time that was heard: "haircut 11am 45 mins".
    """
    lengths = when.durations(title, setting.language)
    if len(lengths) != 1 or lengths[0][1][1] < len(title.rstrip(" .")):
        return title, None
    length, (place, _) = lengths[0]
    before = _LASTS.search(fold(title[:place]))
    after = bool(heard) and fold(said).rstrip(" .").endswith(fold(f"{heard} {title[place:].strip()}"))
    leads = bool(heard) and fold(f"{title[place:].strip()} {heard}") in fold(said)  # "study two hours this afternoon"
    short = _SHORT.fullmatch(fold(title[place:]).rstrip(" ."))
    if _OF.search(fold(title[:place])):
        return title, None  # "un entretien de 2h"
    if before is None or not (before[0].strip() or after or leads or short) or not title[: before.start()].strip():
        return title, None
    return titled(title[: before.start()]), length


def length_of_work(title: str, setting: Setting) -> tuple[str, timedelta | None]:
    """A deed without how long it takes, where that follows its verb or ends it: "work 2 hours on the thesis"."""
    lengths = when.durations(title, setting.language)
    if len(lengths) != 1 or not begins_with_verb(title, setting):
        return title, None
    length, (start, end) = lengths[0]
    before, after = title[:start].strip(), title[end:].strip()
    if length >= timedelta(days=1) or _OF.search(fold(title[:start])) or (after and len(before.split()) > 1):
        return title, None
    return titled(f"{before} {after}"), length


_SO_LONG = (
    r"(?:\d{1,3} ?(?:h(?:oras?|eures?|ours?|rs?)?|min\w*)\b|(?:une|una|uma|one) (?:heure|hora|hour)|half an hour"
    r"|media hora|meia hora|une demi-heure)"
)
_NO_RANGE = r"(?! ?-| (?:a|as|ate|hasta|jusqu)\b)"
_LENGTH_FIRST: Mapping[str, tuple[str, str]] = {
    "en": (rf"(?P<length>{_SO_LONG}) (?:of )?(?P<what>[^\W\d].*)", "for"),
    "es": (rf"(?P<what>[^\W\d].*?) de (?P<length>{_SO_LONG}){_NO_RANGE}(?P<rest> .+)", "durante"),
    "fr": (rf"(?P<what>[^\W\d].*?) (?:de |d['’])(?P<length>{_SO_LONG}){_NO_RANGE}(?P<rest> .+)", "pendant"),
    "pt": (rf"(?P<what>[^\W\d].*?) de (?P<length>{_SO_LONG}){_NO_RANGE}(?P<rest> .+)", "durante"),
}


def length_last(text: str, language: str) -> str | None:
    """The same with how long it takes at its end: "reunión de 1h mañana a las 14h", "30 min call tomorrow at 3"."""
    pattern, led = _LENGTH_FIRST.get(language.partition("-")[0], _LENGTH_FIRST["en"])
    found = re.fullmatch(pattern, fold(text))
    if found is None:
        return None
    told = {name: text[slice(*found.span(name))] for name in found.groupdict()}
    return f"{told['what']}{told.get('rest', '')} {led} {told['length']}"


_EACH = re.compile(r"(?:an?|une?|una|uma?)\b")


def length_inside(title: str, setting: Setting) -> timedelta | None:
    """The one length that a title tells; "20 pages a day" tells how often."""
    lengths = when.durations(title, setting.language)
    if len(lengths) != 1:
        return None
    length, (start, _) = lengths[0]
    return None if length >= timedelta(days=1) and _EACH.match(fold(title[start:])) else length


_ENDS = re.compile(r"(?:until|till?|'til|hasta|jusqu'?\w*|ate)\b")


def ends_there(heard: str) -> bool:
    """Whether the words of a time tell an end and no beginning: "until 6"."""
    return _ENDS.match(fold(heard)) is not None


_ALL_DAY = re.compile(
    r"(?:^|[\s,:]+)(?:all[- ]day|the whole day|todo el dia|toute la journee|(?:o )?dia (?:inteiro|todo))(?:[\s,:]+|$)"
)


def all_day(title: str, moment: Moment) -> str | None:
    """A title without "all day", where that was said of one day to come; nothing where it wasn't."""
    said = _ALL_DAY.search(fold(title))
    if said is None or moment.grain is not Grain.DAY or moment.rrule is not None:
        return None
    return titled(f"{title[: said.start()]} {title[said.end() :]}") or None
