"""The trail for administrators, and each person's own history."""

from typing import Annotated

from fastapi import Depends, Query
from fastapi.responses import StreamingResponse

from cairn.audit import service
from cairn.audit.permissions import READ_HISTORY, READ_TRAIL
from cairn.audit.schemas import About, EntryFilter, EntryOut, Format, HistoryEntryOut
from cairn.platform.errors import Invalid, NotAllowed, NotSignedIn, SecondFactorNeeded
from cairn.platform.http import Caller, Page, PageQuery, Router, SignedIn, caller_needs, errors, needs
from cairn.platform.http.page import BadCursor

router = Router(tag="audit")

Wanted = Annotated[EntryFilter, Depends()]
_USUAL = (NotSignedIn, NotAllowed, Invalid)
_TYPES = {Format.CSV: "text/csv", Format.JSONL: "application/jsonl"}


@router.get(
    "/audit/entries",
    response_model=Page[EntryOut],
    dependencies=[needs(READ_TRAIL)],
    responses=errors(*_USUAL, SecondFactorNeeded, BadCursor),
)
async def entries(work: SignedIn, wanted: Wanted, page: Annotated[PageQuery, Depends()]) -> Page[EntryOut]:
    """Who did what, newest first. A page may hold few entries, or none, and still name the next: a search looks
    through a part of the trail at a time."""
    return await service.entries(work, wanted, page)


@router.get(
    "/audit/entries/export",
    response_class=StreamingResponse,
    response_model=None,
    dependencies=[caller_needs(READ_TRAIL)],
    responses={
        200: {
            "description": "The entries, newest first, as a table or as one JSON object on each line.",
            "content": {kind: {"schema": {"type": "string"}} for kind in _TYPES.values()},
        },
        **errors(*_USUAL, SecondFactorNeeded),
    },
)
async def export(
    actor: Caller, wanted: Wanted, form: Annotated[Format, Query(alias="format")] = Format.CSV
) -> StreamingResponse:
    """Take the trail out as a file. In a table no cell is a formula."""
    await service.begin_export(actor, wanted, form)
    return StreamingResponse(
        service.export(actor, wanted, form),
        media_type=f"{_TYPES[form]}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="cairn-audit.{form}"'},
    )


@router.get(
    "/me/history",
    response_model=Page[HistoryEntryOut],
    dependencies=[needs(READ_HISTORY)],
    responses=errors(*_USUAL, BadCursor),
)
async def history(
    work: SignedIn, page: Annotated[PageQuery, Depends()], about: About = About.ACCOUNT
) -> Page[HistoryEntryOut]:
    """What happened to your account, newest first; with `everything`, also what you did with your things."""
    return await service.history(work, about, page)
