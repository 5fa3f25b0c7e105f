"""What to do about a time for one thing, as it is settled now."""

from datetime import timedelta
from typing import Any

from cairn.assistant import grammar
from cairn.assistant.steps import Step
from cairn.focus import service as focus
from cairn.focus.permissions import WRITE
from cairn.platform.work import UnitOfWork
from cairn.tasks import service as tasks


async def settled(work: UnitOfWork, intent: grammar.Focus | grammar.Park) -> dict[str, Any]:
    """Start a time for what is named, on the list or not; do something to the one that is on; or park a thought."""
    if isinstance(intent, grammar.Park):
        return _call("park_thought", {"text": intent.text})
    running = await focus.running(work)
    if intent.does == "start":
        if running is not None and running.ends_at > work.now:
            return {"do": "say", "say": "focus_runs"}
        arguments: dict[str, Any] = {} if intent.minutes is None else {"minutes": intent.minutes}
        task = await tasks.find_by_words(work, intent.words) if intent.words else None
        named = {"task_id": str(task.id)} if task is not None else {"about": intent.words}
        return _call("start_focus", arguments | named)
    if running is None:
        return {"do": "say", "say": "focus_none"}
    if intent.does == "left":
        title, left = focus.left(work, running)
        return {"do": "say", "say": "focus_left", "title": title, "words": left}
    if intent.does == "extend":
        return _call("extend_focus", {"focus_id": str(running.id), "minutes": intent.minutes})
    return _call(f"{intent.does}_focus", {"focus_id": str(running.id)})


async def longer(work: UnitOfWork, wait: timedelta) -> Step | None:
    """More time for what is in focus; nothing where nothing is, or whoever asks may not say so."""
    running = await focus.running(work) if work.actor.may(WRITE) else None
    minutes = int(wait / timedelta(minutes=1))
    if running is None or minutes < 1:
        return None
    return Step(do="call", tool="extend_focus", arguments={"focus_id": str(running.id), "minutes": minutes})


def _call(tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    return {"do": "call", "tool": tool, "arguments": arguments}
