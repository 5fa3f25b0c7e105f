"""What a model wants to change, told to the person in plain words before anything is done.

The arguments that are shown are those that the tool gets. Ids are shown as what they stand for.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from cairn import when
from cairn.assistant.schemas import Detail, Proposal
from cairn.assistant.wording.choices import choice, nothing, yes_or_no
from cairn.assistant.wording.deeds import argument, deed
from cairn.automations import service as automations
from cairn.calendar import service as calendar
from cairn.focus import service as focus
from cairn.plans import service as plans
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.routines import service as routines
from cairn.routines.medications import service as medications
from cairn.tasks import service as tasks

LASTS = timedelta(minutes=30)
"""How long a proposal can be said yes to: later, nobody remembers what it was about."""
UNATTENDED_LASTS = timedelta(hours=24)
"""The same where nobody was there when it was made."""


class Proposed(BaseModel):
    """A proposal in words.

    Args:
        title: What would be done.
        details: With what: every argument that was given, what is emptied by it included.
    """

    title: str
    details: list[Detail]

    def in_one_line(self) -> str:
        told = "; ".join(f"{one.name}: {one.value}" for one in self.details)
        return f"{self.title} ({told})" if told else self.title


async def in_words(work: UnitOfWork, proposal: Proposal, zone: ZoneInfo) -> Proposed:
    """What a proposal would do, for the person to read."""
    tool = work.runtime.toolbox.named(proposal.tool)
    read = tool.read(proposal.arguments) if tool is not None else dict(proposal.arguments)
    locale = work.actor.locale
    given = {name: value for name, value in read.items() if name in proposal.arguments and value is not None}
    return Proposed(
        title=deed(proposal.tool, locale),
        details=[
            Detail(name=argument(name, locale), value=await _value(work, name, value, zone) or nothing(locale))
            for name, value in given.items()
        ],
    )


async def names(work: UnitOfWork, proposal: Proposal) -> dict[str, str]:
    """What the things are called that a proposal would change, by argument: what the person is shown of them."""
    tool = work.runtime.toolbox.named(proposal.tool)
    read = tool.read(proposal.arguments) if tool is not None else {}
    return {name: await _named(work, name, value) for name, value in read.items() if isinstance(value, UUID)}


async def is_as_shown(work: UnitOfWork, proposal: Proposal) -> bool:
    """Whether what a proposal is about is called as it was when the person was asked."""
    return not proposal.names or await names(work, proposal) == proposal.names


async def _value(work: UnitOfWork, name: str, value: Any, zone: ZoneInfo) -> str:
    """A value in words; none where it is empty."""
    locale = work.actor.locale
    if isinstance(value, UUID):
        return await _named(work, name, value)
    if isinstance(value, datetime):
        return when.say_in_full(value, work.now, zone=zone, locale=locale)
    if isinstance(value, StrEnum):
        return choice(name, value, locale)
    if isinstance(value, bool):
        return yes_or_no(value, locale)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if name in ("rrule", "days"):
        return _rule(str(value).strip(), locale)
    if isinstance(value, list):
        return ", ".join(filter(None, [await _value(work, name, one, zone) for one in value]))
    if isinstance(value, BaseModel):
        return ", ".join(str(one) for one in value.model_dump(exclude_none=True).values())
    if isinstance(value, Mapping):
        return ", ".join(str(one) for one in value.values())
    return str(value).strip()


def _rule(value: str, locale: str) -> str:
    """A rule as it is said; one that can't be kept, as it was given: the person's yes is told what is wrong with it."""
    try:
        return when.say_rule(value.upper().removeprefix("RRULE:"), locale)
    except (KeyError, ValueError, IndexError):
        return value


async def _named(work: UnitOfWork, name: str, id_: UUID) -> str:
    """What an id stands for, in the person's own words; the id where there is nothing of theirs with it."""
    try:
        match name:
            case "task_id":
                return (await tasks.get(work, id_)).title
            case "automation_id":
                return (await automations.get(work, id_)).name
            case "plan_id":
                return (await plans.get(work, id_)).deed
            case "event_id":
                return (await calendar.get(work, id_)).title
            case "reminder_id":
                return (await reminders.get(work, id_)).text
            case "routine_id":
                return (await routines.get(work, id_)).name
            case "medication_id":
                return (await medications.get(work, id_)).name
            case "focus_id":
                return (await focus.get(work, id_)).title or str(id_)
            case _:
                return str(id_)
    except NotFound:
        return str(id_)
