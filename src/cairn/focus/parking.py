"""The parking lot: what comes to mind meanwhile is kept, and looked at afterwards."""

from uuid import UUID

from cairn.focus import repository
from cairn.focus.errors import AlreadySettled
from cairn.focus.messages import ThoughtParked
from cairn.focus.models import Becomes, ParkedThought
from cairn.focus.schemas import ThoughtOut
from cairn.memory import service as memory
from cairn.memory.schemas import NewMemory
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask

KIND = "thought"


async def park(work: UnitOfWork, text: str) -> ParkedThought:
    """Keep a thought, with the session that is on, if one is."""
    session = await repository.current(work)
    thought = ParkedThought(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        session_id=session.id if session is not None else None,
        text=text,
        parked_at=work.now,
    )
    work.session.add(thought)
    await work.session.flush()
    await work.audit("thought.park", thought.id, kind=KIND)
    await work.publish(ThoughtParked(thought_id=thought.id))
    return thought


async def listing(work: UnitOfWork, page: PageQuery, focus_id: UUID | None, *, settled: bool) -> Page[ThoughtOut]:
    """Parked thoughts, oldest first: those that wait to be looked at, or those that were."""
    rows, following = await repository.thoughts(work, page, focus_id, settled=settled)
    return Page(items=[ThoughtOut.model_validate(row) for row in rows], next_cursor=following)


async def settle(work: UnitOfWork, thought_id: UUID, becomes: Becomes) -> ParkedThought:
    """Put a thought on the list, into memory, or nowhere.

    Raises:
        NotFound: this person has none with that id.
        AlreadySettled: it was put elsewhere before.
    """
    thought = await repository.thought(work, thought_id)
    if thought.became is not None:
        if thought.became == becomes:
            return thought
        raise AlreadySettled
    if becomes == Becomes.TASK:
        thought.became_id = (await tasks.add(work, NewTask(title=thought.text))).id
    elif becomes == Becomes.NOTE:
        kept = await memory.remember(work, NewMemory(text=thought.text, kind="note", occurred_at=thought.parked_at))
        thought.became_id = kept.id
    thought.became, thought.settled_at = becomes, work.now
    await work.session.flush()
    await work.audit("thought.settle", thought.id, kind=KIND, detail={"becomes": becomes})
    await work.publish(ThoughtParked(thought_id=thought.id))
    return thought


async def unpark(work: UnitOfWork, thought_id: UUID) -> None:
    """Take a thought back as if it had never been parked.

    Raises:
        NotFound: this person has none with that id.
    """
    thought = await repository.thought(work, thought_id)
    await work.session.delete(thought)
    await work.session.flush()
    await work.audit("thought.unpark", thought_id, kind=KIND)
    await work.publish(ThoughtParked(thought_id=thought_id))
