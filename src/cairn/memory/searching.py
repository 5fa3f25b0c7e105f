"""Finding what was said: read the words, ask the model, compare, put in order, say why."""

from collections.abc import Sequence

import numpy as np
import structlog

from cairn.memory import index, retrieval
from cairn.memory.answering import answer
from cairn.memory.errors import NoEmbedder
from cairn.memory.making import as_text
from cairn.memory.provider import Embedders
from cairn.memory.ranking.bm25 import Kept, match
from cairn.memory.ranking.words import Term, terms_of
from cairn.memory.rules import CANDIDATES, MeaningMatch, WordMatch, fuse
from cairn.memory.schemas import Found, SearchQuery
from cairn.platform.actor import Actor

log = structlog.get_logger()


async def search(actor: Actor, query: SearchQuery) -> Found:
    """What was said about something, best first, by words and by meaning.

    The question is embedded between two units of work. Without an embedder words alone find.
    """
    terms = terms_of(query.query)
    async with actor.work() as work:
        state = await index.state(work)
        block = await retrieval.words(work, query)
        model = await index.known_model(work, state.model) if state.model else None
    by_words = _by_words(terms, block)
    vector = await _embedded(actor, state.model, query.query)
    async with actor.work() as work:
        by_meaning: list[MeaningMatch] = []
        if vector is not None and model is not None:
            near = await retrieval.nearest(work, model, vector, query, CANDIDATES)
            by_meaning = [MeaningMatch(id_, likeness) for id_, likeness in near]
        ranked = fuse([term.written for term in terms], by_words, by_meaning)
        hits = await answer(work, query, ranked)
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


def _by_words(terms: Sequence[Term], block: retrieval.Words) -> list[WordMatch]:
    matches = match(terms, Kept(block.stems, block.sizes))
    return [
        WordMatch(block.id_at(row), np.flatnonzero(matches.has[:, row]).tolist(), float(matches.coverage[row]))
        for row in matches.best(CANDIDATES).tolist()
    ]
