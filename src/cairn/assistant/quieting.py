"""What to do about being reached: do not disturb, and a reminder that comes again."""

from typing import Any

from cairn.assistant.grammar import DoNotDisturb, Nag
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders


async def settled(work: UnitOfWork, intent: DoNotDisturb | Nag) -> dict[str, Any]:
    """The one step to take, as it is settled now: a tool with its arguments, or a sentence."""
    if isinstance(intent, Nag):
        return await _nag(work, intent)
    if intent.until is None:
        return {"do": "call", "tool": "end_do_not_disturb"}
    if intent.until <= work.now:  # it passed between saying and arriving
        return {"do": "say", "say": "no_later_past", "when": intent.until}
    return {"do": "call", "tool": "do_not_disturb", "arguments": {"until": intent.until.isoformat()}}


async def _nag(work: UnitOfWork, intent: Nag) -> dict[str, Any]:
    """What rings comes again, or no longer; what comes next, when nothing rings."""
    reminder = await reminders.current(work)
    chosen = reminder.id if reminder is not None else None
    if chosen is None:
        nearest = (await reminders.listing(work, PageQuery(limit=1))).items
        chosen = nearest[0].id if nearest else None
    if chosen is None:
        return {"do": "say", "say": "nothing_open"}
    tool = "nag_reminder" if intent.on else "stop_nagging"
    return {"do": "call", "tool": tool, "arguments": {"reminder_id": str(chosen)}}
