"""Today over HTTP."""

from cairn.platform.errors import NotAllowed, NotSignedIn
from cairn.platform.http import Router, SignedIn, errors, needs
from cairn.today import service
from cairn.today.permissions import READ
from cairn.today.schemas import Today

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
