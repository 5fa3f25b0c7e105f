"""Tasks over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query, Response

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.tasks import service, skipping
from cairn.tasks.errors import (
    AlreadyDone,
    ChangedSince,
    NotDone,
    NothingFollows,
    NothingLeftOut,
    NothingToChange,
    NotLater,
    TooManySteps,
)
from cairn.tasks.models import Task
from cairn.tasks.permissions import READ, WRITE
from cairn.tasks.schemas import Given, Later, NewStep, NewTask, NextOut, StepPatch, TaskOut, TaskPatch

router = Router("/tasks", tag="tasks")

_USUAL = (NotSignedIn, NotAllowed, Invalid)


@router.get("", response_model=Page[TaskOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def listing(
    work: SignedIn, page: Annotated[PageQuery, Depends()], state: Literal["open", "done"] = "open"
) -> Page[TaskOut]:
    """Open tasks, oldest first, or done ones, latest first."""
    rows, following = await service.listing(work, page, done=state == "done")
    return Page(items=[TaskOut.model_validate(row) for row in rows], next_cursor=following)


@router.post("", response_model=TaskOut, status_code=201, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def add(work: SignedIn, body: NewTask) -> Task:
    return await service.add(work, body)


@router.get("/next", response_model=NextOut, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def next_one(work: SignedIn, given: Annotated[Given, Query()]) -> NextOut:
    """The one next thing, and why this one: what fits the time, the energy and the place that there are comes first."""
    found = await service.next_one(work, given)
    if found is None:
        return NextOut(task=None, reason=None)
    task, why = found
    return NextOut(task=TaskOut.model_validate(task), reason=why)


@router.get("/{task_id}", response_model=TaskOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound))
async def get(work: SignedIn, task_id: UUID) -> Task:
    return await service.get(work, task_id)


@router.patch(
    "/{task_id}",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, NothingToChange, AlreadyDone),
)
async def edit(work: SignedIn, task_id: UUID, body: TaskPatch, if_match: IfMatch = None) -> Task:
    return await service.edit(work, await service.seen(work, task_id, if_match), body)


@router.delete("/{task_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound, Stale))
async def remove(work: SignedIn, task_id: UUID, if_match: IfMatch = None) -> Response:
    await service.seen(work, task_id, if_match)
    await service.remove(work, task_id)
    return Response(status_code=204)


@router.post(
    "/{task_id}/done",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyDone),
)
async def finish(work: SignedIn, task_id: UUID) -> Task:
    """Done. Its reminders stop; what comes again is followed by its next occurrence, a task of its own."""
    return await service.finish(work, task_id)


@router.post(
    "/{task_id}/reopen",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, NotDone),
)
async def reopen(work: SignedIn, task_id: UUID) -> Task:
    return await service.reopen(work, task_id)


@router.post(
    "/{task_id}/skip",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, AlreadyDone, NothingFollows),
)
async def skip(work: SignedIn, task_id: UUID, if_match: IfMatch = None) -> Task:
    """Leave this time out: it stands for the next one."""
    return await skipping.skip(work, task_id, if_match)


@router.post(
    "/{task_id}/unskip",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, ChangedSince, NothingLeftOut),
)
async def unskip(work: SignedIn, task_id: UUID, if_match: IfMatch = None) -> Task:
    """Bring the time that was left out last back, exactly as it stood; refused where the task changed since."""
    return await skipping.bring_back(work, task_id, if_match)


@router.post(
    "/{task_id}/later",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyDone, NotLater),
)
async def put_off(work: SignedIn, task_id: UUID, body: Later | None = None) -> Task:
    """Not that one now."""
    return await service.put_off(work, task_id, body.until if body else None)


@router.post(
    "/{task_id}/steps",
    response_model=TaskOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, TooManySteps),
)
async def add_step(work: SignedIn, task_id: UUID, body: NewStep, if_match: IfMatch = None) -> Task:
    """Add a step at the end."""
    return await service.add_step(work, await service.seen(work, task_id, if_match), body)


@router.patch(
    "/{task_id}/steps/{step_id}",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, NothingToChange),
)
async def edit_step(work: SignedIn, task_id: UUID, step_id: UUID, body: StepPatch, if_match: IfMatch = None) -> Task:
    """Change a step's words or how long it may take, or mark it done or open."""
    return await service.edit_step(work, await service.seen(work, task_id, if_match), step_id, body)


@router.delete(
    "/{task_id}/steps/{step_id}",
    response_model=TaskOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale),
)
async def remove_step(work: SignedIn, task_id: UUID, step_id: UUID, if_match: IfMatch = None) -> Task:
    """Take a step away; the task that is left is answered."""
    return await service.remove_step(work, await service.seen(work, task_id, if_match), step_id)
