"""Today over HTTP."""

from cairn.platform.errors import NotAllowed, NotSignedIn
from cairn.platform.http import Router, SignedIn, errors, needs
from cairn.today import service
from cairn.today.permissions import READ
from cairn.today.schemas import Today, Tomorrow

router = Router(tag="today")


@router.get(
    "/today",
    response_model=Today,
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed),
)
async def today(work: SignedIn) -> Today:
    """What is for today where you are, and what comes next."""
    return await service.today(work)


@router.get(
    "/tomorrow",
    response_model=Tomorrow,
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed),
)
async def tomorrow(work: SignedIn) -> Tomorrow:
    """What is fixed for tomorrow where you are: at most the first hundred things of it."""
    return await service.tomorrow(work)
