"""Sorting what was caught. A thought stays in memory whatever becomes of it; sorted, it is one no more."""

from datetime import timedelta
from uuid import UUID

from cairn.inbox.errors import ChangedSince, DoneSince, SortedAlready
from cairn.inbox.schemas import Becomes, Caught, SortedOut
from cairn.memory import service as memory
from cairn.memory.schemas import Listing, MemoryPatch
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask, Task

LATELY = timedelta(days=30)
"""What was caught before isn't shown any more: it is found in memory, and nobody has to look at a heap."""
_WAITS = ("thought", False)
_SORTED = {("episode", False, True), ("note", False, False), ("thought", True, False)}
"""What sorting finds and leaves: the kind of memory, whether it is set aside, and whether there is a task."""
LONGEST_TITLE, LONGEST_NOTES = 500, 10_000


async def listing(work: UnitOfWork, page: PageQuery) -> Page[Caught]:
    """Thoughts of the last thirty days that wait to be sorted, the latest first."""
    which = Listing(kind="thought", from_=work.now - LATELY, set_aside=False)
    rows, following = await memory.listing(work, page, which)
    return Page(items=[Caught.model_validate(row) for row in rows], next_cursor=following)


async def sort(work: UnitOfWork, memory_id: UUID, becomes: Becomes) -> SortedOut:
    """Put a thought on the list, keep it as a note, or set it aside: then it answers no more, and can be brought back.

    Raises:
        NotFound: this person has none with that id.
        SortedAlready: it is no thought that waits.
    """
    if becomes is Becomes.TASK:
        task = await make_task(work, memory_id)
        return SortedOut(memory_id=memory_id, became=becomes, task_id=task.id)
    sorted_so = MemoryPatch(kind="note") if becomes is Becomes.NOTE else MemoryPatch(set_aside=True)
    thought = await memory.get(work, memory_id, lock=True)
    _must_wait(thought.kind, thought.set_aside_at is not None)
    await memory.edit(work, thought, sorted_so)
    return SortedOut(memory_id=memory_id, became=becomes, task_id=None)


async def make_task(work: UnitOfWork, memory_id: UUID) -> Task:
    """Put a thought on the list; it waits no more.

    Raises:
        NotFound: this person has none with that id.
        SortedAlready: it is no thought that waits.
    """
    thought = await memory.get(work, memory_id, lock=True)
    _must_wait(thought.kind, thought.set_aside_at is not None)
    task = await tasks.add(work, _task(thought.text.strip()))
    await memory.edit(work, thought, MemoryPatch(kind="episode"))
    return task


def _must_wait(*stands: str | bool) -> None:
    if stands != _WAITS:
        raise SortedAlready


def _task(text: str) -> NewTask:
    """Its first line, and the whole of it as notes where there is more."""
    title = text.split("\n", maxsplit=1)[0][:LONGEST_TITLE].strip()
    return NewTask(title=title, notes="" if title == text else text[:LONGEST_NOTES])


async def unsort(work: UnitOfWork, memory_id: UUID, task_id: UUID | None) -> Caught:
    """Let a thought wait again; the task that was made of it goes. Of one that waits nothing changes.

    Raises:
        NotFound: this person has no such memory or task.
        ChangedSince: it, or the task, is no longer as sorting left it.
        DoneSince: the task is done.
    """
    thought = await memory.get(work, memory_id, lock=True)
    stands = (thought.kind, thought.set_aside_at is not None)
    if stands == _WAITS and task_id is None:
        return Caught.model_validate(thought)
    if (*stands, task_id is not None) not in _SORTED:
        raise ChangedSince
    if task_id is not None:
        await _take_away(work, task_id, _task(thought.text.strip()))
    await memory.edit(work, thought, MemoryPatch(kind="thought", set_aside=False))
    return Caught.model_validate(thought)


async def _take_away(work: UnitOfWork, task_id: UUID, made: NewTask) -> None:
    task = await tasks.seen(work, task_id, None)
    if task.done_at is not None:
        raise DoneSince
    if (task.title, task.notes) != (made.title, made.notes):
        raise ChangedSince
    await tasks.remove(work, task.id)
