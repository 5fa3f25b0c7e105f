"""What a person agreed to, as they see it, give it anew and take it back."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, status

from cairn.accounts import consents
from cairn.accounts.errors import NeededConsent, OldTerms
from cairn.accounts.permissions import CONSENTS_WRITE, READ
from cairn.accounts.schemas import ConsentOut, NewConsent
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.http.page import BadCursor

router = Router("/me/consents", tag="accounts")


@router.get(
    "",
    response_model=Page[ConsentOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def listing(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[ConsentOut]:
    """All that you ever agreed to, newest first, also what you took back."""
    return await consents.listing(work, page)


@router.post(
    "",
    response_model=ConsentOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(CONSENTS_WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, OldTerms, Invalid, ForeignPage),
)
async def give(work: SignedIn, body: NewConsent) -> ConsentOut:
    """Agree to a document as it reads now, for the first time or anew."""
    return await consents.give(work, body)


@router.delete(
    "/{consent_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(CONSENTS_WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, NeededConsent, ForeignPage),
)
async def withdraw(work: SignedIn, consent_id: UUID) -> None:
    """Take back what you agreed to. That you once did stays in the list. What an account needs can't be taken back
    without erasing the account."""
    await consents.withdraw(work, consent_id)
