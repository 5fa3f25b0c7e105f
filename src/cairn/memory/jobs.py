"""What memory does later."""

from cairn.memory import service
from cairn.memory.messages import EmbedMemories
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(EmbedMemories, attempts=8)
async def embed(actor: Actor, job: EmbedMemories) -> None:
    await service.embed_pending(actor)
