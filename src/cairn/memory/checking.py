"""What a search found as a model is told it: what was denied or is over said to be so."""

import re
from collections.abc import Sequence

from cairn.memory.facts import lookups
from cairn.memory.facts import repository as facts
from cairn.memory.facts.asking import answer, learn_latest
from cairn.memory.facts.models import Fact
from cairn.memory.facts.schemas import FactTold
from cairn.memory.schemas import CheckedFound, CheckedHit, Hit, SearchQuery
from cairn.memory.searching import search
from cairn.platform.actor import Actor
from cairn.when.tokens import fold

MOST = 1_000
"""Facts that are over and looked for, the latest."""

SHORTEST = 4
"""Letters of a value that is looked for in other words; "yes" stands in too many."""


async def checked(actor: Actor, query: str) -> CheckedFound:
    """What was said about something, and what is known of it."""
    await learn_latest(actor)
    asked = await answer(actor, query)
    found = await search(actor, SearchQuery(query=query))
    async with actor.work() as work:
        over = await lookups.over(work, MOST)
        held = await facts.of_relations(work, "me", list({fact.relation for fact in over}), work.now)
    current = {(fact.relation, fact.value_key) for fact in held}
    over = [fact for fact in over if (fact.relation, fact.value_key) not in current]
    stale = asked.stale if asked is not None else []
    return CheckedFound(
        so_now=[_line(fact) for fact in asked.told] if asked is not None else [],
        items=[checked for hit in found.items if (checked := _checked(hit, over, stale)) is not None],
        answered=found.answered,
    )


def _checked(hit: Hit, over: Sequence[Fact], stale: Sequence[str]) -> CheckedHit | None:
    """A hit with what isn't so in it; None when it says what is asked for as it isn't."""
    words = fold(hit.memory.text)
    if any(says(words, value) for value in stale):
        return None
    gone = [
        f"{fact.relation}: {fact.value}" for fact in over if len(fact.value) >= SHORTEST and says(words, fact.value)
    ]
    return CheckedHit(**hit.model_dump(), no_longer_so=list(dict.fromkeys(gone)))


def says(folded: str, value: str) -> bool:
    """Whether words, lower case and without accents, say a value."""
    return re.search(rf"(?<!\w){re.escape(fold(value))}(?!\w)", folded) is not None


def _line(fact: FactTold) -> str:
    until = f" until {fact.until:%Y-%m-%d}" if fact.until is not None and not fact.is_now else ""
    return f"{fact.subject} {fact.relation}: {fact.value}{until}"
