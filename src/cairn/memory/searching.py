"""Finding what was said: read the words, ask the model, compare, put in order, say why."""

from collections.abc import Sequence

import numpy as np
import structlog

from cairn.memory import index, repository, retrieval
from cairn.memory.errors import NoEmbedder
from cairn.memory.making import as_text
from cairn.memory.models import Memory
from cairn.memory.provider import Embedders
from cairn.memory.ranking import bm25
from cairn.memory.ranking.words import stems_of
from cairn.memory.rules import CANDIDATES, MeaningMatch, Ranked, WordMatch, fuse, is_weak, words_of
from cairn.memory.schemas import Found, Hit, MemoryOut, SearchQuery
from cairn.memory.why import explain
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()


async def search(actor: Actor, query: SearchQuery) -> Found:
    """What was said about something, best first, by words and by meaning.

    The question is embedded between two units of work. Without an embedder words alone find.
    """
    words = words_of(query.query)
    async with actor.work() as work:
        state = await index.state(work)
        block = await retrieval.words(work, query)
        model = await index.known_model(work, state.model) if state.model else None
    by_words = _by_words(words, block)
    vector = await _embedded(actor, state.model, query.query)
    async with actor.work() as work:
        by_meaning: list[MeaningMatch] = []
        if vector is not None and model is not None:
            near = await retrieval.nearest(work, model, vector, query, CANDIDATES)
            by_meaning = [MeaningMatch(id_, likeness) for id_, likeness in near]
        ranked = fuse(words, by_words, by_meaning)[: query.limit]
        memories = await repository.get_all(work, [one.memory_id for one in ranked])
        hits = [_hit(work, one, memories[one.memory_id]) for one in ranked if one.memory_id in memories]
    return Found(items=hits, answered=1.0 if any(not hit.weak for hit in hits) else 0.0)


async def _embedded(actor: Actor, model: str | None, question: str) -> str | None:
    embedder = actor.runtime.provider(Embedders).find(model)
    if embedder is None:
        return None
    try:
        return as_text(await embedder.embed([question]))[0]
    except NoEmbedder:
        log.warning("memory.no_embedder")
        return None


def _by_words(words: Sequence[str], block: retrieval.Words) -> list[WordMatch]:
    scored = bm25.score([stems_of(word) for word in words], block.sizes, block.stems)
    best = np.argsort(-scored.scores, kind="stable")[:CANDIDATES]
    total = max(float(scored.weights.sum()), 1e-3)
    return [
        WordMatch(
            block.id_at(row),
            np.flatnonzero(scored.found[:, row]).tolist(),
            float(scored.weights[scored.found[:, row]].sum()) / total,
        )
        for row in best.tolist()
        if scored.scores[row] > 0
    ]


def _hit(work: UnitOfWork, ranked: Ranked, memory: Memory) -> Hit:
    zone = work.actor.zone
    said_at, now = memory.occurred_at.astimezone(zone), work.now.astimezone(zone)
    return Hit(
        memory=MemoryOut.model_validate(memory),
        score=ranked.score,
        why=explain(ranked.evidence, memory.speaker, said_at, now, work.actor.locale),
        evidence=ranked.evidence,
        weak=is_weak(ranked.evidence),
    )
