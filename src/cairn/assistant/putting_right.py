"""A task that was put on the list or moved just now, and for which another day, rule or length is said."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from cairn import when
from cairn.assistant import grammar
from cairn.assistant.grammar import TimeAlone
from cairn.assistant.schemas import Turn
from cairn.assistant.steps import Step
from cairn.platform.errors import NotFound
from cairn.platform.tools import Receipt
from cairn.platform.work import UnitOfWork
from cairn.tasks import service as tasks
from cairn.tasks.schemas import TaskOut

_KINDS = ("task.added", "task.moved", "task.changed", "task.smaller")
_ONE_DAY = re.compile(r"FREQ=WEEKLY(?:;INTERVAL=\d+)?;BYDAY=(?P<day>[A-Z]{2})(?=;|$)")
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


async def steps(work: UnitOfWork, receipts: Sequence[Receipt], alone: TimeAlone, turn: Turn) -> list[Step]:
    """What puts the last task of a turn right; nothing where it has none that is still open.

    Args:
        receipts: What that turn did.
    """
    about = [one.read() for one in receipts if one.undone_at is None and one.read().kind in _KINDS]
    if not about or about[-1].subject_id is None:
        return []
    try:
        task = TaskOut.model_validate(await tasks.get(work, about[-1].subject_id))
    except NotFound:
        return []
    if task.done_at is not None:
        return []
    minutes = _length(alone, turn, work.actor.locale)
    if minutes is not None:
        return [_call("change_task", task, estimate_minutes=minutes)]
    return [_moved(task, alone, turn, work.actor.locale)]


def _length(alone: TimeAlone, turn: Turn, locale: str) -> int | None:
    """How many minutes it takes, where a length and no moment was said: "make it 30 minutes"."""
    read = when.read(alone.heard, turn.said_here, language=locale, parts=turn.parts)
    lengths = when.durations(alone.heard, locale) if read is None else []
    return int(lengths[0][0] / timedelta(minutes=1)) if len(lengths) == 1 else None


def _moved(task: TaskOut, alone: TimeAlone, turn: Turn, locale: str) -> Step:
    moment = alone.moment
    due = task.due_at.astimezone(turn.zone) if task.due_at is not None else None
    start, rrule = moment.start, moment.rrule
    if rrule is not None and due is not None and "BY" not in rrule:
        start = due  # "every two weeks" is counted from the day it is for
    elif rrule is not None:
        start = max(start, turn.said_here.replace(hour=0, minute=0, second=0, microsecond=0))
    else:
        rrule = on_another_day(task.rrule, start) if task.rrule else None
    clock = grammar.clock_alone(alone.heard, due, locale, turn.parts) if due is not None else None
    if clock is not None and clock > turn.said_here:
        start = clock  # an hour alone keeps the day
    day_only = not alone.has_clock and (task.due_date_only or due is None)
    if due is not None and not day_only and not alone.has_clock:
        start = when.resolve(datetime.combine(start.date(), due.time()), turn.zone)
    more = {"rrule": rrule} if rrule is not None else {}
    return _call("move_task", task, due_at=start.isoformat(), due_date_only=day_only, **more)


def _call(tool: str, task: TaskOut, **more: Any) -> Step:
    return Step(do="call", tool=tool, arguments={"task_id": str(task.id), **more})


def on_another_day(rrule: str | None, start: datetime) -> str | None:
    """A rule for one day of the week moves with its reminder; every other rule stays as it is."""
    found = _ONE_DAY.match(rrule) if rrule else None
    if found is None or rrule is None:
        return None
    return rrule[: found.start("day")] + _CODES[start.weekday()] + rrule[found.end("day") :]
