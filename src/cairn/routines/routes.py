"""Routines over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.routines import service
from cairn.routines.errors import ChangedSince, RunOpen, RunOver, TooManyRoutines
from cairn.routines.models import Run
from cairn.routines.permissions import READ, WRITE
from cairn.routines.schemas import NewRoutine, RoutineOut, RoutinePatch, RunOut, Tick

router = Router(tag="routines")

_USUAL = (NotSignedIn, NotAllowed, Invalid)


@router.get("/routines", response_model=Page[RoutineOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def listing(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[RoutineOut]:
    """Your routines, the oldest first, and which of them fit now."""
    items, following = await service.listing(work, page)
    return Page(items=items, next_cursor=following)


@router.post(
    "/routines",
    response_model=RoutineOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, TooManyRoutines),
)
async def add(work: SignedIn, body: NewRoutine) -> RoutineOut:
    """Make a routine. Its steps are new: an id among them is of none."""
    return await service.one(work, await service.add(work, body))


@router.get(
    "/routines/{routine_id}", response_model=RoutineOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound)
)
async def get(work: SignedIn, routine_id: UUID) -> RoutineOut:
    return await service.one(work, await service.get(work, routine_id))


@router.patch(
    "/routines/{routine_id}",
    response_model=RoutineOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale),
)
async def edit(work: SignedIn, routine_id: UUID, body: RoutinePatch, if_match: IfMatch = None) -> RoutineOut:
    """Change it. What is being gone through now keeps its steps."""
    return await service.one(work, await service.edit(work, routine_id, body, if_match))


@router.delete(
    "/routines/{routine_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound, Stale)
)
async def remove(work: SignedIn, routine_id: UUID, if_match: IfMatch = None) -> Response:
    """Take it away. What was done with it stays."""
    await service.remove(work, routine_id, if_match)
    return Response(status_code=204)


@router.post(
    "/routines/{routine_id}/runs",
    response_model=RunOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound),
)
async def begin(work: SignedIn, routine_id: UUID) -> Run:
    """Go through it. What is begun already goes on, on every device."""
    return await service.begin(work, routine_id)


@router.get("/routine-runs", response_model=Page[RunOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def done(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[RunOut]:
    """What was done, the latest first, and nothing else."""
    rows, following = await service.done(work, page)
    return Page(items=[RunOut.model_validate(row) for row in rows], next_cursor=following)


@router.get(
    "/routine-runs/{run_id}", response_model=RunOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound)
)
async def run(work: SignedIn, run_id: UUID) -> Run:
    return await service.run(work, run_id)


@router.delete(
    "/routine-runs/{run_id}",
    status_code=204,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, ChangedSince),
)
async def drop(work: SignedIn, run_id: UUID) -> Response:
    """Take its beginning back, while nothing was done in it."""
    await service.drop(work, run_id)
    return Response(status_code=204)


@router.patch(
    "/routine-runs/{run_id}/steps/{step_id}",
    response_model=RunOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, RunOver),
)
async def tick(work: SignedIn, run_id: UUID, step_id: UUID, body: Tick) -> Run:
    """Done, skipped, or open again."""
    return await service.tick(work, run_id, step_id, body.state)


@router.post(
    "/routine-runs/{run_id}/finish",
    response_model=RunOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound),
)
async def finish(work: SignedIn, run_id: UUID) -> Run:
    """End it with whatever was done."""
    return await service.finish(work, run_id)


@router.post(
    "/routine-runs/{run_id}/resume",
    response_model=RunOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, RunOpen),
)
async def resume(work: SignedIn, run_id: UUID) -> Run:
    """Take its end back."""
    return await service.resume(work, run_id)
