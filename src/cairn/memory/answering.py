"""From an order to an answer: what was true then, the newer above the older, and what each memory is known for."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from cairn.memory import repository, retrieval
from cairn.memory.facts import asking
from cairn.memory.facts import repository as facts
from cairn.memory.facts.asking import Tellers
from cairn.memory.facts.closing import holds_none
from cairn.memory.rules import NOTHING, Ranked, is_weak
from cairn.memory.schemas import Hit, Known, MemoryOut, SearchQuery
from cairn.memory.why import explain
from cairn.platform.work import UnitOfWork

LONGEST_CHAIN = 5
"""Updates of updates that are followed."""


async def answer(work: UnitOfWork, query: SearchQuery, ranked: Sequence[Ranked]) -> list[Hit]:
    """The hits of a search, best first, with their facts and neighbours."""
    order = await _newer_first(work, query, list(ranked))
    if query.as_of is not None and not query.include_closed:
        order = await _true_then(work, query, order)
    tellers = await asking.tellers(work, query.query, query.as_of)
    if tellers is not None:
        order = await _told_first(work, query, order, tellers)
    order = order[: query.limit]
    ids = [one.memory_id for one in order]
    memories = await retrieval.kept(work, ids)
    said = await facts.said_in(work, ids)
    older = await retrieval.older(work, ids)
    hits = []
    for one in order:
        if one.memory_id in memories:
            hit = _hit(work, one, memories[one.memory_id])
            if tellers is not None and tellers.is_about_else(hit.memory.text, said.get(one.memory_id, [])):
                hit.weak = True
            hit.facts = [_known(each) for each in said.get(one.memory_id, []) if each.closed != "wrong"]
            hit.replaces = older.get(one.memory_id, [])
            if query.neighbours:
                around = await repository.around(work, one.memory_id, query.neighbours)
                hit.neighbours = [MemoryOut.model_validate(each) for each in around]
            hits.append(hit)
    return hits


async def _newer_first(work: UnitOfWork, query: SearchQuery, order: list[Ranked]) -> list[Ranked]:
    """Put what was said anew right above what it replaces, also when it wasn't found itself."""
    for _ in range(LONGEST_CHAIN):
        pairs = await retrieval.updates(work, [one.memory_id for one in order], query)
        moved = False
        for older, newer in pairs:
            moved = _lift(order, older, newer) or moved
        if not moved:
            break
    return order


def _lift(order: list[Ranked], older: UUID, newer: UUID) -> bool:
    places = {one.memory_id: place for place, one in enumerate(order)}
    if older not in places or places.get(newer, len(order)) < places[older]:
        return False
    above = order[places[older]]
    found = order.pop(places[newer]) if newer in places else Ranked(newer, above.total, above.evidence)
    order.insert(places[older], replace(found, total=above.total))
    return True


async def _told_first(work: UnitOfWork, query: SearchQuery, order: list[Ranked], tellers: Tellers) -> list[Ranked]:
    """Put the memories above all others that tell the fact which is asked for: for each the latest, found or not."""
    admitted = await retrieval.admitted(work, [one for each in tellers.latest for one in each], query)
    latest = [next((one for one in each if one in admitted), None) for each in tellers.latest]
    first = list(dict.fromkeys(one for one in latest if one is not None))
    found = {one.memory_id: one for one in order}
    above = max((one.total for one in order), default=0.0)
    lifted = [_telling(found.get(one, Ranked(one, above, NOTHING)), above, tellers.confidence) for one in first]
    return [*lifted, *(one for one in order if one.memory_id not in first)]


def _telling(ranked: Ranked, above: float, confidence: float) -> Ranked:
    evidence = ranked.evidence
    parts = {**evidence.parts, "fact": round(confidence, 3)}
    return Ranked(ranked.memory_id, max(ranked.total, above), evidence.model_copy(update={"parts": parts}))


async def _true_then(work: UnitOfWork, query: SearchQuery, order: list[Ranked]) -> list[Ranked]:
    assert query.as_of is not None, "asked only then"
    ids = [one.memory_id for one in order]
    said, memories = await facts.said_in(work, ids), await retrieval.kept(work, ids)
    return [
        one
        for one in order
        if one.memory_id in memories
        and not holds_none(memories[one.memory_id].text, said.get(one.memory_id, []), query.as_of)
    ]


def _known(said: facts.Said) -> Known:
    return Known(
        fact_id=said.fact_id,
        subject=said.subject,
        relation=said.relation,
        value=said.value,
        valid_from=said.valid_from,
        valid_to=said.valid_to,
    )


def _hit(work: UnitOfWork, ranked: Ranked, memory: MemoryOut) -> Hit:
    zone = work.actor.zone
    said_at, now = memory.occurred_at.astimezone(zone), work.now.astimezone(zone)
    return Hit(
        memory=memory,
        score=ranked.score,
        why=explain(ranked.evidence, memory.speaker, said_at, now, work.actor.locale),
        evidence=ranked.evidence,
        weak=is_weak(ranked.evidence),
    )
