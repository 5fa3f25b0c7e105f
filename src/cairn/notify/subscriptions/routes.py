"""Where I am told by push, and where not."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, status

from cairn.notify import pushing
from cairn.notify.subscriptions import service
from cairn.notify.subscriptions.errors import DeviceGone, NoDevice, TestNotTaken, TestRefused, TooManyDevices
from cairn.notify.subscriptions.permissions import READ, WRITE
from cairn.notify.subscriptions.schemas import ChangeSubscription, KeyOut, Subscribe, SubscriptionOut
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn, TooMany
from cairn.platform.http import Caller, Page, PageQuery, Router, SignedIn, caller_needs, errors, needs
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.http.page import BadCursor
from cairn.push.service import BadSubscription

router = Router("/push", tag="push")

WHO = (NotSignedIn, NotAllowed, ForeignPage)


@router.get("/key", response_model=KeyOut, dependencies=[caller_needs(READ)], responses=errors(NotSignedIn, NotAllowed))
async def push_key(actor: Caller) -> KeyOut:
    """The public key that a browser subscribes with."""
    return service.key(actor.runtime)


@router.get(
    "/subscriptions",
    response_model=Page[SubscriptionOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def subscriptions(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[SubscriptionOut]:
    """The browsers in which you are told, the newest first."""
    return await service.listing(work, page)


@router.post(
    "/subscriptions",
    response_model=SubscriptionOut,
    dependencies=[caller_needs(WRITE)],
    responses=errors(*WHO, BadSubscription, NoDevice, TooManyDevices),
)
async def subscribe(actor: Caller, body: Subscribe) -> SubscriptionOut:
    """Be told in the browser that asks, as long as it is signed in. Said twice, it is the same as once."""
    return await service.subscribe(actor, body)


@router.patch(
    "/subscriptions/{subscription_id}",
    response_model=SubscriptionOut,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def change_subscription(work: SignedIn, subscription_id: UUID, body: ChangeSubscription) -> SubscriptionOut:
    """Choose how much notices say in a browser."""
    return await service.change(work, subscription_id, discreet=body.discreet)


@router.delete(
    "/subscriptions/{subscription_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(*WHO, NotFound),
)
async def unsubscribe(work: SignedIn, subscription_id: UUID) -> None:
    """Be told in a browser no more."""
    await service.remove(work, subscription_id)


@router.post(
    "/subscriptions/{subscription_id}/test",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[caller_needs(WRITE)],
    responses=errors(*WHO, NotFound, DeviceGone, TestNotTaken, TestRefused, TooMany),
)
async def try_out(actor: Caller, subscription_id: UUID) -> None:
    """Send a notice to one browser, to see that it comes."""
    await pushing.try_out(actor, subscription_id)
