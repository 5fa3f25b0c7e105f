"""What the assistant may do with memory."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from cairn.memory import service
from cairn.memory.permissions import READ, WRITE
from cairn.memory.schemas import Found, NewMemory, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()


@tools.offer(needs=WRITE)
async def remember(work: UnitOfWork, text: str, said_at: AwareDatetime | None = None) -> Outcome:
    """Keep something the person wants to be remembered.

    Args:
        text: What to keep, in the person's own words.
        said_at: When they said it; now, if left out.
    """
    memory = await service.remember(work, NewMemory(text=text, kind="note", occurred_at=said_at))
    return Outcome(
        kind="memory.kept",
        subject_kind="memory",
        subject_id=memory.id,
        title=memory.text,
        undo=Undo(tool="forget_memory", arguments={"memory_id": str(memory.id)}),
    )


@tools.offer(needs=READ)
async def search_memory(actor: Actor, query: str) -> Found:
    """Find what the person said earlier. Each hit has their own words, when they said it, and whether it is weak.

    Args:
        query: The question, in the person's own words.
    """
    return await service.search(actor, SearchQuery(query=query))


class Forgotten(BaseModel):
    """A memory that is gone."""

    memory_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def forget_memory(work: UnitOfWork, memory_id: UUID) -> Forgotten:
    """Forget a memory.

    Args:
        memory_id: Which.
    """
    await service.forget(work, memory_id)
    return Forgotten(memory_id=memory_id)
