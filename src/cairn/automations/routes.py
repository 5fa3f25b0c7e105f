"""Automations over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, status

from cairn.automations import service
from cairn.automations.errors import (
    BeginsInThePast,
    NothingToAsk,
    NothingToCome,
    TooManyAutomations,
    UnreadableSchedule,
    UnusableSchedule,
)
from cairn.automations.permissions import READ, WRITE
from cairn.automations.schemas import AutomationOut, AutomationPatch, NewAutomation, RunOut
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor

router = Router("/automations", tag="automations")

WHO = (NotSignedIn, NotAllowed)
FORM = (UnreadableSchedule, UnusableSchedule, BeginsInThePast, NothingToAsk)


@router.get("", response_model=Page[AutomationOut], dependencies=[needs(READ)], responses=errors(*WHO, BadCursor))
async def automations(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[AutomationOut]:
    """Your automations, in the order you made them."""
    return await service.listing(work, page)


@router.post(
    "",
    response_model=AutomationOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *FORM, TooManyAutomations),
)
async def add(work: SignedIn, body: NewAutomation) -> AutomationOut:
    """Make an automation that tells your day, opens your week, or asks the assistant, at times of your own."""
    return await service.told(work, await service.add(work, body))


@router.get(
    "/{automation_id}", response_model=AutomationOut, dependencies=[needs(READ)], responses=errors(*WHO, NotFound)
)
async def automation(work: SignedIn, automation_id: UUID) -> AutomationOut:
    """One automation."""
    return await service.told(work, await service.get(work, automation_id))


@router.patch(
    "/{automation_id}",
    response_model=AutomationOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *FORM, NotFound, Stale),
)
async def edit(work: SignedIn, automation_id: UUID, body: AutomationPatch, if_match: IfMatch = None) -> AutomationOut:
    """Change its name, its words or its schedule."""
    return await service.told(work, await service.edit(work, automation_id, body, if_match))


@router.delete(
    "/{automation_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, Stale),
)
async def remove(work: SignedIn, automation_id: UUID, if_match: IfMatch = None) -> None:
    """Delete it, with its history. What came of it stays."""
    await service.remove(work, automation_id, if_match)


@router.post(
    "/{automation_id}/pause",
    response_model=AutomationOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def pause(work: SignedIn, automation_id: UUID) -> AutomationOut:
    """Let it wait until you resume it."""
    return await service.told(work, await service.pause(work, automation_id))


@router.post(
    "/{automation_id}/resume",
    response_model=AutomationOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, NothingToCome),
)
async def resume(work: SignedIn, automation_id: UUID) -> AutomationOut:
    """Go on with its next time. What it missed meanwhile isn't made up for."""
    return await service.told(work, await service.resume(work, automation_id))


@router.get(
    "/{automation_id}/runs",
    response_model=Page[RunOut],
    dependencies=[needs(READ)],
    responses=errors(*WHO, NotFound, BadCursor),
)
async def runs(work: SignedIn, automation_id: UUID, page: Annotated[PageQuery, Depends()]) -> Page[RunOut]:
    """What came of it and what that cost, the latest first."""
    return await service.runs(work, automation_id, page)


@router.post(
    "/{automation_id}/runs",
    response_model=RunOut,
    status_code=status.HTTP_202_ACCEPTED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def run_now(work: SignedIn, automation_id: UUID) -> RunOut:
    """Run it now, whatever its schedule says. Asked for again before it is over, it is one run."""
    return service.told_of(await service.run_now(work, automation_id))
