"""What the assistant may know of the day."""

from datetime import date

from cairn.platform.tools import Tools
from cairn.platform.work import UnitOfWork
from cairn.today import rules, service
from cairn.today.permissions import READ
from cairn.today.schemas import Ahead, Today

tools = Tools()


@tools.offer(needs=READ)
async def list_today(work: UnitOfWork) -> Today:
    """What the person has for today, done and open, with its times, and what comes next."""
    return rules.without_bring(await service.today(work))


@tools.offer(needs=READ)
async def list_days(work: UnitOfWork, first: date, days: int = 1) -> Ahead:
    """What the person has on days that are still to come: events, reminders and tasks. Of today what is left of it.

    Args:
        first: The day, or the first of them.
        days: How many days, at most 31.
    """
    return rules.days_without_bring(await service.ahead(work, first, days))


@tools.offer(needs=READ)
async def find_coming(work: UnitOfWork, words: str) -> Ahead:
    """When something of the person's comes next: an event, a reminder or a task of the next two months, by its words.

    Args:
        words: What it is called, such as "dentist".
    """
    return rules.days_without_bring(await service.find(work, words))
