"""What comes again so long after it was done: "water the plants 3 days after I did it". Pure."""

# ruff: noqa: E501  # a pattern is read whole

import re
from functools import cache

from cairn import when
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting
from cairn.when.tokens import fold

_DONE = {
    "en": r"(?:after|from when|since|once) (?:(?:i|we)(?:'ve|'d| have)? (?:last )?(?:did|done|finished|do|finish|completed) (?:it|that|this|them)|(?:it's|it is|it was|it has been|they're|they are) (?:done|finished)|(?:doing|finishing|completing) (?:it|that|this|them)|the last time(?: (?:i|we) did (?:it|that))?)",
    "es": r"(?:despues|tras|desde)(?: de)? (?:hacer(?:l[oa]s?)?|haberl[oa]s? hecho|terminar(?:l[oa]s?)?|que (?:ya )?l[oa]s? (?:haga|hago|hice|haya hecho|he hecho|termine)|(?:estar )?hech[oa]s?|la ultima vez)",
    "fr": r"(?:apres|depuis) (?:l(?:es |')avoir (?:fait|fini|termine)(?:e?s?)|que je l(?:es |')(?:ai|aie) (?:fait|fini|termine)(?:e?s?)|que ce (?:soit|sera) (?:fait|fini)|(?:le|la) faire|la derniere fois)",
    "pt": r"(?:depois|apos|desde)(?: de)? (?:(?:[oa]s? )?(?:fazer|ter feito|acabar|terminar)|faze-l[oa]s?|que (?:[oa]s? )?(?:fiz|fizer|faco|tenha feito|acabar)|(?:estar )?feit[oa]s?|a ultima vez)",
}
_EVERY = {"en": r"every|each", "es": r"cada", "fr": r"tou(?:te)?s les|chaque", "pt": r"(?:a )?cada|de \w+ em|de"}


def afterwards(part: str, setting: Setting) -> tuple[str, str] | None:
    """A piece without how long after it was done it comes again, and that as a rule; nothing where it doesn't say so."""
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    done, every = _patterns(tag if tag in SUPPORTED else "en")
    found = done.search(fold(part))
    if found is None:
        return None
    for length, (begins, ends) in when.durations(part[: found.start()], setting.language):
        if part[ends : found.start()].strip() or length.days < 1 or length.seconds:
            continue
        weeks, odd = divmod(length.days, 7)
        count, unit = (length.days, "DAILY") if odd else (weeks, "WEEKLY")
        led = every.search(fold(part[:begins]))
        before = part[: led.start() if led is not None else begins]
        rest = f"{before.rstrip(' ,:')} {part[found.end() :].lstrip(' ,:')}".strip()
        return (rest, f"FREQ={unit};INTERVAL={count}" if count > 1 else f"FREQ={unit}") if rest else None
    return None


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(?<!\w)(?:{_DONE[tag]})(?!\w)"), re.compile(rf"(?<!\w)(?:{_EVERY[tag]})\s+\Z")
