"""Memories over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from cairn.accounts import service as accounts
from cairn.memory import service
from cairn.memory.errors import EnoughForToday, NothingToChange
from cairn.memory.models import Memory
from cairn.memory.permissions import READ, WRITE
from cairn.memory.schemas import (
    AroundOut,
    Batch,
    BatchOut,
    Forget,
    ForgottenOut,
    Found,
    Kind,
    Listing,
    MemoryOut,
    MemoryPatch,
    NewMemory,
    Reachable,
    SearchQuery,
    Status,
)
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, ProofNeeded, Stale
from cairn.platform.http import Caller, IfMatch, Page, PageQuery, Router, SignedIn, errors, expect, needs
from cairn.platform.http.schema import Storable
from cairn.platform.http.work import caller_needs

router = Router("/memories", tag="memories")

_USUAL = (NotSignedIn, NotAllowed, Invalid)

Text = Annotated[Storable | None, Query(min_length=1, max_length=200)]


def _listing(
    kind: Kind | None = None,
    conversation: Text = None,
    source: Annotated[
        Storable | None, Query(min_length=1, max_length=200, description="How `source_ref` begins.")
    ] = None,
    from_: Annotated[Reachable | None, Query(alias="from")] = None,
    to: Reachable | None = None,
    pinned: bool | None = None,
    set_aside: bool | None = None,
) -> Listing:
    return Listing(
        kind=kind, conversation=conversation, source=source, from_=from_, to=to, pinned=pinned, set_aside=set_aside
    )


@router.get("", response_model=Page[MemoryOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def listing(
    work: SignedIn, page: Annotated[PageQuery, Depends()], which: Annotated[Listing, Depends(_listing)]
) -> Page[MemoryOut]:
    """Everything that was said, newest first."""
    rows, following = await service.listing(work, page, which)
    return Page(items=[MemoryOut.model_validate(row) for row in rows], next_cursor=following)


@router.post(
    "",
    response_model=MemoryOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, EnoughForToday),
)
async def remember(work: SignedIn, body: NewMemory) -> Memory:
    """Keep something. The same `source_ref` is kept once: its memory is answered again."""
    return await service.remember(work, body)


@router.post("/batch", response_model=BatchOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL, EnoughForToday))
async def remember_all(work: SignedIn, body: Batch) -> BatchOut:
    """Keep up to 1,000 things; sent again with the same `source_ref`s, nothing is doubled."""
    return BatchOut(items=await service.remember_all(work, body.items))


@router.post("/search", response_model=Found, dependencies=[caller_needs(READ)], responses=errors(*_USUAL))
async def search(actor: Caller, body: SearchQuery) -> Found:
    """Find what was said by words and meaning together, with the reason for each."""
    return await service.search(actor, body)


@router.post(
    "/forget", response_model=ForgottenOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL, ProofNeeded)
)
async def forget_all(work: SignedIn, body: Forget) -> ForgottenOut:
    """Forget many at once: by id, of one thread, of one source, or everything."""
    if body.everything:
        await accounts.must_be_proven(work)
    return ForgottenOut(forgotten=await service.forget_all(work, body))


@router.get("/status", response_model=Status, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def status(work: SignedIn) -> Status:
    """How much is kept, and how much of it waits to be found as well as it will be."""
    return await service.status(work)


@router.get("/{memory_id}", response_model=MemoryOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound))
async def get(work: SignedIn, memory_id: UUID) -> Memory:
    return await service.get(work, memory_id)


@router.get(
    "/{memory_id}/around", response_model=AroundOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound)
)
async def around(work: SignedIn, memory_id: UUID, most: Annotated[int, Query(ge=1, le=20)] = 2) -> AroundOut:
    """What was said before and after it in its thread, in order: so many on each side."""
    rows = await service.around(work, memory_id, most)
    return AroundOut(items=[MemoryOut.model_validate(row) for row in rows])


@router.patch(
    "/{memory_id}",
    response_model=MemoryOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, NothingToChange),
)
async def edit(work: SignedIn, memory_id: UUID, body: MemoryPatch, if_match: IfMatch = None) -> Memory:
    """Put right what was kept."""
    memory = await service.get(work, memory_id, lock=True)
    expect(memory.version, if_match)
    return await service.edit(work, memory, body)


@router.delete("/{memory_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound, Stale))
async def forget(work: SignedIn, memory_id: UUID, if_match: IfMatch = None) -> Response:
    """Forget it: the text and everything made from it."""
    memory = await service.get(work, memory_id, lock=True)
    expect(memory.version, if_match)
    await service.forget(work, memory_id)
    return Response(status_code=204)
