"""Limits over HTTP, for administrators."""

from typing import Annotated

from fastapi import Depends

from cairn.limits import service
from cairn.limits.permissions import READ
from cairn.limits.schemas import LimitsOut, ViolationOut
from cairn.platform.errors import Invalid, NotAllowed, NotSignedIn, SecondFactorNeeded
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs

router = Router("/admin/limits", tag="limits")


@router.get(
    "",
    response_model=LimitsOut,
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, SecondFactorNeeded),
)
async def limits(work: SignedIn) -> LimitsOut:
    """The limits as they are set."""
    return service.present(work.runtime)


@router.get(
    "/violations",
    response_model=Page[ViolationOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, SecondFactorNeeded, Invalid),
)
async def violations(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[ViolationOut]:
    """Where limits were reached in the last 30 days, newest hours first."""
    return await service.violations(work, page)
