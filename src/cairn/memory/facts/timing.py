"""Since when and until when, from the words around a fact."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from cairn import when
from cairn.memory.facts.languages import Words
from cairn.when.moment import Grain

_CLOCKS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART})
_COARSE = frozenset({Grain.WEEK, Grain.MONTH, Grain.YEAR})
_YEAR = r"((?:19|20)\d\d)\b"


@dataclass(frozen=True, slots=True)
class Timing:
    """The times around a fact.

    Args:
        since: From when, as was said ("since May", "for two years").
        until: Until when.
        at: A time without either ("in 2015"), its first moment; `at_end` the moment after its last.
        place: Where the first of their words begins, or where the text ends.
        near: Whether `at` is an hour, or a day within a week: something that happened, not a stretch of life.
    """

    since: datetime | None = None
    until: datetime | None = None
    at: datetime | None = None
    at_end: datetime | None = None
    place: int = -1
    near: bool = False


NO_TIME = Timing()


@cache
def _patterns(words: str, timely: str, since: str, until: str, lasting: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(timely),
        re.compile(rf"\b(?:{since}) {_YEAR}"),
        re.compile(rf"\b(?:{until}) {_YEAR}"),
        re.compile(rf"\b(?:{since})\b"),
        re.compile(rf"\b(?:{until})\b"),
        re.compile(rf"\b(?:{lasting}) $"),
        re.compile(rf"\b(?:{words}) {_YEAR}"),
    )


def timing(plain: str, said_at: datetime, words: Words, *, ahead: bool = False) -> Timing:
    """The times in a clause's plain text; `ahead` when what is said lies before the person."""
    timely, since_year, until_year, since_word, until_word, lasting, stretch = _patterns(
        words.from_to, words.timely, words.since, words.until, words.lasting
    )
    if not timely.search(plain):
        return NO_TIME
    places: list[int] = []
    since = until = at = at_end = None
    near = False
    through = stretch.search(plain)
    if through:
        places.append(through.start())
        since, until = _year(through[1], said_at), _year(through[2], said_at)
        return Timing(since, until, place=through.start())
    for pattern in (since_year, until_year):
        found = pattern.search(plain)
        if found:
            places.append(found.start())
            if pattern is since_year:
                since = _year(found[1], said_at)
            else:
                until = _year(found[1], said_at)
    for moment in when.find(plain, said_at, language=words.tag, prefer="future" if ahead else "past"):
        if moment.rrule or any(abs(moment.span[0] - place) < 8 for place in places):
            continue
        led = plain[max(0, moment.span[0] - 10) : moment.span[1]]
        places.append(moment.span[0])
        if until_word.search(led):
            until = until or _whole(moment)
        elif since_word.search(led):
            since = since or _whole(moment)
        elif at is None:
            at, at_end, near = _whole(moment), moment.end, _is_near(moment, said_at)
    for length, (start, _) in when.durations(plain, words.tag):
        led_by = lasting.search(plain[:start])
        if led_by and since is None and length.days >= 7:
            since = _midnight(said_at - length)
            places.append(led_by.start())
    return Timing(since, until, at, at_end, min(places, default=-1), near)


def _is_near(moment: when.Moment, said_at: datetime) -> bool:
    if moment.grain in _CLOCKS:
        return True
    return moment.grain not in _COARSE and abs((moment.start - said_at).days) < 7


def _whole(moment: when.Moment) -> datetime:
    return moment.start if moment.grain in _CLOCKS and moment.duration is None else _midnight(moment.start)


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _year(digits: str, said_at: datetime) -> datetime:
    return datetime(int(digits), 1, 1, tzinfo=said_at.tzinfo)
