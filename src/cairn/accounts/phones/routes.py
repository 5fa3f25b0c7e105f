"""The person's phone number."""

from fastapi import status

from cairn.accounts.permissions import READ, WRITE
from cairn.accounts.phones import service
from cairn.accounts.phones.errors import TooManyTexts, WrongCode
from cairn.accounts.phones.schemas import ConfirmPhone, GivePhone, PhoneOut
from cairn.platform.errors import Invalid, NotAllowed, NotSignedIn, ProofNeeded
from cairn.platform.http import Caller, Router, SignedIn, errors, needs, recent
from cairn.platform.http.work import caller_needs
from cairn.sms.service import BadNumber, NoCarrier

router = Router(tag="accounts")


@router.get("/me/phone", response_model=PhoneOut, dependencies=[needs(READ)], responses=errors(NotSignedIn, NotAllowed))
async def my_phone(work: SignedIn) -> PhoneOut:
    """Your phone number, masked, and one that waits for its code."""
    return await service.shown(work)


@router.post(
    "/me/phone",
    response_model=PhoneOut,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, NotAllowed, ProofNeeded, BadNumber, TooManyTexts, NoCarrier, Invalid),
)
async def give_phone(work: SignedIn, body: GivePhone) -> PhoneOut:
    """Give a number; a code is texted to it. The one you have stays until the new one is confirmed."""
    return await service.give(work, body)


@router.post(
    "/me/phone/verify",
    response_model=PhoneOut,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, WrongCode, Invalid),
)
async def confirm_phone(actor: Caller, body: ConfirmPhone) -> PhoneOut:
    """Confirm the number with the code that was texted to it: it works once, within ten minutes, in five tries."""
    return await service.confirm(actor, body.code)


@router.delete(
    "/me/phone",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, NotAllowed, ProofNeeded),
)
async def remove_phone(work: SignedIn) -> None:
    """Take your number away, and one that waits. Without any, nothing happens."""
    await service.remove(work)
