"""What is understood of something typed in a hurry, before and after it was written out. Pure."""

from collections.abc import Sequence
from datetime import datetime

from cairn.assistant.grammar.intents import Ask, Courtesy, Feeling, Intent
from cairn.assistant.grammar.things import AddTask, Change, Note, Remind, Thought


def is_better(again: Sequence[Intent], meant: Sequence[Intent]) -> bool:
    """Whether more was understood once it was written out: more that something is done with, a time, an opening."""
    again, meant = ([one.otherwise if isinstance(one, Change) else one for one in some] for some in (again, meant))
    if unsettled(again) != unsettled(meant):
        return unsettled(again) < unsettled(meant)
    now, before = _things(again), _things(meant)
    if not now and len(before) == len(meant) == len(again) == 1 and not _settles_nothing(again[0]):
        return True  # "whats on today" is a command, and no task
    if _reminders(again) == len(now) > len(before) == len(meant) and not _reminders(meant):
        return True  # "pills morning and night"
    if len(now) != len(before) or len(now) < len(again) or len(before) < len(meant):
        return False
    if _reminders(again) < _reminders(meant):
        return False
    shorter = sum(len(one.title) for one in now) < sum(len(one.title) for one in before)
    return shorter or [_timed(one) for one in now] != [_timed(one) for one in before]


def _settles_nothing(one: Intent) -> bool:
    return isinstance(one, Note | Thought | Ask | Courtesy | Feeling) and not getattr(one, "asked", False)


def _things(meant: Sequence[Intent]) -> list[Remind | AddTask]:
    """What of these is done at a time, or on a day."""
    return [one for one in meant if isinstance(one, Remind | AddTask)]


def _timed(thing: Remind | AddTask) -> tuple[datetime | None, str | None]:
    return thing.when if isinstance(thing, Remind) else thing.due, thing.rrule


def _reminders(meant: Sequence[Intent]) -> int:
    return sum(isinstance(one, Remind) for one in meant)


def unsettled(meant: Sequence[Intent]) -> int:
    """How many of these nothing is done with but to keep or to ask them on."""
    return sum(isinstance(one, Note | Thought | Ask) and not getattr(one, "asked", False) for one in meant)
