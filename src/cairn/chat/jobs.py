"""What is done after a message was said."""

from cairn.accounts.keys import service as keys
from cairn.chat import service, transcripts
from cairn.chat.messages import LearnMessage, ResumeTurn, TrimTranscripts
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(ResumeTurn, attempts=8)
async def resume(actor: Actor, job: ResumeTurn) -> None:
    await service.resume(await keys.as_key(actor, job.key_id), job.turn_id)


@jobs.handles(LearnMessage, attempts=8)
async def learn(actor: Actor, job: LearnMessage) -> None:
    await service.learn(actor, job.message_id)


@jobs.handles(TrimTranscripts, attempts=3)
async def trim(actor: Actor, job: TrimTranscripts) -> None:
    async with actor.work() as work:
        await transcripts.trim(work)
