"""What memory does later."""

from cairn.memory import making, service, upkeep
from cairn.memory.facts import by_model, learning
from cairn.memory.messages import EmbedMemories, ForgetCondemned, LearnByModel, LearnFacts, TendMemories
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(EmbedMemories, attempts=8)
async def embed(actor: Actor, job: EmbedMemories) -> None:
    # What everybody waits for comes first, for all memories, before what only sharpens the order.
    for make in (making.words, making.vectors, making.tokens):
        if await make(actor):
            async with actor.work() as work:
                work.enqueue(job)
            return


@jobs.handles(LearnFacts, attempts=8)
async def learn(actor: Actor, job: LearnFacts) -> None:
    if await learning.learn(actor):
        async with actor.work() as work:
            work.enqueue(job)


@jobs.handles(LearnByModel, attempts=8)
async def learn_by_model(actor: Actor, job: LearnByModel) -> None:
    if await by_model.learn(actor):
        async with actor.work() as work:
            work.enqueue(job)


@jobs.handles(ForgetCondemned, attempts=8)
async def forget(actor: Actor, job: ForgetCondemned) -> None:
    await service.forget_condemned(actor)


@jobs.handles(TendMemories, attempts=3)
async def tend(actor: Actor, job: TendMemories) -> None:
    async with actor.work() as work:
        await upkeep.tend(work)
