"""Breaking tasks down over HTTP."""

from uuid import UUID

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, OnlyReading, Stale
from cairn.platform.http import Caller, IfMatch, Router, SignedIn, caller_needs, errors, needs
from cairn.platform.http.credentials import ForeignPage
from cairn.tasks import service as tasks
from cairn.tasks.breakdown import service
from cairn.tasks.breakdown.parts import Grain
from cairn.tasks.breakdown.schemas import BreakDown, BreakdownOut
from cairn.tasks.errors import AlreadyDone, AlreadySmall, StepTwice, TooManySteps
from cairn.tasks.models import Task
from cairn.tasks.permissions import WRITE
from cairn.tasks.schemas import Steps, TaskOut

router = Router("/tasks", tag="tasks")

_USUAL = (NotSignedIn, NotAllowed, Invalid, NotFound, Stale)


@router.post(
    "/{task_id}/breakdown",
    response_model=BreakdownOut,
    dependencies=[caller_needs(WRITE)],
    responses=errors(*_USUAL, OnlyReading, ForeignPage, AlreadyDone, TooManySteps),
)
async def break_down(
    actor: Caller, task_id: UUID, body: BreakDown | None = None, if_match: IfMatch = None
) -> BreakdownOut:
    """Divide a task into steps. They take the place of those that are open; what is done stays."""
    wanted = body or BreakDown()
    task, found = await service.break_down(actor, task_id, Grain(wanted.grain), if_match, library=wanted.library)
    return BreakdownOut(task=TaskOut.model_validate(task), source=found.source, procedure=found.procedure)


@router.post(
    "/{task_id}/smaller",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, AlreadyDone, AlreadySmall, TooManySteps),
)
async def smaller(work: SignedIn, task_id: UUID, if_match: IfMatch = None) -> Task:
    """Divide the first open step; a task without steps gets some."""
    return await service.smaller(work, task_id, None, if_match)


@router.post(
    "/{task_id}/steps/{step_id}/smaller",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, AlreadyDone, AlreadySmall, TooManySteps),
)
async def step_smaller(work: SignedIn, task_id: UUID, step_id: UUID, if_match: IfMatch = None) -> Task:
    """Divide a step into smaller ones."""
    return await service.smaller(work, task_id, step_id, if_match)


@router.put(
    "/{task_id}/steps",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, StepTwice),
)
async def set_steps(work: SignedIn, task_id: UUID, body: Steps, if_match: IfMatch = None) -> Task:
    """Have these steps and no others, in this order. What a change took away comes back this way."""
    return await service.set_steps(work, await tasks.seen(work, task_id, if_match), body.steps)
