"""A reminder so long before an event of the calendar, or before another reminder, where one is meant."""

from typing import Any, Literal

from cairn.assistant import naming
from cairn.assistant.grammar import BeforeEvent, Change, Thought
from cairn.assistant.grammar.phrase import begun
from cairn.assistant.naming import Thing
from cairn.platform.work import UnitOfWork


async def settled(work: UnitOfWork, wish: BeforeEvent) -> dict[str, Any]:
    """The one step to take; what is said where nothing is meant, several are, or the moment has passed."""
    ahead = await _meant(work, wish, "event") or await _meant(work, wish, "reminder")
    if len({one.id for one in ahead}) > 1:
        return {"do": "say", "say": "which_event", "words": naming.told(ahead, work)}
    if not ahead or ahead[0].at is None:
        return {"do": "say", "say": "no_such_event", "words": wish.words, "title": wish.title or begun(wish.words)}
    thing, moment = ahead[0], ahead[0].at - wish.lead
    title = wish.title or thing.title
    if moment <= work.now:
        return {"do": "say", "say": "passed", "title": title, "when": moment}
    if thing.kind == "reminder":
        return {
            "do": "call",
            "tool": "remind_ahead",
            "arguments": {"reminder_id": str(thing.id), "when": moment.isoformat(), "text": wish.title or None},
            "title": title,
            "when": moment,
        }
    return {
        "do": "call",
        "tool": "add_reminder",
        "arguments": {"text": title, "when": moment.isoformat()},
        "also": "stays_there",
        "words": thing.title,
        "title": title,
        "when": moment,
    }


async def _meant(work: UnitOfWork, wish: BeforeEvent, kind: Literal["event", "reminder"]) -> list[Thing]:
    """What is to come and may be called so."""
    words = wish.words if naming.content(wish.words) else ""
    named = Change("cancel", "", words, kind, True, Thought(wish.said), on=wish.on)
    found = naming.then(await naming.meant(work, named), named, work)
    return [one for one in found if one.at is not None and one.at > work.now and one.ahead_of is None]
