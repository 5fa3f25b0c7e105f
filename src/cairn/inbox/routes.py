"""The inbox over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from cairn.inbox import service
from cairn.inbox.errors import ChangedSince, DoneSince, SortedAlready
from cairn.inbox.permissions import READ, WRITE
from cairn.inbox.schemas import Caught, Sort, SortedOut, Unsort
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor

router = Router("/inbox", tag="inbox")

WHO = (NotSignedIn, NotAllowed)


@router.get("", response_model=Page[Caught], dependencies=[needs(READ)], responses=errors(*WHO, BadCursor))
async def inbox(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[Caught]:
    """Thoughts that were caught in the last thirty days and wait to be sorted, the latest first."""
    return await service.listing(work, page)


@router.post(
    "/{memory_id}/sort",
    response_model=SortedOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, SortedAlready),
)
async def sort(work: SignedIn, memory_id: UUID, body: Sort) -> SortedOut:
    """Put a thought on your list, keep it as a note, or set it aside."""
    return await service.sort(work, memory_id, body.becomes)


@router.post(
    "/{memory_id}/unsort",
    response_model=Caught,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, ChangedSince, DoneSince),
)
async def unsort(work: SignedIn, memory_id: UUID, body: Unsort) -> Caught:
    """Let a thought wait again. The task that was made of it goes, unless it is done or changed."""
    return await service.unsort(work, memory_id, body.task_id)
