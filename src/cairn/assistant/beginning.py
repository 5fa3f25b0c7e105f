"""Which routine is begun, as it is settled now."""

from typing import Any

from cairn.assistant.grammar import BeginRoutine
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.routines import service as routines
from cairn.routines.permissions import READ
from cairn.when.tokens import fold


async def settled(work: UnitOfWork, intent: BeginRoutine) -> dict[str, Any]:
    """Begin the routine that is named, or the only one; where there is none, what was said goes on the list."""
    there, _ = await routines.listing(work, PageQuery(limit=200)) if work.actor.may(READ) else ([], None)
    wanted = set(fold(intent.words).split())
    meant = [one for one in there if wanted <= set(fold(one.name).split())]
    if len(meant) == 1:
        return {"do": "call", "tool": "begin_routine", "arguments": {"routine_id": str(meant[0].id)}}
    if meant:
        return {"do": "say", "say": "which_routine", "words": "; ".join(one.name for one in meant[:5])}
    return {"do": "call", "tool": "add_task", "arguments": {"title": intent.said[:1].upper() + intent.said[1:]}}
