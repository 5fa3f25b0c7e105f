"""Being reminded so long before something in the calendar: "30 minutes before my dentist appointment". Pure."""

import re
from functools import cache

from cairn import when
from cairn.assistant.grammar.beforehand import Lead, leads_named, told_with
from cairn.assistant.grammar.booking import book
from cairn.assistant.grammar.intents import PastTime
from cairn.assistant.grammar.phrase import CLOCK, Setting, Timed, bare, opened, titled
from cairn.assistant.grammar.things import BeforeEvent, Remind
from cairn.when.tokens import fold

LONGEST = 200
_BEFORE = {
    "en": r"before|ahead of|prior to",
    "es": r"antes del?|antes de",
    "fr": r"avant",
    "pt": r"antes d[eoa]s?",
}
_OF = re.compile(r"\s+(?:(?:del?|al?|du|des|d[oa]s?|ao)\s+|d')?")
"""What may stand between the day before and that of which it is: "la veille de mon vol"."""
_TO = {"en": r"to|that", "es": r"para|que", "fr": r"de|pour|que", "pt": r"para|que"}


def preceding(line: str, setting: Setting) -> BeforeEvent | Remind | PastTime | None:
    """What somebody wants to be reminded of so long before something: in the calendar, or at a time that they name."""
    clean = bare(line, setting.lexicon)
    if len(clean) > LONGEST:
        return None
    before, to = _patterns(setting.tag)
    for lead, begins, ends in _leads(clean, before, setting):
        first, event = clean[:begins].strip(), clean[ends:].strip()
        asked = opened(setting.lexicon.remind, first)
        title = asked.strip() if asked is not None else ""
        later = setting.lexicon.remind.search(fold(event))
        if asked is None and first:
            return None
        if asked is None:
            if later is None:
                return None
            event, title = event[: later.start()], event[later.end() :]
        elif not title and (link := to.search(fold(event))) is not None:
            event, title = event[: link.start()], event[link.end() :]
        found = when.find(event, setting.now, language=setting.language, parts=setting.parts)
        words = bare(when.strip(event, found, setting.language) if found else event, setting.lexicon).strip(" ,'’")
        on = next((one.start for one in found if one.rrule is None), None)
        if not words:
            return None  # "an hour before noon": the time is there
        clock = next((one for one in found if one.grain in CLOCK), None)
        if clock is not None:
            if clock.rrule is not None or _read_as_one(clean, begins, ends, setting):
                return None
            return _before(book(line, titled(words), Timed(words, clock, line), setting), lead, titled(title), setting)
        return BeforeEvent(titled(title), lead.length, words, line, on)
    return None


def _leads(clean: str, before: re.Pattern[str], setting: Setting) -> list[tuple[Lead, int, int]]:
    """How long before, and where that begins and what it is before: "2 hours before", "the day before"."""
    found = []
    for length, (begins, ends) in when.durations(clean, setting.language):
        joint = before.match(fold(clean), ends)
        if joint is not None and length:
            found.append((Lead(length), begins, joint.end()))
    for lead, (begins, ends) in leads_named(clean, setting):
        of = _OF.match(fold(clean), ends)
        if of is not None:
            found.append((lead, begins, of.end()))
    return found


def _read_as_one(clean: str, begins: int, ends: int, setting: Setting) -> bool:
    """Whether a length and the time behind it are a time themselves: "an hour before my 3pm call"."""
    whole = when.find(clean, setting.now, language=setting.language, parts=setting.parts)
    return any(one.span[0] <= begins and one.span[1] > ends for one in whole)


def _before(thing: Remind | PastTime, lead: Lead, title: str, setting: Setting) -> Remind | PastTime | None:
    """So long before something with a time; nothing where that is no time."""
    if isinstance(thing, PastTime):
        return thing
    at = lead.of(thing, setting)
    if at is None:
        return None
    if at <= setting.now:
        return PastTime(title or thing.title, at, thing.heard, thing.heard)
    told = title or told_with(thing.title, thing.when, setting, clock=True)
    return Remind(told, at, None, thing.sure, thing.heard)


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\s*(?:{_BEFORE[tag]})\s+"), re.compile(rf"\s(?:{_TO[tag]})\s")
