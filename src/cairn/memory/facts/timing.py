"""Since when and until when, from the words around a fact."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from cairn import when
from cairn.memory.facts.languages import Words
from cairn.when.moment import Grain

_CLOCKS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART})
_COARSE = frozenset({Grain.WEEK, Grain.MONTH, Grain.YEAR})
_SHORTEST_DAYS = 7
_YEAR = r"((?:19|20)\d\d)\b"


@dataclass(frozen=True, slots=True)
class Timing:
    """The times around a fact.

    Args:
        since: From when, as was said ("since May", "for two years").
        until: Until when.
        at: A time without either ("in 2015"), its first moment; `at_end` the moment after its last.
        place: Where the first of their words begins, or where the text ends.
        lasting: Whether a "since" was said of a moment that has no date ("since I was a child"), or a length that has
            no measure ("for a while").
        near: Whether `at` is an hour, or a day within a week: something that happened, not a stretch of life.
    """

    since: datetime | None = None
    until: datetime | None = None
    at: datetime | None = None
    at_end: datetime | None = None
    place: int = -1
    near: bool = False
    lasting: bool = False


NO_TIME = Timing()


@cache
def _patterns(
    stretch: str, timely: str, since: str, until: str, lasting: str, a_while: str
) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(timely),
        re.compile(rf"\b(?:{since}) {_YEAR}"),
        re.compile(rf"\b(?:{until}) {_YEAR}"),
        re.compile(rf"\b(?:{since})\b"),
        re.compile(rf"\b(?:{until})\b"),
        re.compile(rf"\b(?:{lasting}) $"),
        re.compile(rf"\b(?:{since}|{a_while})\b"),
        re.compile(rf"\b{stretch.replace('{year}', _YEAR)}"),
    )


def timing(plain: str, said_at: datetime, words: Words, *, ahead: bool = False) -> Timing:
    """The times in a clause's plain text; `ahead` when what is said lies before the person."""
    timely, since_year, until_year, since_word, until_word, lasting, undated, stretch = _patterns(
        words.from_to, words.timely, words.since, words.until, words.lasting, words.a_while
    )
    if not timely.search(plain):
        return Timing(lasting=True) if undated.search(plain) else NO_TIME
    through = stretch.search(plain)
    if through:
        return Timing(_year(through[1], said_at), _year(through[2], said_at), place=through.start())
    years = [(pattern is since_year, found) for pattern in (since_year, until_year) if (found := pattern.search(plain))]
    places = [found.start() for _, found in years]
    since = next((_year(found[1], said_at) for begins, found in years if begins), None)
    until = next((_year(found[1], said_at) for begins, found in years if not begins), None)
    found_at: when.Moment | None = None
    for moment in when.find(plain, said_at, language=words.tag, prefer="future" if ahead else "past"):
        if moment.rrule or any(abs(moment.span[0] - found.start()) < 8 for _, found in years):
            continue
        led = plain[max(0, moment.span[0] - 10) : moment.span[1]]
        places.append(moment.span[0])
        if until_word.search(led):
            until = until or _whole(moment)
        elif since_word.search(led):
            since = since or _whole(moment)
        else:
            found_at = found_at or moment
    lasted = None if since else _lasting(plain, said_at, words, lasting)
    if lasted is not None:
        since, place = lasted
        places.append(place)
    first = min(places, default=-1)
    if found_at is None:
        return Timing(since, until, place=first, lasting=bool(undated.search(plain)))
    return Timing(since, until, _whole(found_at), found_at.end, first, _is_near(found_at, said_at))


def _lasting(plain: str, said_at: datetime, words: Words, lasting: re.Pattern[str]) -> tuple[datetime, int] | None:
    """Since when, from a length of time ("for two years"), and where its words begin."""
    for length, (start, _) in when.durations(plain, words.tag):
        led = lasting.search(plain[:start])
        if led and length.days >= _SHORTEST_DAYS:
            return _midnight(_before(said_at, length)), led.start()
    return None


def _before(said_at: datetime, length: timedelta) -> datetime:
    """A length of time ago; whole years by the calendar."""
    years, rest = divmod(length.days, 365)
    if rest or (said_at.month, said_at.day) == (2, 29):
        return said_at - length
    return said_at.replace(year=said_at.year - years) if years < said_at.year else said_at


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
