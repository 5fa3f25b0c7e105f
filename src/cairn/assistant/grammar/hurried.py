"""What is understood of something typed in a hurry, before and after it was written out. Pure."""

from collections.abc import Sequence

from cairn.assistant.grammar.intents import AddTask, Ask, Intent, Note, Remind, Thought


def is_better(again: Sequence[Intent], meant: Sequence[Intent]) -> bool:
    """Whether more was understood once it was written out: more that something is done with, a time, an opening."""
    if unsettled(again) != unsettled(meant):
        return unsettled(again) < unsettled(meant)
    if (
        len(again) != len(meant)
        or _reminders(again) < _reminders(meant)
        or not all(isinstance(one, Remind | AddTask) for one in (*again, *meant))
    ):
        return False
    timed_now, timed_before = (
        [(one.when, one.rrule) if isinstance(one, Remind) else (one.due, one.rrule) for one in ones]  # type: ignore[union-attr]
        for ones in (again, meant)
    )
    shorter = sum(len(getattr(one, "title", "")) for one in again) < sum(
        len(getattr(one, "title", "")) for one in meant
    )
    return shorter or timed_now != timed_before


def _reminders(meant: Sequence[Intent]) -> int:
    return sum(isinstance(one, Remind) for one in meant)


def unsettled(meant: Sequence[Intent]) -> int:
    """How many of these nothing is done with but to keep or to ask them on."""
    return sum(isinstance(one, Note | Thought | Ask) and not getattr(one, "asked", False) for one in meant)
