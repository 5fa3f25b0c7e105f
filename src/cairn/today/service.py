"""Putting the day together from events, tasks and reminders."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.calendar import service as calendar
from cairn.calendar.schemas import Occurrence
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import service as tasks
from cairn.today import ahead as coming
from cairn.today import finding, rules
from cairn.today.items import of_event
from cairn.today.rules import Piece
from cairn.today.schemas import Coming, Item, Ref, Segment, Today, Tomorrow

NEXT_DAY = timedelta(days=1)
ahead = coming.ahead
find = finding.find
MOST_OF_TOMORROW = 100
"""More than that is told as such."""


async def today(work: UnitOfWork) -> Today:
    """What is for today where the person is, done and open. A thing with reminders of its own stands there once."""
    zone = work.actor.zone
    hours = await accounts.waking_hours(work)
    start, end = rules.bounds(work.now, zone, hours)
    # One that begins right after midnight is left for today.
    events = await calendar.happening(work, start, end + NEXT_DAY)
    items = await _tasks(work, start, end)
    shown = {item.id for item in items} | {event.event_id for event in events}
    items += await _reminders(work, start, end, shown)
    others = [_piece(item) for item in items if item.at is not None and (not item.done or item.at <= work.now)]
    items += [of_event(event, zone, work.now) for event in events if event.start < end]
    for item in items:
        item.at = item.at.astimezone(zone) if item.at else None
        item.end = item.end.astimezone(zone) if item.end else None
    ordered = rules.in_order(items)
    wakes, sleeps = rules.waking(work.now, zone, hours)
    day = rules.Day(work.now, wakes, sleeps, (start, end))
    line = await _line(work, day, events, others)
    return Today(
        date=rules.day_of(work.now, zone, hours),
        now=work.now.astimezone(zone),
        items=ordered,
        next=rules.next_of(ordered, work.now),
        line=line,
        coming=_coming(line, work.now),
        left_minutes=max(0, int((sleeps - work.now) / timedelta(minutes=1))),
    )


async def tomorrow(work: UnitOfWork) -> Tomorrow:
    """What is fixed for tomorrow where the person is: events, tasks for an hour, reminders."""
    zone = work.actor.zone
    hours = await accounts.waking_hours(work)
    _, turn = rules.bounds(work.now, zone, hours)
    start, end = rules.bounds(turn, zone, hours)
    starts, ends = rules.waking(turn, zone, hours)
    found = [item for _, item in await coming.found(work, start, start, end)]
    fixed = [item for item in found if item.at is not None or item.kind == "event"]
    # What began the evening before and is over before they are up is of that evening.
    items = [item for item in fixed if item.at is None or item.at >= start or (item.end or starts) > starts]
    ordered = sorted(rules.in_order(items), key=lambda item: item.at is not None)
    return Tomorrow(
        date=rules.day_of(turn, zone, hours),
        starts=starts.astimezone(zone),
        ends=ends.astimezone(zone),
        items=ordered[:MOST_OF_TOMORROW],
        more=len(ordered) > MOST_OF_TOMORROW,
    )


async def _line(
    work: UnitOfWork, day: rules.Day, events: Sequence[Occurrence], others: Sequence[Piece]
) -> list[Segment]:
    timed = {piece.ref.id for piece in others if piece.ref is not None}
    todos = [rules.ToDo(task.id, task.minutes) for task in await tasks.in_order(work) if task.id not in timed]
    pieces = rules.line(day, events, others, todos)
    proposed = [one.ref.id for one in pieces if one.kind == "task" and not one.fixed and one.ref is not None]
    titles = await tasks.titles(work, proposed)
    zone = work.actor.zone
    return [
        Segment(
            kind=one.kind,
            start=one.start.astimezone(zone),
            end=one.end.astimezone(zone),
            fixed=one.fixed,
            title=one.title or (titles.get(one.ref.id, "") if one.ref is not None else ""),
            place=one.place,
            bring=one.bring,
            ref=one.ref,
            overlaps=one.overlaps,
        )
        for one in pieces
    ]


def _coming(line: Sequence[Segment], now: datetime) -> Coming | None:
    first = next((one for one in line if one.fixed and one.start > now and one.kind != "reminder"), None)
    if first is None or first.ref is None:
        return None
    goals: dict[str, Literal["ready", "leave", "start"]] = {"ready": "ready", "travel": "leave"}
    itself = next(
        (one for one in line if one.ref == first.ref and one.kind in ("event", "task") and one.start >= first.start),
        first,
    )
    return Coming(
        title=first.title,
        place=first.place,
        ref=first.ref,
        at=itself.start,
        goal=goals.get(first.kind, "start"),
        goal_at=first.start,
        minutes=int((first.start - now) / timedelta(minutes=1)),
    )


def _piece(item: Item) -> Piece:
    assert item.at is not None, "what has no time is no piece"
    ref = Ref(kind=item.kind, id=item.id)
    kind: Literal["task", "reminder"] = "task" if item.kind == "task" else "reminder"
    return Piece(kind, item.at, item.end or item.at, fixed=True, title=item.title, ref=ref)


async def _tasks(work: UnitOfWork, start: datetime, end: datetime) -> list[Item]:
    items = []
    for task in await tasks.due_between(work, start, end):
        at = None if task.due_date_only else task.due_at
        length = timedelta(minutes=task.estimate_minutes) if task.estimate_minutes else None
        items.append(
            Item(
                kind="task",
                id=task.id,
                title=task.title,
                at=at,
                end=at + length if at and length else None,
                done=task.done_at is not None,
            )
        )
    return items


async def _reminders(work: UnitOfWork, start: datetime, end: datetime, shown: set[UUID]) -> list[Item]:
    items = []
    for reminder in await reminders.between(work, start, end):
        if reminder.task_id in shown or reminder.event_id in shown:
            continue
        # One that rings and comes again some other day is of the day it rings for.
        at = reminder.due_at if start <= reminder.due_at < end else reminder.rang_for
        items.append(
            Item(
                kind="reminder",
                id=reminder.id,
                title=reminder.text,
                at=at,
                end=None,
                done=reminder.state == "done",
            )
        )
    return items
