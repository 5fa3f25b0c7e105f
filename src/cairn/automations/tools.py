"""What the assistant may do with automations."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from cairn.automations import service
from cairn.automations.models import Automation, What
from cairn.automations.permissions import WRITE
from cairn.automations.schemas import NewAutomation
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()


@tools.offer(needs=WRITE)
async def add_automation(
    work: UnitOfWork, what: What, begins: AwareDatetime, rrule: str, prompt: str = "", name: str = "", sure: bool = True
) -> Outcome:
    """Do something for the person again and again, at times of their own.

    Args:
        what: `digest` tells their day, `week` opens the review of their week, `prompt` says `prompt` to you.
        begins: The first moment, with time zone. It must lie ahead.
        rrule: How it repeats, at most once an hour, as the value of an RFC 5545 RRULE such as FREQ=WEEKLY;BYDAY=SU.
        prompt: Of a `prompt` alone: what is asked, in the person's words.
        name: What they call it, if they said so.
        sure: False when the moment rests on a guess that the person should confirm.
    """
    new = NewAutomation.model_validate({"what": what, "begins": begins, "rrule": rrule, "prompt": prompt, "name": name})
    automation = await service.add(work, new)
    taken_back = {"automation_id": str(automation.id), "version": automation.version}
    return _outcome("automation.added", automation, Undo(tool="drop_automation", arguments=taken_back), sure=sure)


@tools.offer(needs=WRITE)
async def pause_automation(work: UnitOfWork, automation_id: UUID) -> Outcome:
    """Let an automation wait until the person resumes it.

    Args:
        automation_id: Which one.
    """
    was_on = (await service.get(work, automation_id, lock=True)).paused_at is None
    automation = await service.pause(work, automation_id)
    return _outcome("automation.paused", automation, _back("resume_automation", automation) if was_on else None)


@tools.offer(needs=WRITE)
async def resume_automation(work: UnitOfWork, automation_id: UUID) -> Outcome:
    """Let an automation that was paused go on.

    Args:
        automation_id: Which one.
    """
    was_off = (await service.get(work, automation_id, lock=True)).paused_at is not None
    automation = await service.resume(work, automation_id)
    return _outcome("automation.resumed", automation, _back("pause_automation", automation) if was_off else None)


class DroppedAutomation(BaseModel):
    """An automation that is gone."""

    automation_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def drop_automation(work: UnitOfWork, automation_id: UUID, version: int) -> DroppedAutomation:
    """Take an automation back that was just made."""
    await service.drop(work, automation_id, version)
    return DroppedAutomation(automation_id=automation_id)


def _back(tool: str, automation: Automation) -> Undo:
    return Undo(tool=tool, arguments={"automation_id": str(automation.id)})


def _outcome(kind: str, automation: Automation, undo: Undo | None, *, sure: bool = True) -> Outcome:
    return Outcome(
        kind=kind,
        subject_kind="automation",
        subject_id=automation.id,
        title=automation.name,
        when=automation.due_at,
        rrule=automation.rrule,
        sure=sure,
        undo=undo,
    )
