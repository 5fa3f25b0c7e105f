"""Deliveries, and the page's word that it showed one."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from cairn.notify import pushing, service
from cairn.notify.errors import NotByPush, NotOnThePage
from cairn.notify.models import Delivery
from cairn.notify.permissions import READ, WRITE
from cairn.notify.schemas import Channel, DeliveryOut, State
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.page import BadCursor

router = Router("/deliveries", tag="deliveries")


@router.get(
    "",
    response_model=Page[DeliveryOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def deliveries(
    work: SignedIn,
    page: Annotated[PageQuery, Depends()],
    channel: Channel | None = None,
    state: State | None = None,
) -> Page[DeliveryOut]:
    """Where your notices went, newest first."""
    return await service.deliveries(work, page, channel, state)


@router.get(
    "/{delivery_id}",
    response_model=DeliveryOut,
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, NotFound),
)
async def delivery(work: SignedIn, delivery_id: UUID) -> DeliveryOut:
    """One delivery."""
    (told,) = await service.told(work, [await service.delivery(work, delivery_id)])
    return told


@router.post(
    "/{delivery_id}/seen",
    response_model=DeliveryOut,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, NotOnThePage),
)
async def seen(work: SignedIn, delivery_id: UUID) -> Delivery:
    """An open page showed it, or its notification was opened. Said twice, it is the same as once."""
    return await service.seen(work, delivery_id)


@router.post(
    "/{delivery_id}/shown",
    response_model=DeliveryOut,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, NotByPush),
)
async def shown(work: SignedIn, delivery_id: UUID) -> Delivery:
    """A browser showed a notification of it. Said twice, it is the same as once."""
    return await pushing.shown(work, delivery_id)
