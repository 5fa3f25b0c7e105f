"""A night's upkeep: repeats become one, trifles fade, another model takes over without a moment without search."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy import text

from cairn.accounts.jobs import tend_everybody
from cairn.memory import index, making, service, upkeep
from cairn.memory.facts import repository as facts
from cairn.memory.facts.statement import ME
from cairn.memory.provider import Embedders
from cairn.memory.schemas import MemoryPatch, NewMemory, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from tests.conftest import NOON, RunJobs


async def tell(actor: Actor, words: str, days_ago: int = 0, kind: str = "episode") -> UUID:
    new = NewMemory.model_validate({"text": words, "kind": kind, "occurred_at": NOON - timedelta(days=days_ago)})
    async with actor.work() as work:
        return (await service.remember(work, new)).id


async def found(actor: Actor, question: str) -> list[UUID]:
    return [hit.memory.id for hit in (await service.search(actor, SearchQuery(query=question))).items]


async def importance(actor: Actor, memory_id: UUID) -> float:
    async with actor.work() as work:
        return (await service.get(work, memory_id)).importance


async def test_repeats_are_found_once_and_none_is_lost(actor: Actor) -> None:
    first = await tell(actor, "The boiler makes a strange noise again", 30)
    latest = await tell(actor, "the boiler makes a strange noise, again!", 1)
    other = await tell(actor, "The boiler was repaired", 2)
    for _ in range(2):
        async with actor.work() as work:
            await upkeep.tend(work)

    assert set(await found(actor, "boiler noise")) == {latest, other}
    async with actor.work() as work:
        assert (await service.get(work, first)).same_as == latest
        await service.forget(work, latest)
    assert set(await found(actor, "boiler noise")) == {first, other}


async def test_short_answers_are_no_repeats(actor: Actor) -> None:
    one, two = await tell(actor, "Yes please"), await tell(actor, "Yes please", 3)
    async with actor.work() as work:
        await upkeep.tend(work)

    async with actor.work() as work:
        assert [(await service.get(work, each)).same_as for each in (one, two)] == [None, None]


async def test_trifles_fade_and_what_matters_does_not(actor: Actor, run_jobs: RunJobs) -> None:
    trifle = await tell(actor, "The bus was late", 180)
    note = await tell(actor, "The boiler's code is 4411", 180, kind="note")
    fact = await tell(actor, "I'm allergic to peanuts.", 180)
    pinned = await tell(actor, "The sky was very blue", 180)
    async with actor.work() as work:
        await service.edit(work, await service.get(work, pinned), MemoryPatch(pinned=True))
    await run_jobs()
    for _ in range(2):
        async with actor.work() as work:
            await upkeep.tend(work)

    assert await importance(actor, trifle) == pytest.approx(0.25, abs=0.01)
    assert await importance(actor, note) == pytest.approx(0.7)
    assert await importance(actor, fact) >= 0.5
    assert await importance(actor, pinned) == pytest.approx(0.5)


async def test_the_night_reaches_everybody(runtime: Runtime, actor: Actor, run_jobs: RunJobs) -> None:
    trifle = await tell(actor, "The bus was late", 400)
    await tend_everybody(runtime)
    await run_jobs()

    assert await importance(actor, trifle) < 0.2


async def test_the_night_takes_up_what_was_laid_aside(runtime: Runtime, actor: Actor, run_jobs: RunJobs) -> None:
    kept, condemned = await tell(actor, "I live in Porto now"), await tell(actor, "The parcel says ziggurat forty")
    async with actor.work() as work:
        await index.ask(work, [condemned], "forget")
    async with runtime.system() as work:
        # As the rescue does with jobs whose workers were killed again and again.
        await work.session.execute(text("update procrastinate_jobs set status = 'failed' where status = 'todo'"))
    await run_jobs()
    async with actor.work() as work:
        assert (await service.status(work)).pending == 2

    await tend_everybody(runtime)
    await run_jobs()
    await run_jobs()  # the first went through the queue as it was
    async with actor.work() as work:
        status = await service.status(work)
        assert (status.total, status.pending, status.unread) == (1, 0, 0)
        assert [fact.value for fact in await facts.of_relations(work, ME, ["lives_in"], work.now)] == ["Porto"]
        assert (await service.get(work, kept)).id == kept


class Other:
    """Another model: turns a vector of the local one around, in fewer dimensions."""

    name = "other/256"

    def __init__(self, embedders: Embedders) -> None:
        self._local = embedders.local
        self.asked = 0

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += len(texts)
        vectors = -(await self._local.embed(texts))[:, :256]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


async def test_another_model_takes_over_without_a_moment_without_search(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    nuts = await tell(actor, "My sister is allergic to peanuts")
    for number in range(150):
        await tell(actor, f"Thing number {number} happened")
    await run_jobs()
    question = "who can't eat nuts in my family?"
    assert (await found(actor, question))[0] == nuts

    embedders = runtime.provider(Embedders)
    other = Other(embedders)
    runtime.provide(Embedders, Embedders(embedders.local, other))
    assert (await found(actor, question))[0] == nuts
    async with actor.work() as work:
        await upkeep.tend(work)
    monkeypatch.setattr(making, "ROUNDS", 1)
    assert await making.vectors(actor), "some are left"
    milk = await tell(actor, "The cow's white drink went sour")
    assert (await found(actor, question))[0] == nuts, "half way through"
    while await making.vectors(actor):
        assert (await found(actor, question))[0] == nuts
    asked = other.asked
    assert (await found(actor, question))[0] == nuts
    assert other.asked == asked + 1, "the question is embedded by the new model"
    assert milk in await found(actor, "bad milk")
    async with actor.work() as work:
        assert (await service.status(work)).model == "other/256"


class Held(Other):
    """Answers the first who asks only when it is let go."""

    def __init__(self, embedders: Embedders) -> None:
        super().__init__(embedders)
        self.began, self.let_go = asyncio.Event(), asyncio.Event()

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not self.began.is_set():
            self.began.set()
            await self.let_go.wait()
        return await super().embed(texts)


async def test_who_began_before_the_change_leaves_no_vectors_of_the_earlier_model(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs
) -> None:
    await tell(actor, "My sister is allergic to peanuts")
    await run_jobs()
    embedders = runtime.provider(Embedders)
    held = Held(embedders)
    runtime.provide(Embedders, Embedders(embedders.local, held))
    async with actor.work() as work:
        await upkeep.tend(work)
    late = asyncio.create_task(making.vectors(actor))
    await held.began.wait()
    await making.vectors(actor)
    async with actor.work() as work:
        assert (await service.status(work)).model == held.name
    held.let_go.set()
    await late

    async with actor.work() as work:
        kept = await work.session.scalars(
            text(
                "select m.name from memory_vectors v join embedding_models m on m.id = v.model_id where user_id = :me"
            ),
            {"me": work.user_id},
        )
        assert kept.all() == [held.name]


async def test_who_hides_memories_while_the_model_changes_waits_for_nobody_who_waits_for_it(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs
) -> None:
    first, second = [await tell(actor, words) for words in ("My sister is allergic to peanuts", "The bus was late")]
    await run_jobs()
    embedders = runtime.provider(Embedders)
    held = Held(embedders)
    runtime.provide(Embedders, Embedders(embedders.local, held))
    async with actor.work() as work:
        await upkeep.tend(work)
    making_both = asyncio.create_task(making.vectors(actor))
    await held.began.wait()

    async with actor.work() as work:
        await facts.lock(work)
        await hide(work, [second])
        held.let_go.set()
        await until_somebody_waits(work)
        await hide(work, [first])
    await making_both

    async with actor.work() as work:
        searched = await work.session.scalars(
            text("select distinct searched from memory_vectors where user_id = :me"), {"me": work.user_id}
        )
        assert searched.all() == [False]


async def hide(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    await work.session.execute(
        text("update memories set closed_at = now() where user_id = :me and id = any(cast(:ids as uuid[]))"),
        {"me": work.user_id, "ids": list(ids)},
    )
    await index.refresh(work, ids)


async def until_somebody_waits(work: UnitOfWork) -> None:
    """Until another transaction wants what this one holds."""
    waits = text("select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
    for _ in range(1_000):
        if await work.session.scalar(waits):
            return
        await asyncio.sleep(0.02)
    pytest.fail("nobody waits")


async def test_what_is_told_before_the_night_costs_no_vector_of_what_was_told_before(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs
) -> None:
    nuts = await tell(actor, "My sister is allergic to peanuts")
    await run_jobs()
    embedders = runtime.provider(Embedders)
    runtime.provide(Embedders, Embedders(embedders.local, Other(embedders)))
    await tell(actor, "The bus was late")
    await run_jobs()
    await run_jobs()  # the first went through the queue as it was

    async with actor.work() as work:
        assert (await service.status(work)).model == "other/256"
    hits = (await service.search(actor, SearchQuery(query="who can't eat nuts in my family?"))).items
    assert [hit.memory.id for hit in hits if hit.evidence.likeness is not None and hit.memory.id == nuts] == [nuts]
