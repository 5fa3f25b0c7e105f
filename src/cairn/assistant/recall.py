"""Answering from what the person said before, with the source of every word."""

from collections.abc import Sequence

from cairn.assistant.plan import Step
from cairn.assistant.schemas import Quote
from cairn.memory import service as memory
from cairn.memory.schemas import Hit, SearchQuery
from cairn.platform.actor import Actor
from cairn.when.tokens import fold

MOST_QUOTES = 3
MOST_OF_A_TIME = 8
LONGEST_QUESTION = 2_000


async def recall(actor: Actor, step: Step) -> list[Quote]:
    """The person's own words about something, best first; nothing when the evidence is weak.

    A question about a time alone ("what did I say yesterday?") is answered with what was said then, in order.
    """
    query = SearchQuery.model_validate(
        {"query": step.words[:LONGEST_QUESTION], "limit": 10, "from": step.when, "to": step.until}
    )
    hits = (await memory.search(actor, query)).items
    about = [hit for hit in hits if not hit.weak]
    if not about and step.when is not None and not step.topic:
        of_that_time = sorted(hits, key=lambda hit: hit.memory.occurred_at)
        return _quotes(of_that_time, MOST_OF_A_TIME)
    return _quotes(about, MOST_QUOTES)


def _quotes(hits: Sequence[Hit], most: int) -> list[Quote]:
    told: dict[str, Quote] = {}
    for hit in hits:
        found = hit.memory
        told.setdefault(
            " ".join(fold(found.text).split()),
            Quote(
                memory_id=found.id,
                text=found.text,
                occurred_at=found.occurred_at,
                speaker=found.speaker,
                source="message" if (found.source_ref or "").startswith("message:") else found.kind,
                why=hit.why,
            ),
        )
    return list(told.values())[:most]
