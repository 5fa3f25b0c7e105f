"""The day, month or year that a question names. Pure and small: the grammars of `when` are for what is to come."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from cairn.memory.ranking.words import folded
from cairn.when.vocabulary import vocabulary

LANGUAGES = ("en", "es", "fr", "pt")

TOLD_WITHIN = 14
"""Days in which people tell what happened to them."""

_AMBIGUOUS = frozenset({"may", "mar", "mai"})
"""Months that are also words or names: they count with a day or a year beside them, or a word like "in" before."""

_YEAR = r"(?P<year>(?:19|20)\d\d)"


@dataclass(frozen=True, slots=True)
class Named:
    """A time in the past, as far as it was named; 0 for what was not."""

    year: int
    month: int
    day: int

    def fits(self, said: date) -> float:
        """How well something said on a day can be about this time: 1, 0.5 when just after it, or 0."""
        if not self.month:
            return 1.0 if said.year == self.year else 0.0
        began = _latest_start(self, said)
        if began is None:
            return 0.0
        if self.day:
            return 1.0 if (said - began).days <= TOLD_WITHIN else 0.0
        if (said.year, said.month) == (began.year, began.month):
            return 1.0
        ended = (began.replace(day=1) + timedelta(days=32)).replace(day=1)
        return 0.5 if (said - ended).days < TOLD_WITHIN else 0.0


def _latest_start(named: Named, said: date) -> date | None:
    """The last time this was, before the day on which something was said; a day's slack for zones."""
    for year in [named.year] if named.year else [said.year, said.year - 1]:
        try:
            began = date(year, named.month, named.day or 1)
        except ValueError:
            continue
        if began <= said + timedelta(days=1):
            return began
    return None


def named_in(question: str) -> Named | None:
    """The first day, month or year in a question, in any of the four languages.

    >>> named_in("What did Ana buy on 3 May 2023?")
    Named(year=2023, month=5, day=3)
    """
    plain = folded(question)
    for found in _dates().finditer(plain):
        name = found["month"]
        alone = not (found["before"] or found["after"] or found["year"] or found["in"])
        if not (alone and name in _AMBIGUOUS):
            day = int(found["before"] or found["after"] or 0)
            return Named(int(found["year"] or 0), _months()[name], day if day <= 31 else 0)
    year = re.search(rf"\b{_YEAR}\b", plain)
    return Named(int(year["year"]), 0, 0) if year else None


def speaks_of_time(text: str) -> bool:
    """Whether a text says when something is or was."""
    return bool(_times().search(folded(text)))


@cache
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES:
        words = vocabulary(language)
        for names in (words.months, words.months_short):
            for number, name in enumerate(names, start=1):
                found[folded(name).rstrip(".")] = number
    return found


@cache
def _dates() -> re.Pattern[str]:
    months = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<in>in|during|since|en|durant|depuis|desde|em|durante)\s+)?"
        rf"(?:\b(?P<before>\d{{1,2}})(?:st|nd|rd|th|er|º)?\s+(?:of\s+|de\s+)?)?"
        rf"\b(?P<month>{months})\b\.?(?:\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,?\s+(?:de\s+|of\s+)?{_YEAR}\b)?"
    )


@cache
def _times() -> re.Pattern[str]:
    months = "|".join(name for name in _months() if name not in _AMBIGUOUS and len(name) > 3)
    days = "|".join(folded(name) for language in LANGUAGES for name in vocabulary(language).days)
    return re.compile(rf"\b(?:{_TIME_WORDS}|{months}|{days}|(?:19|20)\d\d)\b")


_TIME_WORDS = (
    "yesterday|today|tonight|tomorrow|ago|last|next|weekends?|weeks?|months?|years?|recently|since"
    "|ayer|hoy|anoche|manana|hace|pasad[oa]|proxim[oa]|semanas?|meses|anos?|recientemente"
    "|hier|aujourd|demain|derniere?|prochaine?|semaines?|mois|annees?|ans|recemment|depuis"
    "|ontem|hoje|amanha|ha|passad[oa]|recentemente|desde"
)
