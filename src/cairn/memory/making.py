"""What is made of memories behind the scenes: stems, vectors and token bits, in batches, each once."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from cairn.memory import index
from cairn.memory.errors import NoEmbedder
from cairn.memory.facts import repository as facts
from cairn.memory.index import Chore, Made, Waiting
from cairn.memory.pieces import pieces
from cairn.memory.provider import Embedder, Embedders
from cairn.memory.ranking.context import context_of
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

BATCH = 64
"""Memories in one unit of work. A batch that is cut off is made again, and written once."""

ROUNDS = 50
"""Batches of one job; then others get their turn."""

AT_ONCE = 8
"""Memories that get their vectors right before an answer, so that what was said a moment ago counts; more wait."""

Make = Callable[[Actor, Sequence[Waiting]], Awaitable[None]]


async def words(actor: Actor) -> bool:
    """Give memories that came from an earlier release their stems. True when some are left."""
    return await _in_batches(actor, "words", _make_words)


async def vectors(actor: Actor) -> bool:
    """Give every memory that waits for it its vectors, then let the search use them. True when some are left.

    While one model replaces another, what is new gets vectors of both, and the search keeps to the earlier one until
    the new one has them all.
    """
    return await _in_batches(actor, "vector", _make_vectors) or await _choose(actor)


async def vectors_of_latest(actor: Actor) -> None:
    """Give what was said a moment ago its vectors, so that an answer right after it knows what it means.

    Words find it without, but few words in common are weak evidence by themselves. A model on a server isn't waited
    for.
    """
    embedders = actor.runtime.provider(Embedders)
    if embedders.chosen is not embedders.local:
        return
    async with actor.work() as work:
        waiting = await index.waiting(work, "vector", UUID(int=0), AT_ONCE + 1)
    if 0 < len(waiting) <= AT_ONCE:
        with suppress(NoEmbedder):
            await _make_vectors(actor, waiting)


async def tokens(actor: Actor) -> bool:
    """Give every memory that waits for them its token bits. True when some are left."""
    return await _in_batches(actor, "tokens", _make_tokens)


async def _in_batches(actor: Actor, chore: Chore, make: Make) -> bool:
    after = UUID(int=0)
    for _ in range(ROUNDS):
        async with actor.work() as work:
            waiting = await index.waiting(work, chore, after, BATCH)
        if not waiting:
            return False
        await make(actor, waiting)
        after = waiting[-1].id
    return True


async def _make_words(actor: Actor, waiting: Sequence[Waiting]) -> None:
    async with actor.work() as work:
        await facts.lock(work)
        await index.keep_words(work, waiting)
        await index.done(work, "words", waiting)
        await index.changed(work)


async def _make_vectors(actor: Actor, waiting: Sequence[Waiting]) -> None:
    embedders = actor.runtime.provider(Embedders)
    async with actor.work() as work:
        used = (await index.state(work)).model
    parts = [(one, number, part) for one in waiting for number, part in enumerate(pieces(one.text))]
    texts = [part for _, _, part in parts]
    made = [(embedder, await embedder.embed(texts)) for embedder in _both(embedders, used)]
    models: list[int] = []
    async with actor.work() as work:
        for embedder, rows in made:
            models.append(await index.model_id(work, embedder.name, rows.shape[1]))
        if used is None:
            await index.choose(work, models[0])
    # A transaction of its own: who holds the person's row must not wait for memories, which others take before it.
    async with actor.work() as work:
        if len(models) > 1:  # who hides or shows what is kept changes vectors of both, memory by memory
            await facts.lock(work)
        for model, (embedder, rows) in zip(models, made, strict=True):
            # Another job may have changed over meanwhile and let the earlier model's go: they aren't brought back. The
            # chosen model comes first, so that memories are held before the person's row, as by everybody.
            if embedder is not embedders.chosen and not await index.searches_with(work, model):
                continue
            written = [
                Made(one.id, one.version, number, vector)
                for (one, number, _), vector in zip(parts, as_text(rows), strict=True)
            ]
            await index.keep_vectors(work, model, written)
        await index.done(work, "vector", waiting)


def _both(embedders: Embedders, used: str | None) -> list[Embedder]:
    """The model that memories are brought to, and the one they are searched with as long as that is another."""
    earlier = embedders.find(used)
    return [embedders.chosen] if earlier in (None, embedders.chosen) else [embedders.chosen, earlier]


async def _choose(actor: Actor) -> bool:
    """Search with the chosen model once everything has its vectors, and let go of those of others.

    Returns:
        Whether there are some to be made: what was told since the settings changed comes before the night asks for all.
    """
    chosen = actor.runtime.provider(Embedders).chosen
    async with actor.work() as work:
        if (await index.state(work)).model in (None, chosen.name):
            return False
        await facts.lock(work)
        await index.changed(work)  # from here on nobody adds a memory until this is committed
        model = await index.known_model(work, chosen.name)
        if model is None or (await index.counts(work)).vectors:
            return False
        if await index.ask_missing(work, model):
            return True
        await index.choose(work, model)
        await index.drop_vectors(work, but=model)
    return False


async def bring_over(work: UnitOfWork) -> bool:
    """Ask for vectors of the chosen model for everything, if this person is searched with another.

    Returns:
        Whether there is anything to do.
    """
    used = (await index.state(work)).model
    if used in (None, work.runtime.provider(Embedders).chosen.name):
        return False
    if (await index.counts(work)).vectors == 0:
        await index.ask_everything(work, "vector")
    return True


async def _make_tokens(actor: Actor, waiting: Sequence[Waiting]) -> None:
    parts = [(one, number, part) for one in waiting for number, part in enumerate(pieces(one.text))]
    local = actor.runtime.provider(Embedders).local
    # Only the first piece follows upon what was said before; the others follow upon it.
    before = [context_of(one.before, part) if number == 0 else "" for one, number, part in parts]
    bits = await local.token_bits([part for _, _, part in parts], before)
    async with actor.work() as work:
        await index.keep_tokens(
            work,
            [Made(one.id, one.version, number, packed) for (one, number, _), packed in zip(parts, bits, strict=True)],
        )
        await index.done(work, "tokens", waiting)


def as_text(vectors: NDArray[np.float32]) -> list[str]:
    """Vectors as pgvector reads them. A half keeps four digits."""
    return ["[" + ",".join(f"{value:.5f}" for value in row) + "]" for row in vectors.tolist()]
