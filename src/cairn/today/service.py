"""Putting the day together from tasks and reminders."""

from datetime import datetime, timedelta
from uuid import UUID

from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import service as tasks
from cairn.today import rules
from cairn.today.schemas import Item, Today


async def today(work: UnitOfWork) -> Today:
    """What is for today where the person is, done and open. A task with a reminder of its own stands there once."""
    zone = work.actor.zone
    start, end = rules.bounds(work.now, zone)
    items = await _tasks(work, start, end)
    shown = {item.id for item in items}
    items += await _reminders(work, start, end, shown)
    for item in items:
        item.at = item.at.astimezone(zone) if item.at else None
        item.end = item.end.astimezone(zone) if item.end else None
    ordered = rules.in_order(items)
    return Today(
        date=work.now.astimezone(zone).date(),
        now=work.now.astimezone(zone),
        items=ordered,
        next=rules.next_of(ordered, work.now),
    )


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
        if reminder.task_id in shown:
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
