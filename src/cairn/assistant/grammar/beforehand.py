"""Being reminded so long before what is said in the same breath: "dentist at 3pm, remind me an hour before". Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Literal

from cairn import when
from cairn.assistant.grammar.booking import LONGEST_TITLE
from cairn.assistant.grammar.intents import Intent, PastTime
from cairn.assistant.grammar.phrase import LINK, Setting, begun, titled
from cairn.assistant.grammar.split import begins_with_verb
from cairn.assistant.grammar.things import AddTask, Note, Remind
from cairn.when.tokens import fold

LONGEST = 300
DAY = timedelta(days=1)
FURTHEST = timedelta(days=3653)
_LED = re.compile(r"\s(?:to|de|para|pour)\s*\Z|\sd'\Z")


@dataclass(frozen=True, slots=True)
class _Ways:
    """How a language says it.

    Args:
        before: What stands behind a length.
        day, night, evening: Of which day and which part of it.
        asks: What opens it beside the words that ask to be reminded.
        joins: What may stand before and between.
    """

    before: str
    day: str
    night: str
    evening: str
    asks: str
    joins: str


_WAYS = {
    "en": _Ways(
        before=r"(?:before(?:hand)?|earlier|ahead(?: of time)?|in advance|prior)(?: (?:it|that|then))?",
        day=r"(?:(?:the|an?|one|1) )?day before(?: (?:it|that))?",
        night=r"(?:(?:the|a) )?night before(?: (?:it|that))?",
        evening=r"(?:(?:the|an) )?evening before(?: (?:it|that))?",
        asks=r"(?:with )?(?:an? )?(?:reminders?|alerts?|alarms?)|(?:alert|warn|notify|tell) me"
        r"|(?:give me )?an? heads[- ]up",
        joins=r"and|also|with|&",
    ),
    "es": _Ways(
        before=r"antes|(?:de|con) antelacion",
        day=r"(?:(?:el|un|1) )?dia (?:de )?(?:antes|anterior)|(?:en )?la vispera",
        night=r"(?:la )?noche (?:de )?(?:antes|anterior)",
        evening=r"(?:la )?tarde (?:de )?(?:antes|anterior)",
        asks=r"(?:con )?(?:un )?(?:recordatorios?|avisos?|alarmas?)",
        joins=r"y|tambien|con|otra vez",
    ),
    "fr": _Ways(
        before=r"avant|a l'avance|d'avance|plus tot",
        day=r"la veille|(?:le|un|1) jour (?:d')?avant",
        night=r"la nuit (?:d')?avant",
        evening=r"la veille au soir|le soir (?:d')?avant",
        asks=r"(?:avec )?(?:un )?(?:rappels?|alertes?|alarmes?)",
        joins=r"et|aussi|avec",
    ),
    "pt": _Ways(
        before=r"antes|(?:de|com) antecedencia",
        day=r"(?:(?:n?o|um|1) )?dia (?:anterior|antes)|(?:na )?vespera",
        night=r"(?:n?a )?noite (?:anterior|antes)",
        evening=r"(?:n?a )?tarde (?:anterior|antes)",
        asks=r"(?:com )?(?:um )?(?:lembretes?|avisos?|alarmes?)",
        joins=r"e|tambem|com",
    ),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """So long before something, or at an hour of the day before it."""

    length: timedelta
    clock: time | None = None

    def of(self, thing: Remind | AddTask, setting: Setting) -> datetime | None:
        """The moment; nothing for a few hours before a day, or for more than ten years."""
        if self.length > FURTHEST:
            return None
        if isinstance(thing, Remind) and not thing.all_day:
            if self.length % DAY:  # an hour is an hour, also in the night in which clocks change
                return (thing.when.astimezone(UTC) - self.length).astimezone(thing.when.tzinfo)
            at = thing.when - self.length
            return at if self.clock is None else datetime.combine(at.date(), self.clock, at.tzinfo)
        day = thing.when if isinstance(thing, Remind) else thing.due
        if day is None or self.length % DAY:
            return None
        return datetime.combine(day.date() - self.length, self.clock or setting.parts.morning, day.tzinfo)


@dataclass(frozen=True, slots=True)
class Beforehand:
    """What is asked at the end of something said.

    Args:
        rest: What stands before it.
        deed: What to be reminded of, if it isn't the thing itself.
    """

    rest: str
    leads: tuple[Lead, ...]
    deed: str


def beforehand(said: str, setting: Setting) -> Beforehand | None:
    """How long before the last thing they tell somebody wants to be reminded; nothing where they don't ask that."""
    text = said.rstrip(" .!")
    if len(text) > LONGEST:
        return None
    for asks in reversed(list(_asking(setting.tag, setting.lexicon.remind).finditer(fold(text)))):
        rest = text[: asks.start()].strip(" ,;:.-–—\n")
        asked = _asked(text[asks.end() :], setting, led=_LED.search(asks[0]) is not None)
        if rest and asked is not None:
            return Beforehand(rest, *asked)
    return None


def ahead(found: Sequence[Intent], asked: Beforehand, said: str, setting: Setting) -> list[Intent]:
    """A reminder so long before the last of some things; none where it has no time, or comes again on other days."""
    last = _thing(found[-1], setting) if found else None
    if last is None or "BYHOUR" in (last.rrule or ""):
        return []
    told: list[Intent] = []
    for lead in asked.leads:
        at = lead.of(last, setting)
        if at is None or (last.rrule is not None and (not isinstance(last, Remind) or at.date() != last.when.date())):
            return []
        title = asked.deed or (last.title if last.rrule is not None else _with_its_time(last, setting))
        reminder = Remind(
            title,
            at,
            last.rrule,
            without=last.without,
            ahead_of=last.title,
            follows=_followed(found[-1]),
            keeps_clock=lead.clock is not None,
            says_its_own=bool(asked.deed),
        )  # the thing is read back
        told.append(reminder if at > setting.now else PastTime(title, at, said))
    return told


def _thing(last: Intent, setting: Setting) -> Remind | AddTask | None:
    """What can be told ahead: something on a day or at a time, also if only told of: "her birthday is may 4"."""
    if isinstance(last, AddTask) or (isinstance(last, Remind) and not last.nags and not last.about):
        return last
    if not isinstance(last, Note):
        return None
    named = when.find(last.text, setting.now, language=setting.language, parts=setting.parts)
    if len(named) != 1 or named[0].rrule is not None or named[0].start <= setting.now:
        return None
    title = when.strip(last.text, named, setting.language)
    told = setting.lexicon.happens.search(fold(title).rstrip(" .,"))
    return AddTask(title if told is None or told["tells"] else title[: told.start()].strip(), named[0].start)


def _followed(last: Intent) -> Literal["", "reminder", "task"]:
    if isinstance(last, AddTask):
        return "task"
    return "reminder" if isinstance(last, Remind) and not last.is_event else ""


def _with_its_time(thing: Remind | AddTask, setting: Setting) -> str:
    """A title that tells when the thing is, for what is told before it."""
    at = thing.when if isinstance(thing, Remind) else thing.due
    assert at is not None, "only what has a time is told ahead"
    return told_with(thing.title, at, setting, clock=isinstance(thing, Remind) and not thing.all_day)


def told_with(title: str, at: datetime, setting: Setting, *, clock: bool) -> str:
    """A title with a moment behind it: "Dentist (Sat 28 Nov, 15:00)"."""
    assert setting.now.tzinfo is not None, "things are said somewhere"
    return when.with_its_time(
        begun(title),
        at,
        setting.now,
        zone=setting.now.tzinfo,
        locale=setting.language,
        longest=LONGEST_TITLE,
        clock=clock,
    )


def leads_named(text: str, setting: Setting) -> list[tuple[Lead, tuple[int, int]]]:
    """Each day, evening or night before something that is named in a text, and where."""
    ways = _WAYS[setting.tag]
    named = ((ways.evening, setting.parts.evening), (ways.night, setting.parts.night), (ways.day, None))
    found: list[tuple[Lead, tuple[int, int]]] = []
    for pattern, clock in named:
        for one in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", fold(text)):
            if all(one.start() >= end or one.end() <= start for _, (start, end) in found):
                found.append((Lead(DAY, clock), one.span()))
    return found


def _asked(text: str, setting: Setting, *, led: bool) -> tuple[tuple[Lead, ...], str] | None:
    """The leads that a text names, and the deed before or behind them; nothing where it says anything else.

    Args:
        led: Whether a deed must follow: "remind me to".
    """
    ways = _WAYS[setting.tag]
    found = leads_named(text, setting)
    read = [(Lead(length), span) for length, span in when.durations(text, setting.language)]
    lengths = [one for one in read if one[0].length and all(_apart(one[1], span) for _, span in found)]
    found += lengths
    if not found:
        return None
    found.sort(key=lambda one: one[1])
    plain = fold(text)
    begins, ends = found[0][1][0], found[-1][1][1]
    behind = re.compile(rf"\s*(?:{ways.before})(?!\w)").match(plain, ends)
    ends = behind.end() if behind is not None else ends
    between = plain[begins:ends]
    for _, (start, end) in found:
        between = between[: start - begins] + " " * (end - start) + between[end - begins :]
    between, before = re.subn(rf"(?<!\w)(?:{ways.before})(?!\w)", "", between)
    between = re.sub(rf"(?<!\w)(?:{ways.joins})(?!\w)", "", between)
    first, last = text[:begins].strip(" ,;"), text[ends:].strip(" ,;")
    if between.strip(" ,;") or (first and last) or (lengths and not before):
        return None
    deed, linked = LINK.subn("", first or last)
    if deed and not linked and not (first and led) and not begins_with_verb(deed, setting):
        return None
    return tuple(lead for lead, _ in found), titled(deed)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


@cache
def _asking(tag: str, remind: re.Pattern[str]) -> re.Pattern[str]:
    ways = _WAYS[tag]
    joins = ways.joins.replace(" ", r"\ ")
    asks = ways.asks.replace(" ", r"\ ")
    return re.compile(rf"(?:(?<=\W)(?:{joins})\ )?(?<!\w)(?:{remind.pattern}|(?:{asks})(?:\s+|$))", re.VERBOSE)
