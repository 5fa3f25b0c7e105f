"""What the assistant may do with routines."""

from uuid import UUID

from pydantic import BaseModel

from cairn.platform.http import PageQuery
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.routines import service
from cairn.routines.permissions import READ, WRITE
from cairn.routines.schemas import RoutineOut

tools = Tools()


class Routines(BaseModel):
    """The person's routines."""

    routines: list[RoutineOut]


@tools.offer(needs=READ)
async def list_routines(work: UnitOfWork) -> Routines:
    """The person's routines with their steps, and which of them fit now. Nothing is known of days left out."""
    items, _ = await service.listing(work, PageQuery())
    return Routines(routines=items)


@tools.offer(needs=WRITE)
async def begin_routine(work: UnitOfWork, routine_id: UUID) -> Outcome:
    """Begin one of the person's routines, or go on with it where they are.

    Args:
        routine_id: Which.
    """
    before = await service.one(work, await service.get(work, routine_id))
    run = await service.begin(work, routine_id)
    new = before.run_id != run.id
    return Outcome(
        kind="routine.begun",
        subject_kind="routine_run",
        subject_id=run.id,
        title=run.name,
        undo=Undo(tool="drop_routine_run", arguments={"run_id": str(run.id)}) if new else None,
    )


class Dropped(BaseModel):
    """A beginning that was taken back."""

    run_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def drop_routine_run(work: UnitOfWork, run_id: UUID) -> Dropped:
    """Take the beginning of a routine back.

    Args:
        run_id: Which.
    """
    await service.drop(work, run_id)
    return Dropped(run_id=run_id)
