"""A reminder so long before an event of the calendar, where one is meant."""

from typing import Any

from cairn.assistant import naming
from cairn.assistant.grammar import BeforeEvent, Change, Thought
from cairn.assistant.grammar.phrase import begun
from cairn.platform.work import UnitOfWork


async def settled(work: UnitOfWork, wish: BeforeEvent) -> dict[str, Any]:
    """The one step to take; what is said where no event is meant, several are, or the moment has passed."""
    words = wish.words if naming.content(wish.words) else ""
    named = Change("cancel", "", words, "event", True, Thought(wish.said), on=wish.on)
    found = naming.then(await naming.meant(work, named), named, work)
    ahead = [one for one in found if one.at is not None and one.at > work.now]
    if len({one.id for one in ahead}) > 1:
        return {"do": "say", "say": "which_event", "words": naming.told(ahead, work)}
    if not ahead or ahead[0].at is None:
        return {"do": "say", "say": "no_such_event", "words": wish.words, "title": wish.title or begun(wish.words)}
    event, moment = ahead[0], ahead[0].at - wish.lead
    title = wish.title or event.title
    if moment <= work.now:
        return {"do": "say", "say": "passed", "title": title, "when": moment}
    return {
        "do": "call",
        "tool": "add_reminder",
        "arguments": {"text": title, "when": moment.isoformat()},
        "also": "stays_there",
        "words": event.title,
        "title": title,
        "when": moment,
    }
