"""What takes its time and is to be done by an hour: it is for the list, and no event after that hour. Pure."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from cairn import when
from cairn.assistant.grammar.intents import PastTime
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting, Timed, opened
from cairn.assistant.grammar.split import BOOKED
from cairn.assistant.grammar.things import AddTask, Remind
from cairn.when import Grain, Moment
from cairn.when.tokens import fold

_BEFORE = {"en": r"before|prior to", "es": r"antes del?", "fr": r"avant", "pt": r"antes d[aeo]s?"}
_BY = {
    "en": r"by|no later than",
    "es": r"a mas tardar|como (?:muy tarde|maximo)",
    "fr": r"d'ici|au plus tard",
    "pt": r"ate|o mais tardar",
}
_DUE = {
    "en": r"(?:is|are|'s)(?: all)? due|(?:(?:is|are) )?needed",
    "es": r"vencen?|es para entregar|se entregan?",
    "fr": r"(?:est|sont) (?:due?s?|a (?:rendre|payer))",
    "pt": r"vencem?|e para entregar|(?:tem|tenho) de ser entregue",
}
"""Behind what is due."""
_DEADLINE = re.compile(
    r"(?:(?:the|my|la|el|o|a) )?(?:deadline (?:for|of|to)|fecha limite (?:de|para|del)"
    r"|date limite (?:de|du|pour)|prazo (?:de|d[oa]|para)) (?P<what>.+?)(?: (?:is|es|est|e))?\Z"
)
_NONE = re.compile(r"\s*(?:no|any|ningun\w*|pas|aucune?|nenhum\w*)\b")
_PERIODS = frozenset({Grain.WEEK, Grain.MONTH, Grain.YEAR})


def is_before(heard: str, setting: Setting) -> bool:
    """Whether the words of a time say that it is too late then: "before 6pm"."""
    return _leads(heard, setting, _patterns(_tag(setting))[0])


def is_deadline(heard: str, setting: Setting) -> bool:
    """Whether the words of a time say until when something is to be done: "by Monday 5pm", too."""
    return is_before(heard, setting) or _leads(heard, setting, _patterns(_tag(setting))[1])


def on_a_day(part: str, rest: str, found: Timed, setting: Setting) -> str:
    """What is told of a day that is still to come and is for the list: what is due then, or booked; empty for others.

    Args:
        rest: What is said, without the time and what led it.
    """
    moment = found.moment
    if moment is None or (moment.until or moment.start) <= setting.now:
        return ""
    due = _patterns(_tag(setting))[2].search(fold(part))
    if due is not None and fold(rest).startswith(fold(part[: due.start()])):
        return rest[: due.start()]
    deadline = _DEADLINE.match(fold(rest).rstrip(" .,")) if moment.rrule is None else None
    if deadline is not None:
        return rest[slice(*deadline.span("what"))]
    having = opened(setting.lexicon.having, rest) if moment.grain is Grain.DAY and moment.rrule is None else None
    booked = having is not None and BOOKED.search(fold(having)) is not None and _NONE.match(fold(having)) is None
    return having.strip() if having is not None and booked else ""


def due_then(meant: Remind | PastTime, setting: Setting) -> Remind | AddTask | PastTime:
    """What takes so long and is to be done by an hour, as a task that is due then: it doesn't begin at it."""
    if not isinstance(meant, Remind) or meant.rrule is not None or meant.all_day or meant.end is None:
        return meant
    if not is_deadline(meant.heard, setting):
        return meant
    takes = meant.end - meant.when
    return AddTask(meant.title, due=meant.when, estimate=takes, heard=meant.heard, at_clock=True)


def labelled_task(meant: object, labels: str, setting: Setting) -> AddTask | None:
    """What is for the list, with the labels behind it, of which one says how long it takes."""
    if isinstance(meant, Remind) and meant.rrule is None and is_deadline(meant.heard, setting):
        meant = AddTask(meant.title, due=meant.when, heard=meant.heard, at_clock=True)
    return replace(meant, title=f"{meant.title} {labels}") if isinstance(meant, AddTask) else None


def without_end(meant: Remind | PastTime, setting: Setting) -> Remind | PastTime:
    """A reminder of what is to be done by an hour: what that takes doesn't begin at it."""
    ends = isinstance(meant, Remind) and meant.end is not None and is_deadline(meant.heard, setting)
    return replace(meant, end=None, place="") if isinstance(meant, Remind) and ends else meant


def day_before(moment: Moment, heard: str, setting: Setting) -> datetime:
    """The day for which something is: the last on which it is in time ("before march"), or that of "this week"."""
    long = moment.grain in _PERIODS or (moment.end is not None and moment.end - moment.start > timedelta(days=1))
    if long and is_before(heard, setting):
        return moment.start - timedelta(days=1)
    ends = moment.until if moment.grain in _PERIODS and moment.rrule is None else None
    if ends is not None and moment.start <= setting.now < ends:
        return ends - timedelta(days=1)  # "this week" is over with its last day
    return moment.start


def _leads(heard: str, setting: Setting, words: re.Pattern[str]) -> bool:
    """Whether one of the words stands there, and not behind a length: "an hour before noon" is a time."""
    found = words.search(fold(heard))
    lengths = when.durations(heard[: found.start()], setting.language) if found is not None else []
    return found is not None and not lengths


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    before, by = rf"(?<!\w)(?:{_BEFORE[tag]})(?!\w|-)", rf"(?<!\w)(?:{_BY[tag]})(?!\w)"
    return re.compile(before), re.compile(by), re.compile(rf"(?<=\w)(?:\s+|(?='))(?:{_DUE[tag]})(?!\w)")


def is_in_days(found: Timed, setting: Setting) -> bool:
    """Whether a time is so many days from now, and no hour was said: "in 3 days"."""
    moment = found.moment
    if moment is None or moment.grain is not Grain.HOUR or moment.rrule is not None or moment.end is not None:
        return False
    number = re.search(r"\d+", found.heard)
    lengths = when.durations(found.heard, setting.language)
    if len(lengths) != 1 or (number is not None and int(number[0]) != lengths[0][0].days):
        return False  # "in 24 hours" is to the hour
    same_clock = (
        moment.start.replace(second=0, microsecond=0).time() == setting.now.replace(second=0, microsecond=0).time()
    )
    return same_clock and moment.start.date() > setting.now.date()
