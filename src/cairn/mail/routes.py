"""Letters that wait for their addressee while there is no mail server."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from cairn.mail import service
from cairn.mail.permissions import READ
from cairn.mail.schemas import LetterOut
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Caller, Page, PageQuery, Router, errors
from cairn.platform.http.page import BadCursor
from cairn.platform.http.work import caller_needs

router = Router("/mail", tag="mail")


@router.get(
    "/letters",
    response_model=Page[LetterOut],
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def letters(actor: Caller, page: Annotated[PageQuery, Depends()]) -> Page[LetterOut]:
    """The letters written to you, newest first. With a mail server they are in your own mailbox instead."""
    return await service.letters(actor, page)


@router.get(
    "/letters/{letter_id}",
    response_model=LetterOut,
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, NotFound),
)
async def letter(actor: Caller, letter_id: UUID) -> LetterOut:
    """One letter written to you."""
    return await service.letter(actor, letter_id)
