"""Facts and the profile over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, Response

from cairn.memory.errors import AccountField, NothingToChange, WhichRelation
from cairn.memory.facts import doubts, fields, portrait, relations, repository, service
from cairn.memory.facts.models import Fact
from cairn.memory.facts.schemas import (
    ContradictionOut,
    Ended,
    FactDetail,
    FactOut,
    FactPatch,
    FieldEdit,
    NewFact,
    ProfileOut,
    Settle,
    TellingOut,
)
from cairn.memory.permissions import READ, WRITE
from cairn.memory.schemas import Reachable
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, expect, needs
from cairn.platform.http.schema import Storable

MOST = 100
_USUAL = (NotSignedIn, NotAllowed, Invalid)

facts = Router("/facts", tag="facts")
contradictions = Router("/contradictions", tag="facts")
profile = Router("/profile", tag="profile")

Text = Annotated[Storable | None, Query(min_length=1, max_length=100)]


@facts.get("", response_model=Page[FactOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def listing(
    work: SignedIn,
    page: Annotated[PageQuery, Depends()],
    subject: Text = None,
    relation: Text = None,
    memory_id: Annotated[UUID | None, Query(description="Only what is said in this memory.")] = None,
    as_of: Annotated[Reachable | None, Query(description="Only what was true then.")] = None,
    include_closed: Annotated[bool, Query(description="Also what is no longer true.")] = False,
) -> Page[FactOut]:
    """What is known, newest learnt first: what is true now, or was at a moment, or everything."""
    moment = None if include_closed and as_of is None else as_of or work.now
    rows, following = await repository.page(
        work, page, subject=subject, relation=relation, memory_id=memory_id, as_of=moment
    )
    return Page(items=[FactOut.model_validate(row) for row in rows], next_cursor=following)


@facts.post("", response_model=FactOut, status_code=201, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def write(work: SignedIn, body: NewFact) -> Fact:
    """Write a fact by hand. It is certain, and ahead of what was read."""
    return await service.write(work, body)


@facts.get("/{fact_id}", response_model=FactDetail, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound))
async def get(work: SignedIn, fact_id: UUID) -> FactDetail:
    """A fact with its history, and every time that somebody said so."""
    fact = await repository.get(work, fact_id)
    every = await repository.slot(work, fact.subject, fact.relation)
    # Of a relation with many values each has a history of its own: one allergy says nothing of another.
    same_only = relations.relation(fact.relation).many
    of_it = [one for one in every if one.qualifier == fact.qualifier and one.value and not one.is_mark]
    same = sorted(
        (one for one in of_it if not same_only or one.value_key == fact.value_key), key=lambda one: one.valid_from
    )
    rows = await repository.get_all(work, [one.id for one in same[-MOST:]])
    tellings = (await repository.tellings_of(work, [fact_id]))[fact_id]
    return FactDetail(
        fact=FactOut.model_validate(fact),
        history=[FactOut.model_validate(rows[one.id]) for one in same[-MOST:]],
        tellings=[TellingOut.model_validate(one) for one in tellings[-MOST:]],
    )


@facts.patch(
    "/{fact_id}",
    response_model=FactOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, Stale, NothingToChange),
)
async def edit(work: SignedIn, fact_id: UUID, body: FactPatch, if_match: IfMatch = None) -> Fact:
    """Pin it, set it aside, or put its value right. Another value is another fact, which is answered."""
    fact = await repository.get(work, fact_id, alone=True)
    expect(fact.version, if_match)
    return await service.edit(work, fact, body)


@facts.post("/{fact_id}/end", response_model=FactOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound))
async def end(work: SignedIn, fact_id: UUID, body: Ended) -> Fact:
    """It was so, and is no longer. It stays in the history."""
    return await service.end(work, await repository.get(work, fact_id, alone=True), body.at)


@facts.post("/{fact_id}/deny", response_model=FactOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound))
async def deny(work: SignedIn, fact_id: UUID) -> Fact:
    """It never was so. It isn't learnt again until it is written by hand."""
    return await service.deny(work, await repository.get(work, fact_id, alone=True))


@facts.delete("/{fact_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound, Stale))
async def forget(work: SignedIn, fact_id: UUID, if_match: IfMatch = None) -> Response:
    """Forget a fact, its words too. The memories it was read in stay; it isn't learnt from them again."""
    fact = await repository.get(work, fact_id, alone=True)
    expect(fact.version, if_match)
    await service.forget(work, fact)
    return Response(status_code=204)


@contradictions.get("", response_model=Page[ContradictionOut], dependencies=[needs(READ)], responses=errors(*_USUAL))
async def open_questions(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[ContradictionOut]:
    """Facts that can't both be right and that nothing settles, oldest first."""
    rows, following = await doubts.contradictions(work, page)
    told = await repository.get_all(work, [one for row in rows for one in (row.fact_id, row.other_id)])
    items = [
        ContradictionOut(
            id=row.id,
            fact=FactOut.model_validate(told[row.fact_id]),
            other=FactOut.model_validate(told[row.other_id]),
            found_at=row.found_at,
        )
        for row in rows
    ]
    return Page(items=items, next_cursor=following)


@contradictions.post(
    "/{contradiction_id}/settle", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound)
)
async def settle(work: SignedIn, contradiction_id: UUID, body: Settle) -> Response:
    """Say which of the two is right, or that both may stand."""
    await service.settle_contradiction(work, contradiction_id, body.keep)
    return Response(status_code=204)


@contradictions.post(
    "/{contradiction_id}/reopen", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound)
)
async def reopen(work: SignedIn, contradiction_id: UUID) -> Response:
    """Take back which of the two is right: both stand as they did, until it is said again."""
    await service.reopen_contradiction(work, contradiction_id)
    return Response(status_code=204)


@profile.get("", response_model=ProfileOut, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def get_profile(work: SignedIn) -> ProfileOut:
    """The 27 fields, each with its values and what they rest on."""
    return await portrait.profile(work)


@profile.put(
    "/{field_id}",
    response_model=ProfileOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, AccountField, WhichRelation),
)
async def edit_field(work: SignedIn, field_id: Annotated[str, Path(max_length=60)], body: FieldEdit) -> ProfileOut:
    """Let a field say this from now on: certain, and ahead of what was read."""
    await fields.edit(work, field_id, body)
    return await portrait.profile(work)
