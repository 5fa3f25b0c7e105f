"""When a thing is that somebody asks for, where one of the days to come has it."""

from typing import Any

from cairn.assistant.grammar import Ask, Intent, Recall, thing_asked
from cairn.platform.work import UnitOfWork
from cairn.today import service as today
from cairn.today.permissions import READ


def asks_when(intent: Intent, locale: str) -> bool:
    """Whether somebody asks when something is."""
    return isinstance(intent, Recall | Ask) and thing_asked(intent.question, locale) != ""


async def settled(work: UnitOfWork, intent: Recall | Ask) -> dict[str, Any] | None:
    """Tell when it is; nothing where no day that may be seen has it, or where something else is asked."""
    thing = thing_asked(intent.question, work.actor.locale)
    if not thing or not work.actor.may(READ) or not (await today.find(work, thing)).days:
        return None
    return {"do": "coming", "arguments": {"words": thing}}
