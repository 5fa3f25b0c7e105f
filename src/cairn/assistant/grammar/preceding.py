"""Being reminded so long before something in the calendar: "30 minutes before my dentist appointment". Pure."""

import re
from functools import cache

from cairn import when
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import CLOCK, Setting, bare, opened, titled
from cairn.assistant.grammar.things import BeforeEvent
from cairn.when.tokens import fold

LONGEST = 200
_BEFORE = {
    "en": r"before|ahead of|prior to",
    "es": r"antes del?|antes de",
    "fr": r"avant",
    "pt": r"antes d[eoa]s?",
}
_TO = {"en": r"to|that", "es": r"para|que", "fr": r"de|pour|que", "pt": r"para|que"}


def preceding(line: str, setting: Setting) -> BeforeEvent | None:
    """What somebody wants to be reminded of so long before something; nothing where they name a time."""
    clean = bare(line, setting.lexicon)
    if len(clean) > LONGEST:
        return None
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    before, to = _patterns(tag if tag in SUPPORTED else "en")
    for length, (begins, ends) in when.durations(clean, setting.language):
        joint = before.match(fold(clean), ends)
        if joint is None or not length:
            continue
        first, event = clean[:begins].strip(), clean[joint.end() :].strip()
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
        if not words or any(one.grain in CLOCK for one in found):
            return None  # "an hour before noon", "before my 3pm call": the time is there
        return BeforeEvent(titled(title), length, words, line, on)
    return None


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\s*(?:{_BEFORE[tag]})\s+"), re.compile(rf"\s(?:{_TO[tag]})\s")
