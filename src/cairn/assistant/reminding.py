"""A reminder of what isn't named: of what rings, or was named in the conversation a moment ago."""

from datetime import datetime
from typing import Any
from uuid import UUID

from cairn.assistant import at_hand, grammar
from cairn.assistant.at_hand import Lately, Named
from cairn.assistant.grammar import Intent, Remind
from cairn.assistant.steps import Step, kept, remind
from cairn.calendar import service as calendar
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.tasks import service as tasks


def is_about_it(intent: Intent) -> bool:
    """Whether what it reminds of isn't named, or is called "it"."""
    if isinstance(intent, grammar.Later):
        return intent.reminds
    return isinstance(intent, Remind) and intent.about != ""


async def steps(work: UnitOfWork, intent: Remind, lately: Lately) -> list[Step]:
    """Put off what rings, or book what was named. Where that is nothing, "it" is asked about and the words are kept;
    nothing where only a time was said, which is a reminder of its own."""
    ringing = await reminders.current(work)
    if ringing is not None and intent.rrule is None:
        arguments = {"reminder_id": str(ringing.id), "until": intent.when.isoformat()}
        return [Step(do="call", tool="snooze_reminder", arguments=arguments)]
    booked = await of_named(work, intent.when, lately, intent)
    if booked is not None:
        return [booked]
    if intent.about == "bare":
        return []
    return [Step(do="say", say="which_is_it"), kept(lately.turn.text, lately.turn, quiet=True)]


async def of_named(work: UnitOfWork, moment: datetime, lately: Lately, as_said: Remind | None = None) -> Step | None:
    """Book a reminder of what was named a moment ago, if that is one thing and still there."""
    named = await at_hand.last_named(work, lately)
    found = await _called(work, named) if named is not None else None
    if found is None:
        return None
    title, task_id = found
    step = remind(as_said or Remind(title, moment))
    more: dict[str, Any] = {"text": title, "task_id": str(task_id) if task_id is not None else None}
    return step.model_copy(update={"arguments": step.arguments | more, "title": title})


async def _called(work: UnitOfWork, named: Named) -> tuple[str, UUID | None] | None:
    """What it is called, and the task that it is or is for."""
    try:
        if named.kind == "task":
            task = await tasks.get(work, named.id)
            return task.title, task.id if task.done_at is None else None
        if named.kind == "reminder":
            reminder = await reminders.get(work, named.id)
            return reminder.text, reminder.task_id
        return calendar.told(work, await calendar.get(work, named.id)).title, None
    except NotFound:
        return None
