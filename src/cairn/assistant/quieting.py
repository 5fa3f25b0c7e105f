"""What to do about being reached: do not disturb, and a reminder that comes again."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.assistant.by_words import reminder_named
from cairn.assistant.grammar import DoNotDisturb, Insistence, Nag, Stop
from cairn.notify import service as notify
from cairn.notify.schemas import MOST_NAGS
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.when import resolve

A_NIGHT = timedelta(hours=5)
"""Quiet lasts at least so long."""
USUAL_MINUTES = 10
"""Between one time and the next, where nobody said how long."""


def insisting(how: Insistence) -> tuple[int, int | None]:
    """After how many minutes something comes again, and how often, if it isn't until it's done."""
    minutes = USUAL_MINUTES if how.every is None else int(how.every / timedelta(minutes=1))
    return minutes, None if how.times is None else min(how.times, MOST_NAGS)


async def settled(work: UnitOfWork, intent: DoNotDisturb | Nag | Stop, named: UUID | None = None) -> dict[str, Any]:
    """The one step to take, as it is settled now: a tool with its arguments, or a sentence.

    Args:
        named: The reminder that was named in this conversation a moment ago.
    """
    if isinstance(intent, Nag):
        return await _nag(work, intent, named)
    if isinstance(intent, Stop):
        return await _stop(work)
    if intent.until is None:
        return {"do": "call", "tool": "end_do_not_disturb"}
    if intent.until <= work.now:  # it passed between saying and arriving
        return {"do": "say", "say": "no_later_past", "when": intent.until}
    return {"do": "call", "tool": "do_not_disturb", "arguments": {"until": intent.until.isoformat()}}


async def _stop(work: UnitOfWork) -> dict[str, Any]:
    """What comes after the person comes no more; when nothing does, nothing makes a noise until their next morning."""
    if await notify.coming(work):
        return {"do": "call", "tool": "stop_coming"}
    until = max(await notify.quiet_until(work) or work.now, await _next_morning(work))
    return {"do": "call", "tool": "do_not_disturb", "arguments": {"until": until.isoformat()}}


async def _next_morning(work: UnitOfWork) -> datetime:
    """When the person's next day begins; not the one that is about to, said late at night."""
    zone, begins_at = work.actor.zone, (await accounts.waking_hours(work)).begins
    day = (work.now + A_NIGHT).astimezone(zone).date()
    begins = [resolve(datetime.combine(day + timedelta(days=more), begins_at), zone) for more in (0, 1)]
    return next(moment for moment in begins if moment >= work.now + A_NIGHT)


async def _nag(work: UnitOfWork, intent: Nag, just_now: UUID | None) -> dict[str, Any]:
    """What rings comes again, or no longer; when nothing rings, what was named just now, or else what comes next."""
    if intent.words:
        named = await reminder_named(work, intent.words)
        if named is None:
            return {"do": "say", "say": "not_found", "words": intent.words}
        return {"do": "call", "tool": "stop_nagging", "arguments": {"reminder_id": str(named)}}
    reminder = await reminders.current(work)
    chosen = reminder.id if reminder is not None else just_now
    if chosen is None:
        nearest = (await reminders.listing(work, PageQuery(limit=1))).items
        chosen = nearest[0].id if nearest else None
    if chosen is None:
        return {"do": "say", "say": "nothing_open"}
    if not intent.on:
        return {"do": "call", "tool": "stop_nagging", "arguments": {"reminder_id": str(chosen)}}
    every, times = insisting(intent.how)
    arguments = {"reminder_id": str(chosen), "every_minutes": every, "times": times}
    return {"do": "call", "tool": "nag_reminder", "arguments": arguments}
