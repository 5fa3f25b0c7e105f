"""Mood and energy over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from cairn.mood import service
from cairn.mood.errors import NothingSaid, NotYet
from cairn.mood.models import MoodEntry
from cairn.mood.permissions import READ, WRITE
from cairn.mood.schemas import EntryOut, EntryPatch, LatelyOut, NewEntry, PictureOut
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor

router = Router("/mood", tag="mood")

_USUAL = (NotSignedIn, NotAllowed, Invalid)


@router.get("", response_model=Page[EntryOut], dependencies=[needs(READ)], responses=errors(*_USUAL, BadCursor))
async def entries(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[EntryOut]:
    """What you said of how you are, the latest first."""
    rows, following = await service.listing(work, page)
    return Page(items=[EntryOut.model_validate(row) for row in rows], next_cursor=following)


@router.post(
    "", response_model=EntryOut, status_code=201, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotYet)
)
async def say(work: SignedIn, body: NewEntry) -> MoodEntry:
    """Say how you are: a mood, an energy, or both."""
    return await service.say(work, body)


@router.get("/lately", response_model=LatelyOut, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def lately(work: SignedIn) -> LatelyOut:
    """The energy that choosing the next thing goes by now."""
    return await service.lately(work)


@router.get("/picture", response_model=PictureOut, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def picture(work: SignedIn) -> PictureOut:
    """What the last four weeks show: parts of the day and their energy."""
    return await service.picture(work)


@router.get("/{entry_id}", response_model=EntryOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound))
async def entry(work: SignedIn, entry_id: UUID) -> MoodEntry:
    """One of the things you said."""
    return await service.get(work, entry_id)


@router.patch(
    "/{entry_id}",
    response_model=EntryOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, NothingSaid, NotYet),
)
async def edit(work: SignedIn, entry_id: UUID, body: EntryPatch, if_match: IfMatch = None) -> MoodEntry:
    """Change what you said."""
    return await service.edit(work, entry_id, body, if_match)


@router.delete("/{entry_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound))
async def remove(work: SignedIn, entry_id: UUID) -> Response:
    """Take it away, as if you had not said it."""
    await service.remove(work, entry_id)
    return Response(status_code=204)
