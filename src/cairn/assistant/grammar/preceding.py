"""Being reminded so long before something in the calendar: "30 minutes before my dentist appointment". Pure."""

import re
from functools import cache

from cairn import when
from cairn.assistant.grammar.beforehand import Lead, leads_named, told_with
from cairn.assistant.grammar.booking import book
from cairn.assistant.grammar.intents import PastTime
from cairn.assistant.grammar.lexicon import SUPPORTED
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
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    before, to = _patterns(tag if tag in SUPPORTED else "en")
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
            return _ahead(clean, (begins, ends), lead, clock, titled(title), words, line, setting)
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


def _ahead(
    clean: str,
    span: tuple[int, int],
    lead: Lead,
    clock: when.Moment,
    title: str,
    words: str,
    line: str,
    setting: Setting,
) -> Remind | PastTime | None:
    """So long before a time: "2 hours before my flight on dec 3 at 6am"; nothing where both are read as one."""
    whole = when.find(clean, setting.now, language=setting.language, parts=setting.parts)
    if clock.rrule is not None or any(one.span[0] <= span[0] and one.span[1] > span[1] for one in whole):
        return None
    booked = book(line, titled(words), Timed(words, clock, line), setting)
    if isinstance(booked, PastTime):
        return booked
    at = lead.of(Remind(booked.title, booked.when), setting)
    if at is None or at <= setting.now:
        return PastTime(title or booked.title, at or booked.when, line, line)
    said = title or told_with(booked.title, booked.when, setting, clock=True)
    return Remind(said, at, None, booked.sure, booked.heard)


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\s*(?:{_BEFORE[tag]})\s+"), re.compile(rf"\s(?:{_TO[tag]})\s")
