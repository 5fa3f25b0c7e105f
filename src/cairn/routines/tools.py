"""What the assistant may do with routines."""

from uuid import UUID

from pydantic import BaseModel

from cairn.platform.http import PageQuery
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.routines import service
from cairn.routines.models import Run
from cairn.routines.permissions import READ, WRITE
from cairn.routines.schemas import RoutineOut
from cairn.routines.service import Step

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


@tools.offer(needs=WRITE, inner=True)
async def tick_step(work: UnitOfWork, run_id: UUID, step_id: UUID) -> Outcome:
    """Check off one step of a routine that the person goes through.

    Args:
        run_id: The run that it is a step of.
        step_id: Which step.
    """
    run, step = await service.step_done(work, run_id, step_id)
    return _of_step("routine.step_done", run, step)


@tools.offer(needs=WRITE, inner=True)
async def skip_step(work: UnitOfWork, run_id: UUID, step_id: UUID) -> Outcome:
    """Leave out one step of a routine that the person goes through, this time.

    Args:
        run_id: The run that it is a step of.
        step_id: Which step.
    """
    run, step = await service.step_skipped(work, run_id, step_id)
    return _of_step("routine.step_skipped", run, step)


def _of_step(kind: str, run: Run, step: Step) -> Outcome:
    undo = Undo(tool="untick_step", arguments={"run_id": str(run.id), "step_id": step["id"]})
    return Outcome(kind=kind, subject_kind="routine_run", subject_id=run.id, title=step["text"], undo=undo)


class Unticked(BaseModel):
    """A step that is open again."""

    run_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def untick_step(work: UnitOfWork, run_id: UUID, step_id: UUID) -> Unticked:
    """Open a step again that was checked off or left out.

    Args:
        run_id: The run that it is a step of.
        step_id: Which step.
    """
    await service.step_opened(work, run_id, step_id)
    return Unticked(run_id=run_id)


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
