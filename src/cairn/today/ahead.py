"""What is there for days that are still to come: events, reminders and tasks, with all times of what comes again."""

from datetime import date, datetime, timedelta

from cairn.accounts import service as accounts
from cairn.calendar import service as calendar
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import service as tasks
from cairn.today import rules
from cairn.today.items import of_event
from cairn.today.schemas import Ahead, DayAhead, Item

MOST_DAYS = 31
MOST_ITEMS = 60


async def ahead(work: UnitOfWork, first: date, days: int) -> Ahead:
    """What is there from a day on, of today what is still to come. A thing with reminders of its own stands there once.

    Args:
        first: A day that has passed counts as today.
        days: How many, from 1 to 31.
    """
    zone = work.actor.zone
    hours = await accounts.waking_hours(work)
    today = rules.day_of(work.now, zone, hours)
    first = max(first, today)
    dates = [first + timedelta(days=more) for more in range(max(1, min(days, MOST_DAYS)))]
    edges = [rules.turn(day, zone, hours) for day in (*dates, dates[-1] + timedelta(days=1))]
    start, end = max(edges[0], work.now), edges[-1]
    every = await found(work, edges[0], start, end)
    told = [
        DayAhead(date=day, items=rules.in_order(item for at, item in every[:MOST_ITEMS] if opens <= at < closes))
        for day, opens, closes in zip(dates, edges[:-1], edges[1:], strict=True)
    ]
    return Ahead(days=told, more=len(every) > MOST_ITEMS)


async def found(work: UnitOfWork, since: datetime, start: datetime, end: datetime) -> list[tuple[datetime, Item]]:
    """Everything with the moment by which it is put into a day.

    Args:
        since: Where the first day begins: what is for a day is still there when half of it has gone by.
        start: From when on what has a time is told.
    """
    zone = work.actor.zone
    events = await calendar.happening(work, start, end)
    told = [(max(one.start, start), of_event(one, zone)) for one in events]
    shown = {(one.event_id, max(one.start, start).astimezone(zone).date()) for one in events}
    for at, task in await tasks.ahead(work, since, end):
        shown.add((task.id, at.astimezone(zone).date()))
        if at < start and not task.due_date_only:
            continue
        length = timedelta(minutes=task.estimate_minutes) if task.estimate_minutes else None
        begins = None if task.due_date_only else at.astimezone(zone)
        over = begins + length if begins and length else None
        told.append((at, Item(kind="task", id=task.id, title=task.title, at=begins, end=over, done=False)))
    for at, reminder in await reminders.ahead(work, start, end):
        day = at.astimezone(zone).date()
        if (reminder.task_id, day) in shown or (reminder.event_id, day) in shown:
            continue
        item = Item(kind="reminder", id=reminder.id, title=reminder.text, at=at.astimezone(zone), end=None, done=False)
        told.append((at, item))
    return sorted(told, key=lambda one: one[0])
