"""Medications over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.routines.medications import service
from cairn.routines.medications.errors import AlreadyTaken, NothingToSkip, TooManyMedications
from cairn.routines.medications.models import Dose
from cairn.routines.medications.permissions import READ, WRITE
from cairn.routines.medications.schemas import (
    DoseOut,
    MedicationOut,
    MedicationPatch,
    NewMedication,
    Skipped,
    Taken,
)

router = Router(tag="medications")

_USUAL = (NotSignedIn, NotAllowed, Invalid)


@router.get("/medications", response_model=Page[MedicationOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def listing(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[MedicationOut]:
    """Your medications, the oldest first, and what of today waits for an answer."""
    items, following = await service.listing(work, page)
    return Page(items=items, next_cursor=following)


@router.post(
    "/medications",
    response_model=MedicationOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, TooManyMedications),
)
async def add(work: SignedIn, body: NewMedication) -> MedicationOut:
    """Keep its times: a reminder rings at each."""
    return await service.told(work, await service.add(work, body))


@router.get(
    "/medications/{medication_id}",
    response_model=MedicationOut,
    dependencies=[needs(READ)],
    responses=errors(*_USUAL, NotFound),
)
async def get(work: SignedIn, medication_id: UUID) -> MedicationOut:
    return await service.told(work, await service.get(work, medication_id))


@router.patch(
    "/medications/{medication_id}",
    response_model=MedicationOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale),
)
async def edit(work: SignedIn, medication_id: UUID, body: MedicationPatch, if_match: IfMatch = None) -> MedicationOut:
    return await service.told(work, await service.edit(work, medication_id, body, if_match))


@router.delete(
    "/medications/{medication_id}",
    status_code=204,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale),
)
async def remove(work: SignedIn, medication_id: UUID, if_match: IfMatch = None) -> Response:
    """Keep no more times for it. What was taken or skipped stays."""
    await service.remove(work, medication_id, if_match)
    return Response(status_code=204)


@router.post(
    "/medications/{medication_id}/taken",
    response_model=DoseOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AlreadyTaken),
)
async def take(work: SignedIn, medication_id: UUID, body: Taken | None = None) -> Dose:
    """Taken. Said twice, the answer tells when it was, and nothing is noted twice."""
    body = body or Taken()
    return await service.take(work, medication_id, body.due_at, again=body.again, taken_at=body.at)


@router.post(
    "/medications/{medication_id}/skipped",
    response_model=DoseOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, NothingToSkip),
)
async def skip(work: SignedIn, medication_id: UUID, body: Skipped | None = None) -> Dose:
    """Left out, this time."""
    return await service.skip(work, medication_id, body.due_at if body else None)


@router.get("/doses", response_model=Page[DoseOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def log(
    work: SignedIn, page: Annotated[PageQuery, Depends()], medication_id: UUID | None = None
) -> Page[DoseOut]:
    """What was taken or skipped, the latest first."""
    rows, following = await service.log(work, page, medication_id)
    return Page(items=[DoseOut.model_validate(row) for row in rows], next_cursor=following)


@router.delete("/doses/{dose_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound))
async def take_back(work: SignedIn, dose_id: UUID) -> Response:
    """Take back what was noted; its reminder asks again."""
    await service.take_back(work, dose_id)
    return Response(status_code=204)
