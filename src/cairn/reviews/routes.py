"""Reviews over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor
from cairn.reviews import service, wishes
from cairn.reviews.errors import DoneMeanwhile, MovedOn, NotDecided, NotHere, ReviewOver
from cairn.reviews.models import Kind
from cairn.reviews.permissions import READ, WRITE
from cairn.reviews.schemas import Answer, BeginReview, Decide, OfferOut, ReviewOut, ReviewRow, Wishes, WishesOut

router = Router("/reviews", tag="reviews")

_USUAL = (NotSignedIn, NotAllowed, Invalid)


@router.get("", response_model=Page[ReviewRow], dependencies=[needs(READ)], responses=errors(*_USUAL, BadCursor))
async def reviews(work: SignedIn, page: Annotated[PageQuery, Depends()], kind: Kind | None = None) -> Page[ReviewRow]:
    """Your reviews that are over, the latest first."""
    return await service.listing(work, page, kind)


@router.post("", response_model=ReviewOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def begin(work: SignedIn, body: BeginReview) -> ReviewOut:
    """Begin one, or go on with the one that you began today, or this week."""
    return await service.shown(work, await service.begin(work, body.kind))


@router.get("/offer", response_model=OfferOut, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def offer(work: SignedIn) -> OfferOut:
    """What is offered now: only what you asked to be offered, at its time, until you begin or decline it."""
    return OfferOut(kind=await wishes.offered(work))


@router.post("/offer/decline", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def decline(work: SignedIn, body: BeginReview) -> Response:
    """Not this time. It isn't offered again until its next day."""
    await wishes.decline(work, body.kind)
    return Response(status_code=204)


@router.get("/wishes", response_model=WishesOut, dependencies=[needs(READ)], responses=errors(*_USUAL))
async def wished(work: SignedIn) -> WishesOut:
    """When you want to be offered what."""
    return await wishes.get(work)


@router.put("/wishes", response_model=WishesOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL))
async def wish(work: SignedIn, body: Wishes) -> WishesOut:
    """Say when you want to be offered what; what is left out is never offered."""
    return await wishes.wish(work, body)


@router.get("/{review_id}", response_model=ReviewOut, dependencies=[needs(READ)], responses=errors(*_USUAL, NotFound))
async def review(work: SignedIn, review_id: UUID) -> ReviewOut:
    """One review: the screen it stands at, or what is kept of it."""
    return await service.shown(work, await service.get(work, review_id))


@router.delete("/{review_id}", status_code=204, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound))
async def remove(work: SignedIn, review_id: UUID) -> Response:
    """Take the record away. What you decided holds."""
    await service.remove(work, review_id)
    return Response(status_code=204)


@router.post(
    "/{review_id}/answer",
    response_model=ReviewOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, ReviewOver, DoneMeanwhile),
)
async def answer(work: SignedIn, review_id: UUID, body: Answer) -> ReviewOut:
    """Answer the screen it stands at and go on; the last answer ends it."""
    return await service.shown(work, await service.answer(work, review_id, body))


@router.post(
    "/{review_id}/back",
    response_model=ReviewOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, ReviewOver),
)
async def back(work: SignedIn, review_id: UUID) -> ReviewOut:
    """Look at the screen before once more."""
    return await service.shown(work, await service.back(work, review_id))


@router.post(
    "/{review_id}/decide",
    response_model=ReviewOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, ReviewOver, NotHere, DoneMeanwhile, MovedOn),
)
async def decide(work: SignedIn, review_id: UUID, body: Decide) -> ReviewOut:
    """Decide what becomes of one thing on the screen; it is done at once."""
    return await service.shown(work, await service.decide(work, review_id, body.thing_id, body.what))


@router.delete(
    "/{review_id}/decided/{thing_id}",
    response_model=ReviewOut,
    dependencies=[needs(WRITE)],
    responses=errors(*_USUAL, NotFound, NotDecided, MovedOn),
)
async def take_back(work: SignedIn, review_id: UUID, thing_id: UUID) -> ReviewOut:
    """Let a thing be as it was before you decided about it here."""
    return await service.shown(work, await service.take_back(work, review_id, thing_id))


@router.post(
    "/{review_id}/enough", response_model=ReviewOut, dependencies=[needs(WRITE)], responses=errors(*_USUAL, NotFound)
)
async def enough(work: SignedIn, review_id: UUID) -> ReviewOut:
    """That's enough. What you decided holds, and a summary is kept."""
    return await service.shown(work, await service.enough(work, review_id))
