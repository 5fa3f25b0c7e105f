"""The use of the language model over HTTP."""

from typing import Annotated

from fastapi import Depends

from cairn.assistant.permissions import USAGE
from cairn.assistant.usage import service
from cairn.assistant.usage.schemas import DayOut, UsageOut
from cairn.platform.errors import Invalid, NotAllowed, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor

router = Router("/assistant/usage", tag="assistant")


@router.get("", response_model=UsageOut, dependencies=[needs(USAGE)], responses=errors(NotSignedIn, NotAllowed))
async def usage(work: SignedIn) -> UsageOut:
    """What your day took of the language model so far, and what it may take."""
    return await service.today(work)


@router.get(
    "/days",
    response_model=Page[DayOut],
    dependencies=[needs(USAGE)],
    responses=errors(NotSignedIn, NotAllowed, Invalid, BadCursor),
)
async def days(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[DayOut]:
    """The last thirty days, the latest first; a day without any use isn't among them."""
    rows, following = await service.days(work, page)
    return Page(items=[DayOut.model_validate(row) for row in rows], next_cursor=following)
