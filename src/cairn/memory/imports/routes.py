"""Memories brought in and written out over HTTP."""

from typing import Annotated, Any, Final

from fastapi import Query, Request
from fastapi.responses import StreamingResponse

from cairn.accounts import service as accounts
from cairn.memory.errors import EnoughForToday
from cairn.memory.imports import service
from cairn.memory.imports.errors import (
    BadRecord,
    BrokenArchive,
    NotAnExport,
    NothingInside,
    UnpacksTooLarge,
    Unreadable,
)
from cairn.memory.imports.schemas import BroughtIn, ExportOut
from cairn.memory.permissions import READ, WRITE
from cairn.platform.errors import Invalid, NotAllowed, NotSignedIn, ProofNeeded
from cairn.platform.http import Caller, Router, errors
from cairn.platform.http.work import caller_needs

IMPORT: Final = "/import"
_FILE: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {}},
            "application/zip": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}

router = Router("/memories", tag="memories")
"""Goes ahead of the routes that take an id."""


@router.post(
    IMPORT,
    response_model=BroughtIn,
    dependencies=[caller_needs(WRITE)],
    openapi_extra=_FILE,
    responses=errors(
        NotSignedIn,
        NotAllowed,
        EnoughForToday,
        NotAnExport,
        Unreadable,
        BrokenArchive,
        BadRecord,
        NothingInside,
        UnpacksTooLarge,
    ),
)
async def bring_in(
    request: Request,
    actor: Caller,
    mine_only: Annotated[bool, Query(description="Leave out what the assistant said.")] = False,
) -> BroughtIn:
    """Bring in an export of ChatGPT, Claude, mem0 or Cairn, or a zipped folder of Markdown: the file is the body.

    What it is, is told by what stands in it. Sent again, nothing is doubled.
    """
    # Read here and not before: nobody sends much who isn't signed in. How much, is counted around the route.
    data = await request.body()
    return await service.bring_in(actor, service.Upload(data, actor.zone, mine_only))


@router.get(
    "/export",
    response_model=ExportOut,
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, ProofNeeded, Invalid),
)
async def export(actor: Caller) -> StreamingResponse:
    """Everything in memory as a file that can be brought back in; vectors are left out."""
    async with actor.work() as work:
        await accounts.must_be_proven(work)
    at = actor.runtime.clock.now()
    name = f"cairn-memory-{at.astimezone(actor.zone).date()}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(service.export(actor, at), media_type="application/json", headers=headers)
