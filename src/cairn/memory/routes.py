"""Memories over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from cairn.memory import service
from cairn.memory.errors import NothingToChange
from cairn.memory.models import Memory
from cairn.memory.permissions import READ, WRITE
from cairn.memory.schemas import (
    Batch,
    BatchOut,
    Found,
    Kind,
    MemoryOut,
    MemoryPatch,
    NewMemory,
    SearchQuery,
    Status,
)
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import Caller, IfMatch, Page, PageQuery, Router, SignedIn, errors, expect, needs
from cairn.platform.http.work import caller_needs

router = Router("/memories", tag="memories")

_USUAL = (NotSignedIn, NotAllowed, Invalid)


@router.get("", response_model=Page[MemoryOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def listing(
    work: SignedIn,
    page: Annotated[PageQuery, Depends()],
    kind: Kind | None = None,
    conversation_id: UUID | None = None,
) -> Page[MemoryOut]:
    """Everything that was said, newest first."""
    rows, following = await service.listing(work, page, kind, conversation_id)
    return Page(items=[MemoryOut.model_validate(row) for row in rows], next_cursor=following)


@router.post("", response_model=MemoryOut, status_code=201, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def remember(work: SignedIn, body: NewMemory) -> Memory:
    """Keep something. The same `source_ref` is kept once: its memory is answered again."""
    return await service.remember(work, body)


@router.post("/batch", response_model=BatchOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def remember_all(work: SignedIn, body: Batch) -> BatchOut:
    """Keep up to 1,000 things; sent again with the same `source_ref`s, nothing is doubled."""
    return BatchOut(items=await service.remember_all(work, body.items))


@router.post("/search", response_model=Found, dependencies=[caller_needs(READ)], responses=errors(*_USUAL))
async def search(actor: Caller, body: SearchQuery) -> Found:
    """Find what was said by words and meaning together, with the reason for each."""
    return Found(items=await service.search(actor, body))


@router.get("/status", response_model=Status, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def status(work: SignedIn) -> Status:
    """How much is kept, and how much of it isn't found by meaning yet."""
    return await service.status(work)


@router.get("/{memory_id}", response_model=MemoryOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound))
async def get(work: SignedIn, memory_id: UUID) -> Memory:
    return await service.get(work, memory_id)


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
