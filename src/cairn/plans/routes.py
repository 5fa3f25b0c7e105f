"""Plans over HTTP."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, status

from cairn.plans import beginning, service
from cairn.plans.errors import NoPhoneCalls, NotHeard, TooManyPlans, UnusableDays, WordTaken, WordTwice
from cairn.plans.permissions import READ, WRITE
from cairn.plans.schemas import AnswerPlan, BeginningOut, NewPlan, PlanMade, PlanOut, PlanPatch
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn, Stale
from cairn.platform.http import IfMatch, Page, PageQuery, Router, SignedIn, errors, needs, public
from cairn.platform.http.idempotency import keep_without
from cairn.platform.http.page import BadCursor
from cairn.platform.http.schema import Storable
from cairn.platform.http.work import runtime_of

of_people = Router("/plans", tag="plans")
of_phones = Router("/hooks/plans", tag="plans")

_ANYTHING: Final[dict[str, Any]] = {
    "requestBody": {
        "required": False,
        "content": {"*/*": {"schema": {"type": "string", "format": "binary", "maxLength": 1_000_000}}},
    }
}
"""Phones send whatever they send."""
SHOWN_ONCE = "hook_url"
"""What is shown once, and kept nowhere."""
WHO = (NotSignedIn, NotAllowed)
FORM = (UnusableDays, WordTaken, WordTwice)


@of_people.get("", response_model=Page[PlanOut], dependencies=[needs(READ)], responses=errors(*WHO, BadCursor))
async def plans(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[PlanOut]:
    """Your if-then plans, in the order you made them."""
    return await service.listing(work, page)


@of_people.post(
    "",
    response_model=PlanMade,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *FORM, TooManyPlans),
)
async def add(work: SignedIn, request: Request, body: NewPlan) -> PlanMade:
    """Make a plan: when its cue comes, you are told what you wanted to do then."""
    keep_without(request, SHOWN_ONCE)
    return await service.made(work, *await service.add(work, body))


@of_people.get("/{plan_id}", response_model=PlanOut, dependencies=[needs(READ)], responses=errors(*WHO, NotFound))
async def plan(work: SignedIn, plan_id: UUID) -> PlanOut:
    """One plan."""
    return await service.told(work, await service.get(work, plan_id))


@of_people.patch(
    "/{plan_id}",
    response_model=PlanMade,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, *FORM, NotFound, Stale),
)
async def edit(work: SignedIn, request: Request, plan_id: UUID, body: PlanPatch, if_match: IfMatch = None) -> PlanMade:
    """Change its cue or what you do then. An arrival keeps its address."""
    keep_without(request, SHOWN_ONCE)
    return await service.made(work, *await service.edit(work, plan_id, body, if_match))


@of_people.delete(
    "/{plan_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, Stale),
)
async def remove(work: SignedIn, plan_id: UUID, if_match: IfMatch = None) -> None:
    """Delete it, with the times that it began."""
    await service.remove(work, plan_id, if_match)


@of_people.post(
    "/{plan_id}/pause", response_model=PlanOut, dependencies=[needs(WRITE)], responses=errors(*WHO, NotFound)
)
async def pause(work: SignedIn, plan_id: UUID) -> PlanOut:
    """Let it wait until you resume it."""
    return await service.told(work, await service.pause(work, plan_id))


@of_people.post(
    "/{plan_id}/resume", response_model=PlanOut, dependencies=[needs(WRITE)], responses=errors(*WHO, NotFound)
)
async def resume(work: SignedIn, plan_id: UUID) -> PlanOut:
    """Let it wait for its cue again. What came meanwhile isn't made up for."""
    return await service.told(work, await service.resume(work, plan_id))


@of_people.post(
    "/{plan_id}/address",
    response_model=PlanMade,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound, NoPhoneCalls),
)
async def new_address(work: SignedIn, request: Request, plan_id: UUID) -> PlanMade:
    """Get a new address for your phone to call; the one before opens nothing any more."""
    keep_without(request, SHOWN_ONCE)
    return await service.made(work, *await service.new_address(work, plan_id))


@of_people.get(
    "/{plan_id}/beginnings",
    response_model=Page[BeginningOut],
    dependencies=[needs(READ)],
    responses=errors(*WHO, NotFound, BadCursor),
)
async def beginnings(work: SignedIn, plan_id: UUID, page: Annotated[PageQuery, Depends()]) -> Page[BeginningOut]:
    """The times that it began, the latest first."""
    return await service.beginnings(work, plan_id, page)


@of_people.post(
    "/{plan_id}/beginnings",
    response_model=BeginningOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def begin_now(work: SignedIn, plan_id: UUID) -> BeginningOut:
    """Begin it now, as if its cue had come."""
    return BeginningOut.model_validate(await beginning.begin_now(work, plan_id))


@of_people.patch(
    "/{plan_id}/beginnings/{beginning_id}",
    response_model=BeginningOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def answer(work: SignedIn, plan_id: UUID, beginning_id: UUID, body: AnswerPlan) -> BeginningOut:
    """Say that you did it, or not this time. Saying nothing is fine, too."""
    return BeginningOut.model_validate(await beginning.answer(work, plan_id, beginning_id, body.answer))


@of_phones.post(
    "/{plan_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the key in the address is the proof")],
    openapi_extra=_ANYTHING,
    responses=errors(NotHeard),
)
async def call(request: Request, plan_id: UUID, key: Annotated[Storable, Query(max_length=100)] = "") -> None:
    """Say that you have arrived: an automation of your phone calls the address of a plan. What it sends isn't read."""
    await beginning.call(runtime_of(request), plan_id, key)


router = APIRouter()
router.include_router(of_people)
router.include_router(of_phones)
