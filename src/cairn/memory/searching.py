"""Finding what was said: read the words, ask the model, compare, put in order, say why."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import structlog

from cairn.memory import index, retrieval
from cairn.memory.answering import answer
from cairn.memory.errors import NoEmbedder
from cairn.memory.held import Held
from cairn.memory.making import as_text
from cairn.memory.provider import Embedder, Embedders
from cairn.memory.ranking.bm25 import Matches, match
from cairn.memory.ranking.candidates import FOUND, choose
from cairn.memory.ranking.confidence import confidence
from cairn.memory.ranking.order import Candidates, Placed, order
from cairn.memory.ranking.question import Asked, Question, ask
from cairn.memory.ranking.tokens import BYTES, Vectors
from cairn.memory.retrieval import Candidate, Words
from cairn.memory.rules import Finer, Ranked, finer, rank
from cairn.memory.schemas import Found, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()

IN_RESERVE = 20
"""Memories kept beyond those that are wanted: some may not have been true then, others have been said anew."""

ANYTHING = "Is anybody there?"
"""Read once, so that the model is loaded."""

PATIENCE = 5
"""Seconds that a search waits for a model on a server; then words find without it."""

DOUBTFUL = 0.2
"""How sure it must be that memory holds an answer for any of it to be told as one. Below `ANSWERED`, where nine of ten
answers lie, since a memory of a few things looks unsure of everything and each hit must still speak for itself."""


@dataclass(frozen=True, slots=True)
class View:
    """A person's memory as a search sees it before it looks at any: as of one revision."""

    state: index.State
    words: Words

    @property
    def bytes(self) -> int:
        return self.words.bytes


class HeldViews(Held[View]):
    """People's words, ready for search.

    Args:
        turns: So many are made ready at once ahead of a search, when many come back together.
    """

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name, most)
        self.turns = asyncio.Semaphore(2)


@dataclass(frozen=True, slots=True)
class Read:
    """A question as the models read it; without a vector words alone find."""

    question: Question
    vector: str | None


async def search(actor: Actor, query: SearchQuery) -> Found:
    """What was said about something, best first, by words and by meaning.

    The question is embedded outside of any unit of work, and before that the names of speakers are taken out of it. So
    it is read against a view that was held ready or read just before, and where that has changed meanwhile, once more.
    Without an embedder words alone find.
    """
    view = await _view(actor, query)
    while True:
        asked = ask(query.query, view.state.speakers)
        matches = match(asked.terms, view.words.kept)
        read = await _read(actor, view.state, asked)
        async with actor.work() as work:
            state = await index.state(work)
            if state.revision == view.state.revision or not query.is_plain:
                return await _find(work, query, view, asked, matches, read)
            view = await _looked(work, state)


async def make_ready(actor: Actor) -> None:
    """Hold a person's words, and load the model, before they ask for anything."""
    ready = actor.runtime.provider(HeldViews)
    async with ready.turns:
        async with actor.work() as work:
            state = await index.state(work)
            if actor.user_id not in ready:
                await _looked(work, state)
        if state.model is not None:
            with suppress(NoEmbedder):  # the search that misses it says so
                await actor.runtime.provider(Embedders).local.read(ANYTHING)


async def _view(actor: Actor, query: SearchQuery) -> View:
    """What is held, perhaps of an earlier revision; or what is read for this query."""
    held = actor.runtime.provider(HeldViews).latest(actor.user_id) if query.is_plain else None
    if held is not None:
        return held
    async with actor.work() as work:
        state = await index.state(work)
        return await _looked(work, state) if query.is_plain else View(state, await retrieval.words(work, query))


async def _looked(work: UnitOfWork, state: index.State) -> View:
    view = View(state, await retrieval.words(work))
    work.runtime.provider(HeldViews).put(work.user_id, state.revision, view)
    return view


async def _find(work: UnitOfWork, query: SearchQuery, view: View, asked: Asked, matches: Matches, read: Read) -> Found:
    words, model = view.words, view.state.model_id
    by_meaning = np.zeros(0, np.int64)
    if read.vector is not None and model is not None:
        by_meaning = words.places(await retrieval.nearest(work, model, read.vector, query, FOUND))
    places = choose(matches.best(FOUND), by_meaning, words.conversations)
    found = await retrieval.candidates(work, [words.id_at(place) for place in places.tolist()], model, read.vector)
    placed = _ordered(work, read.question, words, found, matches)
    hits = await answer(work, query, _ranked(work, query, asked, placed, found, matches))
    answered = max([confidence(placed), *(hit.evidence.parts.get("fact", 0.0) for hit in hits)])
    if answered < DOUBTFUL:
        hits = [hit.model_copy(update={"weak": True}) for hit in hits]
    return Found(items=hits, answered=round(answered, 3))


async def _read(actor: Actor, state: index.State, asked: Asked) -> Read:
    embedders = actor.runtime.provider(Embedders)
    embedder = embedders.find(state.model)
    if embedder is None:
        return Read(Question.unread(asked), None)
    question = Question.unread(asked)
    try:
        read = await embedders.local.read(asked.text)
        question = Question.read(asked, read.vector, read.tokens, read.spans)
        vector = read.vector if embedder is embedders.local else await _elsewhere(embedder, asked.text)
        if len(vector) != state.dimensions:
            raise NoEmbedder
    except NoEmbedder:  # what could be read of the question still orders what words find
        log.warning("memory.no_embedder")
        return Read(question, None)
    return Read(question, as_text(vector[None])[0])


async def _elsewhere(embedder: Embedder, text: str) -> Vectors:
    """What a model on a server makes of a question, if it does so while somebody waits."""
    try:
        async with asyncio.timeout(PATIENCE):
            vector: Vectors = (await embedder.embed([text]))[0]
    except TimeoutError as error:
        raise NoEmbedder from error
    return vector


def _ordered(
    work: UnitOfWork, question: Question, words: Words, found: Sequence[Candidate], matches: Matches
) -> list[Placed]:
    # One that was forgotten since the words were read is in no answer.
    places = words.places([one.id for one in found])
    bits = [np.frombuffer(one.bits or b"", np.uint8).reshape(-1, BYTES) for one in found]
    return order(
        question,
        Candidates(
            ids=[one.id for one in found],
            places=places,
            texts=[one.text for one in found],
            speakers=[one.speaker for one in found],
            conversations=words.conversations[places],
            said=[one.occurred_at.astimezone(work.actor.zone).date() for one in found],
            cosines=np.array([np.nan if one.cosine is None else one.cosine for one in found], np.float64),
            bits=np.concatenate([*bits, np.empty((0, BYTES), np.uint8)]),
            token_counts=np.array([len(one) for one in bits], np.int64),
        ),
        matches,
    )


def _ranked(
    work: UnitOfWork,
    query: SearchQuery,
    asked: Asked,
    placed: Sequence[Placed],
    found: Sequence[Candidate],
    matches: Matches,
) -> list[Ranked]:
    """The best, with what settles between equals, and all that speaks for each."""
    known = {one.id: one for one in found}
    weighed = [(one, _finer(work, known[one.id])) for one in placed]
    weighed.sort(key=lambda pair: -(pair[0].total + pair[1].total))
    return [
        rank(one, finer, matches.words_at(asked.terms, one.place)) for one, finer in weighed[: query.limit + IN_RESERVE]
    ]


def _finer(work: UnitOfWork, candidate: Candidate) -> Finer:
    return finer(
        importance=candidate.importance,
        confidence=candidate.confidence,
        age=work.now - candidate.occurred_at,
        pinned=candidate.pinned,
    )
