"""What the assistant may know of the day."""

from cairn.platform.tools import Tools
from cairn.platform.work import UnitOfWork
from cairn.today import rules, service
from cairn.today.permissions import READ
from cairn.today.schemas import Today

tools = Tools()


@tools.offer(needs=READ)
async def list_today(work: UnitOfWork) -> Today:
    """What the person has for today, done and open, with its times, and what comes next."""
    return rules.without_bring(await service.today(work))
